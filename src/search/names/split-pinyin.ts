const INITIAL = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])";
const FINAL =
  "(?:i(?:ang|ong|an|ao|ng|n|a|e|u)?|u(?:ang|ai|an|i|n|a|o|e)?|[vü](?:an|n|e)?|a(?:ng|i|n|o)?|e(?:ng|i|n|r)?|o(?:ng|u)?)";
const SYLLABLE = `(?:${INITIAL}${FINAL}|a(?:ng|i|n|o)?|e(?:ng|i|n|r)?|ou?)`;
/** Syllables and perhaps the beginning of another one; or an initial for each character. */
const SPELT = new RegExp(`^(?:(?:${SYLLABLE}['’]?)+${INITIAL}?|(?:${INITIAL}|[aeo])+)$`, "iu");
const WHOLE_SYLLABLE = new RegExp(`^${SYLLABLE}$`, "u");
const LONGEST_SYLLABLE = 6;

/** Chosen: more letters are no name that one types. */
const MOST_LETTERS = 30;

/** Whether letters may be a name's syllables (`zhengliu`) or initials (`zl`): most Latin words are neither. */
export function mayBeSpelt(word: string): boolean {
  return word.length >= 2 && word.length <= MOST_LETTERS && SPELT.test(word);
}

/** Ways to divide letters that are kept. Chosen: 西安 is the second of `xian`, and few have a third. */
const MOST_WAYS = 3;

/**
 * The ways to divide lower-case letters into syllables, the likeliest first: one that begins with a vowel would have an
 * apostrophe before it, and is rarely typed so. None where they are no syllables.
 */
export function splitPinyin(letters: string): string[][] {
  // waysFrom[at]: the likeliest ways to divide what follows the letter `at`.
  const waysFrom: { syllables: readonly string[]; cost: number }[][] = [];
  waysFrom[letters.length] = [{ syllables: [], cost: 0 }];
  for (let at = letters.length - 1; at >= 0; at--) {
    const ways = [];
    for (let end = at + 1; end <= Math.min(letters.length, at + LONGEST_SYLLABLE); end++) {
      const syllable = letters.slice(at, end);
      if (!WHOLE_SYLLABLE.test(syllable)) continue;
      const own = at > 0 && /^[aeo]/.test(syllable) ? 2 : 1;
      for (const { syllables, cost } of waysFrom[end] ?? [])
        ways.push({ syllables: [syllable, ...syllables], cost: own + cost });
    }
    waysFrom[at] = ways.sort((a, b) => a.cost - b.cost).slice(0, MOST_WAYS);
  }
  return (waysFrom[0] ?? []).map(({ syllables }) => [...syllables]);
}
