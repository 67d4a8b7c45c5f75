/** The airtime of each thing, by its name, in seconds, among all seconds of speech. */
export interface Speech {
  readonly seconds: number;
  readonly secondsOf: ReadonlyMap<string, number>;
}

/** Seconds that count as one observation: about the time that one mention claims. Chosen. */
const unit = 30;

/**
 * Seconds of ordinary speech that are added to both sides, so that a single mention in a short time says little.
 * Chosen: half an hour.
 */
const priorSeconds = 1800;

/**
 * What one side talks about more than the other, most telling first: the log odds of each thing with an informative
 * Dirichlet prior, divided by their standard deviation (Monroe, Colaresi and Quinn, "Fightin' Words", Political
 * Analysis 16, 2008, equations 16 to 22). The prior is what both sides talk about together. A score over 1.64 is
 * chance in one case of twenty.
 */
export function compareShares(
  side: Speech,
  other: Speech,
): { readonly name: string; readonly score: number }[] {
  const all = side.seconds + other.seconds;
  if (side.seconds <= 0 || other.seconds <= 0) return [];
  const names = new Set([...side.secondsOf.keys(), ...other.secondsOf.keys()]);
  const prior = priorSeconds / unit;
  return [...names]
    .map((name) => {
      const here = (side.secondsOf.get(name) ?? 0) / unit;
      const there = (other.secondsOf.get(name) ?? 0) / unit;
      const expected = ((here + there) / (all / unit)) * prior;
      const difference =
        logOdds(here + expected, side.seconds / unit + prior) -
        logOdds(there + expected, other.seconds / unit + prior);
      return { name, score: difference / Math.sqrt(1 / (here + expected) + 1 / (there + expected)) };
    })
    .sort((a, b) => b.score - a.score);
}

function logOdds(count: number, total: number): number {
  // A term that claims nearly all of a side's time has no odds: it is taken as all but one.
  return Math.log(count / Math.max(1, total - count));
}
