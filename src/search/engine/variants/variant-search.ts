import type { Hit } from "../../../text/find-form.ts";
import type { Token } from "../../../text/normalise.ts";
import type { SearchManifest } from "../../format/manifest.ts";
import { joinsInQuery, spellPlainly } from "../../format/variants/join-latin.ts";
import type { WrittenTokens } from "../../format/variants/variant-stretch.ts";
import type { Query, QueryWord } from "../../query/query.ts";
import type { HitsOf } from "../narrow-episodes.ts";
import {
  isCovered,
  type PhraseHit,
  type PlacedHits,
  placeHits,
  type ShardTerms,
  withoutTouching,
} from "../place-hits.ts";
import type { TermIndex } from "../terms/term-index.ts";
import { matchReading } from "./match-reading.ts";
import { NameTable } from "./name-table.ts";
import type { PinyinWritings } from "./pinyin-writings.ts";
import { readWord, type WordReading } from "./read-word.ts";

type WordHits = ReadonlyMap<number, PhraseHit[]>;

/** What is asked as one: a word of the query, or several of them that may be written as one. */
interface AskedUnit {
  readonly written: WrittenTokens;
  /** Indexes of the query's words. */
  readonly words: readonly number[];
}

/** More words than these are no one name. Chosen. */
const MOST_WORDS_OF_ONE = 6;
/** Letters and spaces: more of them are no phrase in pinyin. Chosen. */
const MOST_PINYIN = 60;

/** Finds what says the words of a query and is written otherwise. */
export class VariantSearch {
  readonly #index: TermIndex;
  readonly #shards: readonly ShardTerms[];
  readonly #names: NameTable;
  readonly #pinyin: PinyinWritings | undefined;

  /** @param pinyin absent where the archive has no sounds */
  constructor(
    { variants }: SearchManifest,
    index: TermIndex,
    shards: readonly ShardTerms[],
    pinyin: PinyinWritings | undefined,
  ) {
    this.#index = index;
    this.#shards = shards;
    this.#names = new NameTable(variants);
    this.#pinyin = pinyin;
  }

  /** Whether a word has another writing. */
  mayVary(word: QueryWord): boolean {
    return readWord(writeWords([word]), this.#names).length > 0;
  }

  /**
   * The places of each episode where a word is written otherwise, and every other one stands or is written otherwise
   * too. Rejects with a SearchLoadError.
   * @param exact where each word stands
   * @param combine keeps the episodes that have a place of every unit and pass the filters
   */
  async search(
    query: Query,
    exact: readonly WordHits[],
    combine: (byUnit: readonly WordHits[]) => Promise<HitsOf>,
  ): Promise<HitsOf> {
    const found = new Map<number, readonly (readonly PhraseHit[])[]>();
    for (const units of listUnits(query.words, this.#names)) {
      const varied = new Set<PhraseHit>();
      const byUnit = await Promise.all(
        units.map(async (unit) => {
          const own = await this.#findUnit(unit, exact);
          for (const hit of [...own.values()].flat()) varied.add(hit);
          const typed = unit.words.length === 1 ? (exact[unit.words[0] as number] as WordHits) : new Map();
          return joinHits(typed, own);
        }),
      );
      if (varied.size === 0) continue;
      for (const [episode, hitsByUnit] of await combine(byUnit)) {
        const known = new Set(found.get(episode)?.flatMap((hits) => hits.map(({ from }) => from)));
        const own = hitsByUnit.map((hits) => hits.filter((hit) => varied.has(hit) && !known.has(hit.from)));
        if (own.some((hits) => hits.length > 0)) found.set(episode, [...(found.get(episode) ?? []), ...own]);
      }
    }
    return found;
  }

  /** Where a unit is written otherwise, without what the exact tier has or touches. */
  async #findUnit(
    { written, words }: AskedUnit,
    exact: readonly WordHits[],
  ): Promise<Map<number, PhraseHit[]>> {
    const placed: PlacedHits = { said: new Map(), headings: new Map() };
    const readings = [...readWord(written, this.#names), ...(await this.#readPinyin(written, words, exact))];
    await Promise.all(
      this.#shards.map(async (shard) => {
        const found = await Promise.all(readings.map((reading) => matchReading(this.#index, shard, reading)));
        placeHits(shard.places, keepOuter(found.flat()), placed);
      }),
    );
    for (const [episode, hits] of placed.said) {
      const typed = words.flatMap((word) => exact[word]?.get(episode) ?? []);
      const own =
        words.length === 1 ? withoutTouching(hits, typed) : hits.filter((hit) => !isCovered(hit, typed));
      if (own.length > 0) placed.said.set(episode, own);
      else placed.said.delete(episode);
    }
    return placed.said;
  }

  /** What the letters of a unit are in characters; nothing where the archive says each of its words as it is typed. */
  async #readPinyin(
    written: WrittenTokens,
    words: readonly number[],
    exact: readonly WordHits[],
  ): Promise<WordReading[]> {
    const spelling = words.every((word) => (exact[word]?.size ?? 0) > 0) ? undefined : spellPinyin(written);
    if (spelling === undefined) return [];
    const writings = (await this.#pinyin?.list(spelling)) ?? [];
    return writings.map((tokens) => [
      { kind: "ways", ways: [{ kind: "phrase", tokens }], typed: written.tokens },
    ]);
  }
}

/** Letters that may be pinyin, with a space between words; undefined for others. */
function spellPinyin({ text, tokens }: WrittenTokens): string | undefined {
  if (text.length > MOST_PINYIN || !tokens.every((token) => /^[a-zü]+$/.test(token.text))) return undefined;
  return tokens.map((token) => token.text).join(" ");
}

/** The words one by one; and those that may be one word, or are one name, as one. */
function listUnits(words: readonly QueryWord[], names: NameTable): AskedUnit[][] {
  const single = words.map((word, k): AskedUnit => ({ written: writeWords([word]), words: [k] }));
  const lists = [single];
  const canBePinyin = (own: WrittenTokens) => spellPinyin(own) !== undefined;
  for (const isOne of [(own: WrittenTokens) => names.has(own.tokens), canBeOneWord, canBePinyin]) {
    const units: AskedUnit[] = [];
    for (let from = 0; from < words.length; ) {
      let to = Math.min(words.length, from + MOST_WORDS_OF_ONE);
      while (to > from + 1 && !isOne(writeWords(words.slice(from, to)))) to--;
      units.push({
        written: writeWords(words.slice(from, to)),
        words: words.slice(from, to).map((_, k) => from + k),
      });
      from = to;
    }
    if (units.length < words.length) lists.push(units);
  }
  return lists;
}

/** Words in Latin letters, each of which may be joined with the next. */
function canBeOneWord({ text, tokens }: WrittenTokens): boolean {
  return tokens.every((token, k) => {
    const next = tokens[k + 1];
    if (spellPlainly(token) === undefined) return false;
    return next === undefined || joinsInQuery(token, next, text.slice(token.to, next.from));
  });
}

/** Words as they are typed one after another, and their tokens. */
function writeWords(words: readonly QueryWord[]): WrittenTokens {
  let text = "";
  const tokens: Token[] = [];
  for (const word of words) {
    if (text !== "") text += " ";
    for (const token of word.forms[0] ?? [])
      tokens.push({ ...token, from: token.from + text.length, to: token.to + text.length });
    text += word.text;
  }
  return { text, tokens };
}

function joinHits(first: WordHits, second: WordHits): Map<number, PhraseHit[]> {
  const joined = new Map(first);
  for (const [episode, hits] of second)
    joined.set(
      episode,
      [...(first.get(episode) ?? []), ...hits].sort((a, b) => a.from - b.from),
    );
  return joined;
}

/** Without the places that lie in others, each once. Ascending. */
function keepOuter(hits: readonly Hit[]): PhraseHit[] {
  const kept: PhraseHit[] = [];
  let reached = -1;
  for (const hit of [...hits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (hit.to <= reached) continue;
    reached = hit.to;
    kept.push({ ...hit, quality: 1 });
  }
  return kept;
}
