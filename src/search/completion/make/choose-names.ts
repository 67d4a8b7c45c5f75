import type { Archive } from "../../../model/archive.ts";
import { foldName, readTokens } from "../../../text/normalise.ts";
import type { NameKind, ValueKey } from "../../format/suggestion-file.ts";

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
 * What the search box may offer, each name once: terms that are said, people of episodes, topics, and the words that tell
 * episodes apart, those that tell most of them first.
 * @param keywordCounts words with how many episodes each is a keyword of
 */
export function chooseNames(
  { named: { terms, people }, episodes }: Pick<Archive, "named" | "episodes">,
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

/** Something that a filter of a query may name: who speaks, a topic. */
export interface Value {
  /** As it is asked for when it is chosen. */
  readonly text: string;
  /** Other names of whom it names. */
  readonly also: readonly string[];
  /** In how many episodes a search that is narrowed down to it looks. */
  readonly episodes: number;
}

interface Named {
  readonly texts: readonly [text: string, ...also: string[]];
  /** Names by which it is asked for as well, and not offered. */
  readonly id?: string;
}

/** What `speaker:` and `topic:` may name, each once, what most episodes have first; of each at most `limit`. */
export function chooseValues(
  { people, episodes }: Pick<Archive, "people" | "episodes">,
  limit: number,
): Record<ValueKey, Value[]> {
  const aliasesOf = new Map(people.map(({ id, aliases }) => [id, aliases]));
  return {
    speaker: countNamed(
      episodes.map(({ speakers }) =>
        speakers.map(({ key, name }): Named => ({ texts: [name, ...(aliasesOf.get(key) ?? [])], id: key })),
      ),
    ).slice(0, limit),
    topic: countNamed(episodes.map(({ topics }) => topics.map((topic): Named => ({ texts: [topic] })))).slice(
      0,
      limit,
    ),
  };
}

/** @param namedOf of each episode */
function countNamed(namedOf: readonly (readonly Named[])[]): Value[] {
  const episodesOf = new Map<string, Set<number>>();
  const values = new Map<string, Omit<Value, "episodes">>();
  for (const [episode, named] of namedOf.entries()) {
    for (const { texts, id } of named) {
      const [text, ...also] = texts;
      for (const name of new Set([...texts, id ?? text].map(foldName)))
        episodesOf.set(name, (episodesOf.get(name) ?? new Set()).add(episode));
      // What holds a quote cannot be typed as a value.
      if (!values.has(foldName(text)) && !/["“”„\n]/u.test(text)) values.set(foldName(text), { text, also });
    }
  }
  return [...values]
    .map(([name, value]) => ({ ...value, episodes: episodesOf.get(name)?.size ?? 0 }))
    .sort((a, b) => b.episodes - a.episodes);
}
