import { type CorrectionFigures, measureCorrections } from "./measure-corrections.ts";
import { type KillFigures, measureKills } from "./measure-kills.ts";
import { measureSuggest, type SuggestFigures } from "./measure-suggest.ts";
import type { BenchOptions } from "./read-bench-options.ts";

/** What was measured of an archive's content, without a built site. */
export interface ContentFigures {
  readonly suggest?: SuggestFigures;
  readonly corrections?: CorrectionFigures;
  readonly kills?: KillFigures;
}

/** Measures those of the parts that need no site. Throws a ContentError where the content is at fault. */
export async function measureContent(
  { contentDir, sample, parts }: BenchOptions,
  progress: (message: string) => void,
): Promise<ContentFigures> {
  return {
    ...(parts.has("suggest") ? { suggest: await measureSuggest(contentDir, sample, progress) } : {}),
    ...(parts.has("correct") ? { corrections: await measureCorrections(contentDir, progress) } : {}),
    ...(parts.has("kills") ? { kills: await measureKills(contentDir, sample, progress) } : {}),
  };
}
