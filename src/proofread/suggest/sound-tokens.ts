import type { HeardText, HeardToken } from "../../model/heard-text.ts";
import type { Phone } from "./sound/phones.ts";
import { type HanSound, soundOutHan } from "./sound/sound-out.ts";
import { soundOutLatin } from "./sound/sound-out-latin.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

/** A token with its sounds, and the word that it is part of. */
export interface SoundedToken extends HeardToken {
  /** The ways in which it may be said; one for a Han character. */
  readonly readings: readonly (readonly Phone[])[];
  /** Pinyin with the tone's digit; "" for what is not Han. */
  readonly syllable: string;
  /** Indexes of the word's first token and of the one after its last. */
  readonly wordFrom: number;
  readonly wordTo: number;
  /** How surprising the word is: minus the base-10 logarithm of its share of all words, as dictionaries have it. */
  readonly surprise: number;
}

/** Words of the corpus behind jieba's dictionary: the sum of its counts, rounded. */
const CORPUS_WORDS = 60_000_000;
/** What a word of English is worth that the dictionary has, and one that it has not (chosen). */
const KNOWN_LATIN = 5.5;
const UNKNOWN_LATIN = 8.5;

/** Gives each token its sounds and its word. Runs of Han characters are cut where anything stands between them. */
export function soundTokens(heard: HeardText, words: WordKnowledge): SoundedToken[] {
  const { text } = heard;
  const tokens = heard.listTokens();
  const sounded: SoundedToken[] = [];
  const latin = new Map<string, Phone[][]>();
  for (let from = 0; from < tokens.length; ) {
    const token = tokens[from] as HeardToken;
    if (token.isHan) {
      let to = from + 1;
      while (continuesRun(tokens[to - 1] as HeardToken, tokens[to])) to += 1;
      sounded.push(...soundRun(tokens.slice(from, to), from, words));
      from = to;
      continue;
    }
    // A percent sign is said before its number, or not where it stands.
    const written = text.slice(token.from, token.to).replace(/[%‰％]$/, "");
    const readings = latin.get(written) ?? soundOutLatin(written, words.pronounce);
    latin.set(written, readings);
    const surprise = isKnownLatin(token.text, words) ? KNOWN_LATIN : UNKNOWN_LATIN;
    sounded.push({ ...token, readings, syllable: "", wordFrom: from, wordTo: from + 1, surprise });
    from += 1;
  }
  return sounded;
}

function isKnownLatin(word: string, words: WordKnowledge): boolean {
  return /^\d+[%‰]?$/.test(word) || words.pronounce(word) !== undefined;
}

function continuesRun(before: HeardToken, token: HeardToken | undefined): boolean {
  return token?.isHan === true && !token.startsTurn && token.from === before.to;
}

function soundRun(run: readonly HeardToken[], first: number, words: WordKnowledge): SoundedToken[] {
  const written = run.map(({ text }) => text).join("");
  const sounded: SoundedToken[] = [];
  let at = 0;
  for (const word of words.cut(written)) {
    const length = [...word].length;
    const sounds = soundOutWord(word);
    const surprise = surpriseOf(word, words);
    for (let k = at; k < at + length && k < run.length; k += 1) {
      const { syllable = "", phones = [] } = sounds[k - at] ?? {};
      const span = { wordFrom: first + at, wordTo: first + at + length };
      sounded.push({ ...(run[k] as HeardToken), readings: [phones], syllable, ...span, surprise });
    }
    at += length;
  }
  return sounded;
}

/** An archive says the same words over and over, and reading them is slow. */
const knownWords = new Map<string, readonly HanSound[]>();

function soundOutWord(word: string): readonly HanSound[] {
  const sounds = knownWords.get(word) ?? soundOutHan(word);
  knownWords.set(word, sounds);
  return sounds;
}

/** How surprising a run of Han characters is for each of them, as jieba would cut it. */
export function rateSurprise(run: string, words: WordKnowledge): number {
  return words.cut(run).reduce((sum, word) => sum + surpriseOf(word, words), 0) / [...run].length;
}

/** What jieba guesses without its dictionary is as surprising as its characters. */
function surpriseOf(word: string, words: WordKnowledge): number {
  const count = words.countWord(word);
  if (count > 0) return rate(count);
  return [...word].reduce((sum, character) => sum + rate(words.countWord(character)), 0);
}

function rate(count: number): number {
  return -Math.log10(Math.max(count, 0.5) / CORPUS_WORDS);
}
