import type { PlacedHits } from "../place-hits.ts";

const INITIAL = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])";
const FINAL =
  "(?:i(?:ang|ong|an|ao|ng|n|a|e|u)?|u(?:ang|ai|an|i|n|a|o|e)?|[vü](?:an|n|e)?|a(?:ng|i|n|o)?|e(?:ng|i|n|r)?|o(?:ng|u)?)";
const SYLLABLE = `(?:${INITIAL}${FINAL}|a(?:ng|i|n|o)?|e(?:ng|i|n|r)?|ou?)`;
/** Syllables and perhaps the beginning of another one; or an initial for each character. */
const SPELT = new RegExp(`^(?:(?:${SYLLABLE}['’]?)+${INITIAL}?|(?:${INITIAL}|[aeo])+)$`, "iu");

/** Chosen: more letters are no name that one types. */
const MOST_LETTERS = 30;

/** Whether letters may be a name's syllables (`zhengliu`) or initials (`zl`): most Latin words are neither. */
export function mayBeSpelt(word: string): boolean {
  return word.length >= 2 && word.length <= MOST_LETTERS && SPELT.test(word);
}

/** What the archive says is meant as it is written. */
export function isNowhere({ said, headings }: PlacedHits): boolean {
  return said.size === 0 && headings.size === 0;
}
