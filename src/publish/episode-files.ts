import type { Episode } from "../model/archive.ts";
import type { Chapter } from "../model/passage.ts";

/** Whether a transcript has a time of its own anywhere: captions can be made of it. */
export function hasCaptions({ timing, passages }: Pick<Episode, "timing" | "passages">): boolean {
  return (
    timing !== "estimated" &&
    passages.some(({ isEstimated, cueStarts }) => !isEstimated || cueStarts.length > 0)
  );
}

/** The chapters whose beginning is a real time, in the order of their times. */
export function listTimedChapters({ chapters }: Pick<Episode, "chapters">): readonly Chapter[] {
  return chapters.filter(({ isEstimated }) => !isEstimated).sort((a, b) => a.start - b.start);
}
