import type { Cue } from "../../model/cue.ts";
import type { ChapterSource } from "../../model/passage.ts";
import type { LineProblem } from "../../model/problem.ts";
import type { CutText } from "../../model/transcript.ts";

/** What a parser makes of a file, before what is no speech is taken out of its cues. */
export interface ParsedTranscript {
  readonly cues: Cue[];
  readonly problems: LineProblem[];
  readonly chapters?: readonly ChapterSource[];
  readonly cut?: readonly CutText[];
}
