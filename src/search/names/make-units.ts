import { readLexical, readTokens } from "../../text/normalise.ts";
import type { Unit } from "./match-name.ts";

/**
 * Cuts a name into what it is matched by.
 * @param spell the syllables of a folded Han character
 * @param spellings where a name is read otherwise than its characters are: all ways, likeliest first
 */
export function makeUnits(
  text: string,
  spell: (character: string) => readonly string[],
  spellings: readonly string[] = [],
): Unit[] {
  const ways = spellings.map((spelling) => spelling.split(" "));
  let place = 0;
  return readTokens(text).map((token) => {
    const folded = readLexical(token);
    const { isHan, from, to } = token;
    if (!isHan) return { text: folded, syllables: undefined, from, to };
    const own = ways.map((way) => way[place]).filter((syllable) => syllable !== undefined);
    place++;
    return { text: folded, syllables: own.length === 0 ? spell(folded) : [...new Set(own)], from, to };
  });
}
