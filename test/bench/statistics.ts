/**
 * The smallest value that is not exceeded by `share` (0 to 1) of the values, the nearest-rank percentile:
 * always one of the values. NaN where there are none.
 */
export function takePercentile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? Number.NaN;
}

/** NaN where there are no values. */
export function takeMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Median, 95th percentile and largest of some values, and how many they are. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export function takeSpread(values: readonly number[]): Spread {
  return {
    count: values.length,
    median: takePercentile(values, 0.5),
    p95: takePercentile(values, 0.95),
    max: takePercentile(values, 1),
  };
}
