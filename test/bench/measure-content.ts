import { type FuzzFigures, runInputs } from "../fuzz/run-inputs.ts";
import { type CorrectionFigures, measureCorrections } from "./measure-corrections.ts";
import { type KillFigures, measureKills } from "./measure-kills.ts";
import { measureSuggest, type SuggestFigures } from "./measure-suggest.ts";
import type { BenchOptions } from "./read-bench-options.ts";

/** What was measured of an archive's content, without a built site. */
export interface ContentFigures {
  readonly suggest?: SuggestFigures;
  readonly corrections?: CorrectionFigures;
  readonly kills?: KillFigures;
  readonly fuzz?: FuzzFigures;
}

const FUZZ_INPUTS = 100_000;

/** Measures those of the parts that need no site. Throws a ContentError where the content is at fault. */
export async function measureContent(
  { contentDir, sample, parts, seed }: BenchOptions,
  progress: (message: string) => void,
): Promise<ContentFigures> {
  return {
    ...(parts.has("suggest") ? { suggest: await measureSuggest(contentDir, sample, progress) } : {}),
    ...(parts.has("correct") ? { corrections: await measureCorrections(contentDir, progress) } : {}),
    ...(parts.has("fuzz") ? { fuzz: await measureFuzz(contentDir, seed, progress) } : {}),
    ...(parts.has("kills") ? { kills: await measureKills(contentDir, sample, progress) } : {}),
  };
}

/** Gives the product's readers what strangers could write, the archive's own files mutated among it. */
function measureFuzz(
  contentDir: string,
  seed: number,
  progress: (message: string) => void,
): Promise<FuzzFigures> {
  const onProgress = (done: number) => {
    if (done % 1_000 === 0) progress(`Trying inputs ${done} of ${FUZZ_INPUTS}`);
  };
  return runInputs({ seed, inputs: FUZZ_INPUTS, folder: contentDir, onProgress });
}
