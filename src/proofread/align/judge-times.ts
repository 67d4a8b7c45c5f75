import type { EpisodeFiles } from "../../archive/content/load-episode.ts";
import type { Term } from "../../model/archive.ts";
import type { LineProblem } from "../../model/problem.ts";
import { buildEpisode, compareTimes, type TranscriptFile } from "../../pipeline/pipeline.ts";

/** What a recognition is worth as an episode's times. */
export interface TimesJudgement {
  /** Of the recognition; where one is an error, or it is of other words, it gives no times. */
  readonly problems: readonly LineProblem[];
  /** Whether the build would take its times. */
  readonly isTaken: boolean;
  /** The share of the transcript's words that agree, 0 to 1. */
  readonly agreement: number;
  /** Stretches of many words without a time. */
  readonly gaps: readonly { readonly line: number; readonly words: number; readonly text: string }[];
  /** Of the episode's passages, and how many of them begin at a real time. */
  readonly passages: { readonly count: number; readonly real: number };
}

/** Aligns an episode with a recognition as a build does, and says what comes of it. */
export function judgeTimes(own: EpisodeFiles, terms: readonly Term[], times: TranscriptFile): TimesJudgement {
  const transcript = { bytes: own.bytes, fileName: own.transcriptFile };
  const { corrections } = own;
  const context = { terms, resolveSpeaker: own.resolveSpeaker };
  const built = buildEpisode({ transcript, corrections, chapters: [], offset: 0, times }, context);
  const { alignment } = compareTimes({ transcript, corrections }, times);
  const problems = built.problems.flatMap(({ in: place, ...problem }) =>
    place === "times" ? [problem] : [],
  );
  return {
    problems,
    isTaken: alignment?.isSame === true,
    agreement: alignment?.agreement ?? 0,
    gaps: alignment?.gaps ?? [],
    passages: {
      count: built.passages.length,
      real: built.passages.filter(({ isEstimated }) => !isEstimated).length,
    },
  };
}
