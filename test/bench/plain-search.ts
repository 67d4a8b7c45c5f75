import type { PlainArchive } from "./plain-archive.ts";
import { readPlainTokens } from "./plain-tokens.ts";

/** A word of a query: the ways to say it, as tokens. What was typed is the first. */
export type PlainWord = readonly (readonly string[])[];

/** Where a word begins to match, and how many tokens it covers there. */
interface PlainHit {
  readonly position: number;
  readonly length: number;
}

/** An episode in which every word has a hit; the hits of all words, in the text's order. */
export interface PlainFind {
  /** Index among the archive's episodes. */
  readonly episode: number;
  readonly hits: readonly PlainHit[];
}

/**
 * Cuts a query at spaces into words; straight quotes hold a word together. A word said twice counts once.
 * @param aliases names that stand for one another, where the archive has a glossary
 */
export function readPlainQuery(query: string, aliases: readonly (readonly string[])[] = []): PlainWord[] {
  const groups = aliases.map((group) => group.map(readForm));
  const words = new Map<string, PlainWord>();
  for (const { 0: all, 1: quoted } of query.matchAll(/"([^"]*)"|[^\s"]+/gu)) {
    const typed = readForm(quoted ?? all);
    if (typed.length === 0) continue;
    const key = typed.join(" ");
    const forms = new Map([[key, typed]]);
    for (const group of groups) {
      if (group.some((form) => form.join(" ") === key))
        for (const form of group) if (form.length > 0) forms.set(form.join(" "), form);
    }
    words.set(key, [...forms.values()]);
  }
  return [...words.values()];
}

function readForm(text: string): string[] {
  return readPlainTokens(text).map((token) => token.text);
}

/** Reads the whole archive for every word. */
export function searchPlainly(archive: PlainArchive, words: readonly PlainWord[]): PlainFind[] {
  const hitsOfWords = words.map((word) => findWord(archive, word));
  return archive.episodes.flatMap((_, episode) => {
    const own = hitsOfWords.map((hits) => hits.get(episode) ?? []);
    if (words.length === 0 || own.some((hits) => hits.length === 0)) return [];
    return [{ episode, hits: own.flat().sort((a, b) => a.position - b.position) }];
  });
}

/** A word's hits by episode. A place inside a longer one that another form found counts once, as the longer. */
function findWord(archive: PlainArchive, word: PlainWord): Map<number, PlainHit[]> {
  const found = word.map((form) => findForm(archive, form));
  const byEpisode = new Map<number, PlainHit[]>();
  for (const [index, { positions, length }] of found.entries()) {
    const longer = found.filter((other, at) => at !== index && other.length > length);
    let episode = 0;
    for (const position of positions) {
      if (longer.some((other) => coversPlace(other, position, length))) continue;
      while (position >= (archive.episodes[episode]?.to ?? Number.POSITIVE_INFINITY)) episode += 1;
      const hits = byEpisode.get(episode) ?? [];
      hits.push({ position, length });
      byEpisode.set(episode, hits);
    }
  }
  return byEpisode;
}

interface FoundForm {
  readonly positions: readonly number[];
  readonly places: ReadonlySet<number>;
  readonly length: number;
}

function coversPlace({ places, length }: FoundForm, position: number, inner: number): boolean {
  for (let start = position + inner - length; start <= position; start += 1)
    if (places.has(start)) return true;
  return false;
}

function findForm({ tokens, numbers }: PlainArchive, form: readonly string[]): FoundForm {
  const wanted = form.map((text) => numbers.get(text) ?? -1);
  const positions: number[] = [];
  const first = wanted[0];
  if (first !== undefined && !wanted.includes(-1)) {
    for (let at = tokens.indexOf(first); at >= 0; at = tokens.indexOf(first, at + 1)) {
      if (wanted.every((number, offset) => tokens[at + offset] === number)) positions.push(at);
    }
  }
  return { positions, places: new Set(positions), length: form.length };
}
