import { pinyin } from "pinyin-pro";
import { isCharacter, readLexical, type Token } from "../../text/normalise.ts";
import { keyLatinSound } from "../../text/sound/latin-sound.ts";
import { readSyllable, type SyllableSound } from "../../text/sound/sound.ts";
import type { SoundToken } from "../format/sound-terms.ts";

type WordSounds = readonly (SyllableSound | undefined)[];

/** Words are many in a large archive, and most are said once. Chosen. */
const CACHED_WORDS = 300_000;
const CACHED_KEYS = 100_000;
/** What is read otherwise alone than in the words of a dictionary: 地 after an adverb. */
const readAlone: Readonly<Record<string, string>> = { 地: "de0" };

/** The sounds of words, cached over all episodes: an archive says the same words over and over. */
export class SoundReader {
  readonly #soundsOf = new Map<string, WordSounds>();
  readonly #keyOf = new Map<string, string>();
  readonly #syllableOf = new Map<string, SyllableSound | undefined>();

  /**
   * The tokens of a turn as they sound. A character of several readings is read as its word has it.
   * @param wordStarts as `findWordStarts` gives them
   */
  read(tokens: readonly Token[], wordStarts: readonly boolean[]): SoundToken[] {
    const words = listHanWords(tokens, wordStarts);
    this.#learn(words);
    const sounds: SoundToken[] = [];
    for (const word of words) {
      const syllables = this.#soundsOf.get(word.text) ?? [];
      for (let k = word.from; k < word.to; k++) {
        const token = tokens[k] as Token;
        const { from, to } = token;
        const sound = token.isHan ? syllables[k - word.from] : undefined;
        if (sound === undefined) sounds.push({ text: this.#keySound(token), isHan: false, from, to });
        else sounds.push({ text: sound.syllable, variant: sound.variant, isHan: true, from, to });
      }
    }
    return sounds;
  }

  /** Each word alone: among others pinyin-pro reads it otherwise (应该 as ying4 gai1), so their order would count. */
  #learn(words: readonly { readonly text: string }[]): void {
    if (this.#soundsOf.size > CACHED_WORDS) this.#soundsOf.clear();
    for (const { text } of words) {
      if (text === "" || this.#soundsOf.has(text)) continue;
      const own =
        text in readAlone
          ? [readAlone[text] as string]
          : pinyin(text, { toneType: "num", type: "array", toneSandhi: false });
      this.#soundsOf.set(
        text,
        own.map((reading) => this.#readSyllable(reading)),
      );
    }
  }

  #readSyllable(pinyinOfOne: string): SyllableSound | undefined {
    if (!this.#syllableOf.has(pinyinOfOne)) this.#syllableOf.set(pinyinOfOne, readSyllable(pinyinOfOne));
    return this.#syllableOf.get(pinyinOfOne);
  }

  /** A character that nobody reads sounds like itself only; the mark keeps it apart from the codes of syllables. */
  #keySound(token: Token): string {
    if (isCharacter(token)) return `${readLexical(token)}?`;
    const { text } = token;
    const known = this.#keyOf.get(text);
    if (known !== undefined) return known;
    if (this.#keyOf.size > CACHED_KEYS) this.#keyOf.clear();
    const key = keyLatinSound(text);
    this.#keyOf.set(text, key);
    return key;
  }
}

/** The words of a turn; `text` is empty for a token that is not Han. */
function listHanWords(
  tokens: readonly Token[],
  wordStarts: readonly boolean[],
): { readonly text: string; readonly from: number; readonly to: number }[] {
  const words: { text: string; from: number; to: number }[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    let text = "";
    while (!wordStarts[to]) to++;
    for (let k = from; k < to; k++) if (tokens[k]?.isHan) text += readLexical(tokens[k] as Token);
    words.push({ text: [...text].length === to - from ? text : "", from, to });
    from = to;
  }
  return words;
}
