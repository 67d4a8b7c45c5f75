import type { Episode } from "../model/archive.ts";
import type { Timing } from "../model/passage.ts";

/**
 * A transcript as Podcasting 2.0 has it
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md):
 * seconds, one entry a passage. `timing` is an addition: it says whether the times are real.
 */
export interface TranscriptJson {
  readonly version: "1.0.0";
  readonly timing: Timing;
  readonly segments: readonly {
    readonly speaker?: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly body: string;
  }[];
}

export function makeTranscriptJson({
  passages,
  timing,
}: Pick<Episode, "passages" | "timing">): TranscriptJson {
  return {
    version: "1.0.0",
    timing,
    segments: passages.map(({ start, end, speaker, text }) => ({
      ...(speaker === undefined ? {} : { speaker: speaker.name }),
      startTime: roundTime(start),
      endTime: roundTime(end),
      body: text,
    })),
  };
}

function roundTime(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
