import { isCharacter, readLexical, type Token } from "../../../text/normalise.ts";
import { countConsonants, keyLatinSound } from "../../../text/sound/latin-sound.ts";
import { readSyllable } from "../../../text/sound/sound.ts";
import { rememberLoaded } from "../../api/load-files.ts";
import { openReadings, otherTableOf, type ReadCharacter } from "../../format/sound-readings.ts";
import type { QueryWord } from "../../query/query.ts";
import type { SearchFiles } from "../passage-table.ts";

/** A token of a form: a syllable in any of the variants that are likely, or another token's key. */
export interface FormToken extends Token {
  /** None where the query does not say how the syllable is written, as in the name of a letter. */
  readonly variants: readonly string[];
  /** The variants of all syllables that are merged with this one. */
  readonly siblings: readonly string[];
}

/** One way in which a word of a query may sound: its tokens must follow one another. */
export interface SoundForm {
  readonly tokens: readonly FormToken[];
  /** A word in one script is looked for in another one. */
  readonly isOtherScript: boolean;
}

/** Each form is a few files to load; words whose characters all have several readings have many. Chosen. */
const MOST_FORMS = 8;
/** What sounds like a shorter name is too often something else to look for another name of what was asked. Chosen. */
const SHORTEST_ALIAS = 3;
/** Consonants that make a word in Latin letters sound like little else; syllables count as one. Chosen. */
const LEAST_SOUNDS = 2;
/** Letters and digits of a word that may be said by their names. Chosen: RL, o1, MLA, GPT. */
const MOST_SPELLED = 4;

/**
 * Characters of a name that a recogniser may take for English. Names of four are rare, and every word of four would
 * load files for them.
 */
const MOST_OF_A_NAME = 3;

/**
 * How a word may sound, the likeliest first. Nothing for a word of one syllable: what sounds like it is everywhere;
 * and nothing for a number, which is written as it is said.
 */
export function makeSoundForms({ forms }: QueryWord, read: ReadCharacter): SoundForm[] {
  const found = new Map<string, SoundForm>();
  for (const [k, tokens] of forms.entries()) {
    if (k > 0 && countSounds(tokens) < SHORTEST_ALIAS) continue;
    if (tokens.every((token) => /^\d+[%‰]?$/.test(token.text))) continue;
    for (const form of [...soundAlike(tokens, read), ...soundAcross(tokens, read)]) {
      const key = form.tokens.map((token) => token.text).join(" ");
      if (!found.has(key)) found.set(key, form);
    }
  }
  return [...found.values()];
}

/** The word as it stands: each reading of its characters, the key of its other tokens. */
function soundAlike(tokens: readonly Token[], read: ReadCharacter): SoundForm[] {
  if (countSounds(tokens) < LEAST_SOUNDS) return [];
  return combine(tokens.map((token) => readToken(token, read))).map((own) => ({
    tokens: own,
    isOtherScript: false,
  }));
}

/** The word in another script: Han for Latin, Latin for Han, and with other cuts between Latin words. */
function soundAcross(tokens: readonly Token[], read: ReadCharacter): SoundForm[] {
  const forms: FormToken[][] = [];
  if (tokens.some(({ isPhonetic }) => isPhonetic)) return [];
  const latin = tokens.filter(({ isHan }) => !isHan);
  if (latin.length === 0 && tokens.length >= LEAST_SOUNDS && tokens.length <= MOST_OF_A_NAME)
    forms.push(...spellPinyin(tokens, read));
  if (latin.length === tokens.length) {
    const joined = tokens.map(({ text }) => text).join("");
    if (tokens.length > 1) forms.push([makeKey(joined)]);
    forms.push(...splitOne(tokens.map(({ text }) => text)));
    // Names of vowels alone are said as any other word is: AI.
    if (joined.length <= MOST_SPELLED && /[^aeiou]/.test(joined)) forms.push(...sayLetters(joined));
  } else if (latin.length > 0) return [];
  if (latin.length > 0 && tokens.length > 1) forms.push(...sayOneAsHan(tokens));
  return forms
    .filter((form) => countFormSounds(form) >= LEAST_SOUNDS)
    .map((form) => ({ tokens: form, isOtherScript: true }));
}

/** A word of fewer letters is said as one. Chosen. */
const SHORTEST_SPLIT = 6;
/** Each is a file to load. Chosen. */
const MOST_SPLITS = 3;
/** Where a syllable may end and another one begin, three letters from either end: deep|seek, and not deeps|eek. */
const SYLLABLE_BORDER =
  /(?<=^[a-z]*[aeiouy][a-z]*)(?<=[a-z]{3})(?=[b-df-hj-np-tv-z][hlr]?[aeiouy])(?=[a-z]{3})/g;

/** A name that is written as one word and heard as two: deep sick for `deepseek`, whatever its capitals. */
function splitOne(words: readonly string[]): FormToken[][] {
  const splits = words.flatMap((word, at) => {
    if (word.length < SHORTEST_SPLIT || !/^[a-z]+$/.test(word)) return [];
    return [...word.matchAll(SYLLABLE_BORDER)].map(({ index }) =>
      words.flatMap((own, k) => (k === at ? [own.slice(0, index), own.slice(index)] : [own])),
    );
  });
  return splits.slice(0, MOST_SPLITS).map((own) => own.map(makeKey));
}

/** Han as a recogniser writes a name that it takes for English: Cao Wei. */
function spellPinyin(tokens: readonly Token[], read: ReadCharacter): FormToken[][] {
  const words = tokens.map((token) => read(readLexical(token))[0]?.pinyin);
  if (words.includes(undefined)) return [];
  return [words.map((word) => makeKey(word as string))];
}

/** `rl` as 阿尔. */
function sayLetters(letters: string): FormToken[][] {
  let said: string[][] = [[]];
  for (const letter of letters) {
    const names = letterNames[letter] ?? [];
    said = said.flatMap((before) =>
      names
        .filter((name) => name !== "" || before.length > 0)
        .map((name) => [...before, ...name.split(" ").filter((syllable) => syllable !== "")]),
    );
  }
  return said.slice(0, MOST_FORMS).map((syllables) => syllables.flatMap(makeSyllable));
}

/** `long CoT` as 狼 COT: each word that is also a syllable, said as one. */
function sayOneAsHan(tokens: readonly Token[]): FormToken[][] {
  return tokens.flatMap(({ text }, at) =>
    sayAsSyllables(text).map((syllable) =>
      tokens.flatMap((token, k) => (k === at ? makeSyllable(syllable) : [makeKey(token.text)])),
    ),
  );
}

/** How a short English word sounds to a recogniser of Mandarin: as the syllable so spelled, and its o as an a. */
function sayAsSyllables(word: string): string[] {
  return [word, word.replace("o", "a")].filter((own) => readSyllable(`${own}0`) !== undefined);
}

/** What a token lacks that no query wrote. */
const unwritten = { variants: [], siblings: [], from: 0, to: 0 } as const;

function makeSyllable(pinyin: string): FormToken[] {
  const sound = readSyllable(`${pinyin}0`);
  return sound === undefined ? [] : [{ text: sound.syllable, isHan: true, ...unwritten }];
}

function makeKey(word: string): FormToken {
  return { text: keyLatinSound(word), isHan: false, ...unwritten };
}

function readToken(token: Token, read: ReadCharacter): FormToken[] {
  if (!isCharacter(token)) return [makeKey(token.text)];
  const found = new Map<string, FormToken>();
  for (const { syllable, variant, siblings } of token.isHan ? read(readLexical(token)) : []) {
    const variants = [...(found.get(syllable)?.variants ?? []), variant];
    found.set(syllable, { ...token, text: syllable, variants, siblings });
  }
  if (found.size === 0) return [{ ...unwritten, text: `${readLexical(token)}?`, isHan: false }];
  return [...found.values()];
}

/** One of each, in every combination, the first ones first. */
function combine(choices: readonly (readonly FormToken[])[]): FormToken[][] {
  let combined: FormToken[][] = [[]];
  for (const own of choices)
    combined = own.flatMap((token) => combined.map((before) => [...before, token])).slice(0, MOST_FORMS);
  return combined;
}

/** How many syllables tokens have; of those in Latin letters, consonants and digits. */
export function countSounds(tokens: readonly Token[]): number {
  return countFormSounds(
    tokens.map((token) => (token.isHan ? token : { ...token, text: keyLatinSound(token.text) })),
  );
}

function countFormSounds(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { text, isHan }) => sum + (isHan ? 1 : countConsonants(text)), 0);
}

/**
 * What recognisers write in Han characters for a Latin letter or a digit that is said by its name, as pinyin without
 * tones, the likeliest first: 阿尔 for R, 欧万 for o1. An empty one is swallowed after another name (阿尔 for RL).
 */
const letterNames: Readonly<Record<string, readonly string[]>> = {
  a: ["ei", "a"],
  b: ["bi"],
  c: ["xi", "sei"],
  d: ["di"],
  e: ["yi"],
  f: ["ai fu"],
  g: ["ji"],
  h: ["ai chi", "ai qu"],
  i: ["ai"],
  j: ["zhei", "jie"],
  k: ["kei", "kai"],
  l: ["ai er", "ou", ""],
  m: ["ai mu"],
  n: ["en"],
  o: ["ou"],
  p: ["pi"],
  q: ["qiu"],
  r: ["a er", "a"],
  s: ["ai si"],
  t: ["ti"],
  u: ["you"],
  v: ["wei"],
  w: ["da bu liu"],
  x: ["ai ke si"],
  y: ["wai"],
  z: ["zei"],
  0: ["ling"],
  1: ["yi", "wan"],
  2: ["er", "tu"],
  3: ["san"],
  4: ["si", "fo"],
  5: ["wu"],
  6: ["liu"],
  7: ["qi"],
  8: ["ba"],
  9: ["jiu"],
};

/** How characters may be read: the usual ones, and of the others only those tables that are needed. */
export class QueryReadings {
  readonly #openTable: (other: number | undefined) => Promise<ReturnType<typeof openReadings>>;

  constructor(files: Pick<SearchFiles, "loadReadings">) {
    this.#openTable = rememberLoaded(async (other) => {
      const { syllables } = await files.loadReadings();
      return openReadings(await files.loadReadings(other), syllables);
    });
  }

  /** Of the characters of some tokens; of the usual ones where there are none. Rejects with a SearchLoadError. */
  async open(tokens: readonly Token[]): Promise<ReadCharacter> {
    if (tokens.length > 0 && !tokens.some(({ isHan }) => isHan)) return () => [];
    const usual = await this.#openTable(undefined);
    const rare = tokens.filter((token) => token.isHan && usual(readLexical(token)) === undefined);
    const others = await Promise.all(
      [...new Set(rare.map((token) => otherTableOf(readLexical(token))))].map((table) =>
        this.#openTable(table),
      ),
    );
    return (character) => {
      for (const read of [usual, ...others]) {
        const readings = read(character);
        if (readings !== undefined) return readings;
      }
      return [];
    };
  }
}
