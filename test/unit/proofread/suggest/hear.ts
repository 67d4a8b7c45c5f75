import type { Term } from "../../../../src/model/archive.ts";
import type { Corrections } from "../../../../src/model/corrections.ts";
import type { HeardText } from "../../../../src/model/heard-text.ts";
import { readEpisodeAsHeard } from "../../../../src/pipeline/pipeline.ts";

/** Terms from their names; the first is how it is written. */
export function makeTerms(...names: (readonly string[])[]): Term[] {
  return names.map(([term = "", ...also], index) => ({ term, slug: term, also, heard: [], line: index + 1 }));
}

/** A plain text as an episode that was heard. */
export function hear(
  text: string,
  { slug = "one", terms = [], ...corrections }: Partial<Corrections> & { slug?: string; terms?: Term[] } = {},
): HeardText {
  return readEpisodeAsHeard(
    slug,
    {
      transcript: { bytes: new TextEncoder().encode(text), fileName: "transcript.txt" },
      corrections: { replace: [], turns: [], keep: [], ...corrections },
    },
    { terms, resolveSpeaker: (label) => ({ key: label, name: label, sure: 1 }) },
  );
}
