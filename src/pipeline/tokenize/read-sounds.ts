import { pinyin } from "pinyin-pro";
import { keyLatinSound } from "../../text/latin-sound.ts";
import type { Token } from "../../text/normalise.ts";
import { readSyllable, type SyllableSound } from "../../text/sound.ts";
import type { SoundToken } from "../../text/sound-terms.ts";

type WordSounds = readonly (SyllableSound | undefined)[];

/** The sounds of words, kept over all episodes: an archive says the same words over and over. */
export class SoundReader {
  readonly #soundsOf = new Map<string, WordSounds>();

  /**
   * The tokens of a turn as they sound. A character of several readings is read as its word has it.
   * @param wordStarts as `findWordStarts` gives them
   */
  read(tokens: readonly Token[], wordStarts: readonly boolean[]): SoundToken[] {
    const sounds: SoundToken[] = [];
    for (let from = 0; from < tokens.length; ) {
      let to = from + 1;
      while (!wordStarts[to]) to++;
      const own = tokens.slice(from, to);
      const word = own.map(({ text, isHan }) => (isHan ? text : " ")).join("");
      const syllables = this.#readWord(word);
      for (const [k, token] of own.entries()) {
        const sound = token.isHan ? syllables[k] : undefined;
        if (sound !== undefined) sounds.push({ ...token, text: sound.syllable, variant: sound.variant });
        else sounds.push({ ...token, text: keySound(token), isHan: false });
      }
      from = to;
    }
    return sounds;
  }

  #readWord(word: string): WordSounds {
    const known = this.#soundsOf.get(word);
    if (known !== undefined) return known;
    const readings = pinyin(word, { toneType: "num", type: "array", toneSandhi: false });
    const sounds = readings.length === [...word].length ? readings.map(readSyllable) : [];
    // Words are many in a large archive, and most are said once.
    if (this.#soundsOf.size < 500_000) this.#soundsOf.set(word, sounds);
    return sounds;
  }
}

/** A character that nobody reads sounds like itself only; the mark keeps it apart from the codes of syllables. */
function keySound({ text, isHan }: Token): string {
  return isHan ? `${text}?` : keyLatinSound(text);
}
