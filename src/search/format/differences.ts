/** Each value relative to the one before: small numbers, which compress well. */
export function takeDifferences(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0));
}

/** Running sums: values that were written each relative to the one before. */
export function addUp(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
}
