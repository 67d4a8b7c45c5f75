/** Index of the last of `count` items for which `test` holds, true ones coming first; -1 where none does. */
export function findLastIndex(count: number, test: (index: number) => boolean): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2);
    if (test(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the last of ascending values that is not after `value`; -1 where all are. */
export function findLastNotAfter(values: ArrayLike<number>, value: number): number {
  return findLastIndex(values.length, (index) => (values[index] as number) <= value);
}
