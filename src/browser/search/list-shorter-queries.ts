import { readTokens } from "../../text/normalise.ts";

/**
 * Parts of a word that nothing was found for: all runs of its tokens that are one shorter, then two shorter, and
 * so on, as typed. A single Han character is too little to ask for, a Latin word is not.
 * @param limit of parts in all; a length that does not fit is left out whole
 */
export function listShorterQueries(word: string, limit = 12): string[][] {
  const tokens = readTokens(word);
  const levels: string[][] = [];
  let room = limit;
  for (let length = tokens.length - 1; length > 0; length--) {
    const parts = new Set<string>();
    for (let first = 0; first + length <= tokens.length; first++) {
      const run = tokens.slice(first, first + length);
      const [from, to] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0];
      if (length > 1 || run[0]?.isHan === false) parts.add(word.slice(from, to));
    }
    room -= parts.size;
    if (room < 0) break;
    if (parts.size > 0) levels.push([...parts]);
  }
  return levels;
}
