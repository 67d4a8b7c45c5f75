/**
 * Where each of a cue's words begins in its text: one offset a word, ascending; undefined for a word that is not
 * found after the one before it (recognisers leave out or add punctuation). One whose offset is known stands there.
 */
export function locateWords(
  text: string,
  words: readonly { readonly text: string; readonly offset?: number }[],
): (number | undefined)[] {
  let from = 0;
  return words.map((word) => {
    if (word.offset !== undefined) return word.offset;
    const bare = word.text.trim();
    if (bare === "") return undefined;
    // A word is looked for near its place: one that is far away is another one of the same spelling.
    const distance = text.slice(from, from + 80 + bare.length).indexOf(bare);
    if (distance === -1) return undefined;
    const offset = from + distance;
    from = offset + bare.length;
    return offset;
  });
}
