import type { Person, Term } from "../../model/archive.ts";
import { readLexicalTokens, type Token } from "../../text/normalise.ts";
import type { Phone } from "./sound/phones.ts";
import { soundOut } from "./sound/sound-out.ts";
import type { SuggestionKind } from "./suggestion.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

/** Something with a name that may have been misheard. */
export interface Named {
  /** As it is written where one of its names was misheard. */
  readonly meant: string;
  readonly kind: SuggestionKind;
  readonly note: string;
  readonly names: readonly SoundedName[];
}

/** One of its names, as tokens and as sounds. */
export interface SoundedName {
  readonly owner: Named;
  readonly written: string;
  readonly tokens: readonly Token[];
  readonly isHan: boolean;
  readonly readings: readonly (readonly Phone[])[];
  /** The readings of some of its tokens. */
  restReadings(from: number, to: number): readonly (readonly Phone[])[];
}

/** Terms, people and topics of an archive, with their names; a name that two claim belongs to the first. */
export function gatherNames(
  archive: {
    readonly terms: readonly Term[];
    readonly people: readonly Person[];
    readonly topics: readonly string[];
  },
  words: WordKnowledge,
): Named[] {
  const seen = new Set<string>();
  const gathered: Named[] = [];
  const add = (meant: string, kind: SuggestionKind, also: readonly string[], note = ""): void => {
    const owner = { meant, kind, note, names: [] as SoundedName[] };
    for (const written of [meant, ...also]) {
      const tokens = readLexicalTokens(written);
      const key = tokens.map(({ text }) => text).join(" ");
      if (tokens.length === 0 || seen.has(key)) continue;
      seen.add(key);
      const isHan = tokens.every((token) => token.isHan);
      const known = new Map<string, readonly (readonly Phone[])[]>();
      const restReadings = (from: number, to: number) => {
        const rest = written.slice(tokens[from]?.from, tokens[to - 1]?.to);
        const readings = known.get(rest) ?? soundOut(rest, words);
        known.set(rest, readings);
        return readings;
      };
      owner.names.push({ owner, written, tokens, isHan, readings: soundOut(written, words), restReadings });
    }
    if (owner.names.length > 0) gathered.push(owner);
  };
  for (const { term, also, note } of archive.terms) add(term, "term", also, note);
  for (const { name, aliases, bio } of archive.people) add(name, "person", aliases, bio);
  for (const topic of archive.topics) add(topic, "topic", []);
  return gathered;
}
