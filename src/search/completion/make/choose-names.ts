import type { Archive } from "../../../model/archive.ts";
import { readTokens } from "../../../text/normalise.ts";
import type { NameKind } from "../../format/suggestion-file.ts";

/** A name that the search box may offer. */
export interface CompletedName {
  readonly kind: NameKind;
  /** As it is asked for when it is chosen. */
  readonly text: string;
  /** Other right ways to say it. */
  readonly also: readonly string[];
  /** What a recogniser writes for it. */
  readonly heard: readonly string[];
}

/**
 * What the search box may offer, each name once: the glossary's terms, people, topics, and the words that tell
 * episodes apart, those that tell most of them first.
 * @param keywordCounts words with how many episodes each is a keyword of
 */
export function chooseNames(
  { terms, people, episodes }: Pick<Archive, "terms" | "people" | "episodes">,
  keywordCounts: ReadonlyMap<string, number>,
): CompletedName[] {
  const candidates: CompletedName[] = [
    ...terms.map(({ term, also, heard }): CompletedName => {
      return { kind: "term", text: term, also, heard: heard.map(({ form }) => form) };
    }),
    ...people.map(
      ({ name, aliases }): CompletedName => ({ kind: "person", text: name, also: aliases, heard: [] }),
    ),
    ...listOnce(
      episodes.flatMap((episode) => episode.people.map(({ name }) => name)),
      "person",
    ),
    ...listOnce(
      episodes.flatMap(({ topics }) => topics),
      "topic",
    ),
    ...listOnce(
      [...keywordCounts].sort(([, a], [, b]) => b - a).map(([word]) => word),
      "keyword",
    ),
  ];
  const known = new Set<string>();
  return candidates.filter(({ kind, text, also }) => {
    const key = makeKey(text);
    if (key === "" || /["“”„\n]/u.test(text) || known.has(key)) return false;
    known.add(key);
    if (kind === "term") for (const other of also) known.add(makeKey(other));
    return true;
  });
}

function listOnce(texts: Iterable<string>, kind: NameKind): CompletedName[] {
  return [...new Set(texts)].map((text) => ({ kind, text, also: [], heard: [] }));
}

function makeKey(name: string): string {
  return readTokens(name)
    .map(({ text }) => text)
    .join(" ");
}
