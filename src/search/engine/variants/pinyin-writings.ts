import { readLexical, type Token } from "../../../text/normalise.ts";
import { readSyllable } from "../../../text/sound/sound.ts";
import { rememberLoaded } from "../../api/load-files.ts";
import type { SearchManifest } from "../../format/manifest.ts";
import { allBoundaries, endSoundPair } from "../../format/sound-terms.ts";
import { makePhrasePieces } from "../../format/terms.ts";
import { splitPinyin } from "../../names/split-pinyin.ts";
import { type FormSources, findForms } from "../find-forms.ts";
import {
  isSaidAt,
  type PhraseHit,
  type PlacedHits,
  placeHits,
  readSoundTerms,
  type ShardTerms,
} from "../place-hits.ts";
import type { QueryReadings } from "../sound/sound-forms.ts";
import { matchPhrase } from "../terms/match-phrase.ts";
import { loadPairLists, matchPieces, openPiece } from "../terms/match-pieces.ts";

/** A typed syllable: its code among the sounds, and the variants that are read exactly so, in any tone. */
interface TypedSyllable extends Token {
  readonly variants: ReadonlySet<string>;
}

/** Places that are looked at: of what is said more often, so many tell how it is written. Chosen. */
const MOST_PLACES = 400;
/** More are no phrase that one types without seeing its characters. Chosen. */
const MOST_SYLLABLES = 12;
/** Ways to divide all letters that are looked for: each is a few files. Chosen. */
const MOST_WAYS = 3;
/** Writings of one spelling that are asked for. Chosen. */
const MOST_WRITINGS = 8;
/** A pair of characters that meets only inside words, or across two, is nobody's word. The mean of `QUALITY`; chosen. */
const LEAST_QUALITY = 0.2;

/**
 * Finds in which characters an archive says what is typed in pinyin, without tones: 黄仁勋 for `huangrenxun`. The index of
 * sounds tells where such syllables follow one another, a few texts how they are written there.
 */
export class PinyinWritings {
  readonly #sources: FormSources;
  readonly #sounds: readonly ShardTerms[];
  readonly #readings: QueryReadings;
  /**
   * The writings of letters, a space where a syllable ends for certain; the most frequent first. None where they are no
   * syllables, or a single one. Rejects with a SearchLoadError.
   */
  readonly list = rememberLoaded((spelling: string) => this.#find(spelling));

  constructor(manifest: SearchManifest, sources: FormSources, readings: QueryReadings) {
    this.#sources = sources;
    this.#sounds = readSoundTerms(manifest);
    this.#readings = readings;
  }

  async #find(spelling: string): Promise<Token[][]> {
    const ways = splitWords(spelling.split(" ")).filter(
      ({ length }) => length > 1 && length <= MOST_SYLLABLES,
    );
    const found = await Promise.all(ways.map((way) => this.#findWritings(way.map(typeSyllable))));
    return found.flat().slice(0, MOST_WRITINGS);
  }

  async #findWritings(syllables: readonly TypedSyllable[]): Promise<Token[][]> {
    const placed: PlacedHits = { said: new Map(), headings: new Map() };
    let count = 0;
    for (const shard of this.#sounds) {
      if (count >= MOST_PLACES) break;
      const hits = await this.#findSounds(shard, syllables);
      count += hits.length;
      placeHits(shard.places, hits.slice(0, MOST_PLACES), placed);
    }
    const hitsOf = new Map([...placed.said].map(([episode, hits]) => [episode, [hits]]));
    const forms = await findForms(hitsOf, [...hitsOf.keys()], this.#sources);
    const read = await this.#readings.open(forms.flatMap(({ tokens }) => tokens));
    const isReadSo = (tokens: readonly Token[]) =>
      tokens.length === syllables.length &&
      tokens.every((token, k) => {
        const { text, variants } = syllables[k] as TypedSyllable;
        return (
          token.isHan &&
          read(readLexical(token)).some((own) => own.syllable === text && variants.has(own.variant))
        );
      });
    const writings = forms.map(({ tokens }) => [...tokens]).filter(isReadSo);
    const areWords = await Promise.all(writings.map((tokens) => this.#isWord(tokens)));
    return writings.filter((_, k) => areWords[k]);
  }

  /** Places of a shard where the syllables are said, merged as the index of sounds has them. */
  async #findSounds(shard: ShardTerms, syllables: readonly TypedSyllable[]): Promise<PhraseHit[]> {
    const { index } = this.#sources;
    const isSaid = (from: number) => isSaidAt(shard.places, from);
    const length = syllables.length;
    const pair = syllables.map(({ text }) => text).join("");
    if (length === 2 && !shard.frequentPairs.has(pair)) {
      // Places of each kind, so that words of the dictionary are among those that are read.
      const found = await Promise.all(
        allBoundaries.map(async (boundaries, kind) => {
          const positions = await index.findPositions(shard.terms, pair + endSoundPair(boundaries));
          return positions.filter(isSaid).map((from) => ({ from, to: from + 2, quality: kind / 8 }));
        }),
      );
      return found.flat().sort((a, b) => a.from - b.from);
    }
    const starts =
      length === 2
        ? // One stretch of the many places of a frequent pair is enough to see its writings.
          (await loadPairLists(index, shard, pair, [shard.places.positionCount >> 1])).flatMap(
            ({ positions }) => positions,
          )
        : await matchPieces(
            makePhrasePieces(syllables, false, shard.frequentPairs).map((own) =>
              openPiece(index, shard, own),
            ),
            { isWanted: isSaid },
          );
    return starts.filter(isSaid).map((from) => ({ from, to: from + length, quality: 1 }));
  }

  async #isWord(tokens: readonly Token[]): Promise<boolean> {
    const { index, shards } = this.#sources;
    const hits = (await Promise.all(shards.map((shard) => matchPhrase(index, shard, tokens, false)))).flat();
    return hits.reduce((sum, { quality }) => sum + quality, 0) >= LEAST_QUALITY * hits.length;
  }
}

/** The likeliest ways to divide words into syllables. */
function splitWords(words: readonly string[]): string[][] {
  let ways: string[][] = [[]];
  for (const word of words) {
    const own = splitPinyin(word);
    ways = ways.flatMap((before) => own.map((syllables) => [...before, ...syllables])).slice(0, MOST_WAYS);
  }
  return ways;
}

const TONES = [0, 1, 2, 3, 4];

function typeSyllable(pinyin: string): TypedSyllable {
  const sounds = TONES.flatMap((tone) => readSyllable(`${pinyin}${tone}`) ?? []);
  return {
    text: sounds[0]?.syllable ?? "",
    isHan: true,
    from: 0,
    to: 0,
    variants: new Set(sounds.map(({ variant }) => variant)),
  };
}
