/**
 * How many letters have to be changed, added, left out or swapped with their neighbour to make one word of the
 * other (optimal string alignment); `limit + 1` where it is more than `limit`.
 */
export function measureEdits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let edits = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (beforeLast[j - 2] as number) + 1);
      row.push(edits);
      if (edits < least) least = edits;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] as number, limit + 1);
}

/** The edits that a word of so many letters may be away from what was meant. */
export function allowEdits(length: number): number {
  if (length < 3) return 0;
  return length <= 5 ? 1 : 2;
}

/** How many different letters only one of two words has: an edit changes at most two of these. */
export function countOtherLetters(a: string, b: string): number {
  let others = listLetters(a) ^ listLetters(b);
  let count = 0;
  for (; others !== 0; others &= others - 1) count++;
  return count;
}

/** A bit for each letter of a word; what is not a to z shares them. */
function listLetters(word: string): number {
  let letters = 0;
  for (let k = 0; k < word.length; k++) letters |= 1 << (word.charCodeAt(k) & 31);
  return letters;
}
