import { isUnspaced } from "../../../text/join-text.ts";

/** A word as a recogniser gives it. Times in seconds. */
export interface SpokenWord {
  /** Spaces at its ends count where any word of the file has some. */
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  readonly speaker?: string;
  /** Number of its record. */
  readonly index: number;
}

/** Words as one text: with their own spaces where the file writes these, else with one between words that need it. */
export function joinWords(words: readonly SpokenWord[]): string {
  const hasSpaces = words.some(({ text }) => /^\s|\s$/.test(text));
  let joined = "";
  for (const { text } of words) {
    const isGlued =
      hasSpaces || joined === "" || /^[\p{Pe}\p{Pf}\p{Po}%]/u.test(text) || /[\p{Ps}\p{Pi}]$/u.test(joined);
    joined += isGlued || isUnspaced(joined.at(-1) ?? "") || isUnspaced(text[0] ?? "") ? text : ` ${text}`;
  }
  return joined.replace(/\s+/g, " ").trim();
}

// Chosen: a sentence is a cue; where nothing marks its end, a pause is, or else the number of its words.
const longestPause = 1.5;
const mostWords = 60;

/** Words parted into what becomes a cue: at another speaker, the end of a sentence, a pause, or after many words. */
export function partWords(words: readonly SpokenWord[]): SpokenWord[][] {
  const parts: SpokenWord[][] = [];
  let open: SpokenWord[] = [];
  let end: number | undefined;
  for (const word of words) {
    const isMark = /^[\p{P}\s]+$/u.test(word.text);
    const last = open.at(-1);
    const isNew =
      last !== undefined &&
      !isMark &&
      ((word.speaker !== undefined && last.speaker !== undefined && word.speaker !== last.speaker) ||
        isSentenceEnd(open) ||
        (word.start !== undefined && end !== undefined && word.start - end > longestPause) ||
        open.length >= mostWords);
    if (isNew) {
      parts.push(open);
      open = [];
    }
    open.push(word);
    end = word.end ?? word.start ?? end;
  }
  if (open.length > 0) parts.push(open);
  return parts;
}

function isSentenceEnd(words: readonly SpokenWord[]): boolean {
  let index = words.length - 1;
  while (index > 0 && words[index]?.text.trim() === "") index -= 1;
  const text = words[index]?.text.trim() ?? "";
  // A point after one letter, or in a number, ends no sentence (J. R., 3.5).
  return /[。！？!?…]["'”’」』）)]?$/.test(text) || (/\.["'”’)]?$/.test(text) && !/^\p{L}\.$/u.test(text));
}
