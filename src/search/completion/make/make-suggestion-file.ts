import {
  type NameColumns,
  nameKinds,
  SUGGESTION_VERSION,
  type SuggestionFile,
  type ValueKey,
} from "../../format/suggestion-file.ts";
import type { CompletedName } from "./choose-names.ts";
import type { Value } from "./choose-values.ts";
import type { LikelyReadings } from "./spell-name.ts";
import { writeReadingColumns } from "./write-reading-columns.ts";

/** What the search box may offer. */
export interface Offered {
  /** With the number of episodes in which a search for each finds something; those without any are left out. */
  readonly names: readonly (CompletedName & { readonly episodes: number })[];
  readonly values: Readonly<Record<ValueKey, readonly Value[]>>;
}

/** @param common characters that may be typed for others that sound the same */
export function makeSuggestionFile(
  { names, values: { speaker, topic } }: Offered,
  {
    likely,
    common,
    latinVersion,
    titleVersion,
  }: Pick<SuggestionFile, "latinVersion" | "titleVersion"> & {
    readonly likely: LikelyReadings;
    readonly common: Iterable<string>;
  },
): SuggestionFile {
  const said = names
    .filter(({ episodes }) => episodes > 0)
    .sort((a, b) => nameKinds.indexOf(a.kind) - nameKinds.indexOf(b.kind) || b.episodes - a.episodes);
  const { spoken, ...readingColumns } = writeReadingColumns(
    [
      ...said,
      ...speaker.map((own) => ({ ...own, kind: "person" as const })),
      ...topic.map((own) => ({ ...own, kind: "topic" as const })),
    ],
    likely,
    common,
  );
  return {
    version: SUGGESTION_VERSION,
    ...makeColumns(said, spoken, 0),
    kinds: nameKinds.map((kind) => said.filter((name) => name.kind === kind).length),
    heard: listByIndex(said.map(({ heard }) => heard)),
    values: {
      speaker: makeColumns(speaker, spoken, said.length),
      topic: makeColumns(topic, spoken, said.length + speaker.length),
    },
    ...readingColumns,
    latinVersion,
    titleVersion,
  };
}

/**
 * @param spoken by index into a list of which these names are a part
 * @param first index of the first of them in that list
 */
function makeColumns(names: readonly Value[], spoken: NameColumns["spoken"], first: number): NameColumns {
  return {
    names: names.map(({ text }) => text).join("\n"),
    episodes: names.map(({ episodes }) => episodes),
    also: listByIndex(names.map(({ also }) => also)),
    spoken: listByIndex(names.map((_, index) => spoken[first + index] ?? [])),
  };
}

function listByIndex(lists: readonly (readonly string[])[]): Record<string, readonly string[]> {
  return Object.fromEntries([...lists.entries()].filter(([, list]) => list.length > 0));
}
