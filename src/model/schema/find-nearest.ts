/**
 * How many letters must be typed, deleted, changed or swapped with their neighbour to get from one word to the
 * other (optimal string alignment), in code points.
 */
export function measureEditDistance(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + cost,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (before[column - 2] ?? 0) + 1);
      }
      line.push(best);
    }
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}

/** The candidate that was probably meant: at most a third of its letters (and always one) may differ, case apart. */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase().slice(0, 100);
  let nearest: string | undefined;
  let leastDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor([...candidate].length / 3));
    if (Math.abs(candidate.length - typed.length) > 2 * limit) continue;
    const distance = measureEditDistance(typed, candidate.toLowerCase());
    if (distance > limit || distance >= leastDistance || distance >= [...candidate].length) continue;
    nearest = candidate;
    leastDistance = distance;
  }
  return nearest;
}
