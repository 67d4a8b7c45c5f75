import type { Term } from "../../model/archive.ts";
import { claimTime, sumStretches } from "../../pipeline/measure/claim-time.ts";
import { describeTimeline } from "../_describe-airtime.ts";
import type { TermInEpisode } from "../_read-site.ts";

/** Parts of an episode's time in a strip as wide as a side column. Chosen. */
const stripParts = 40;

/** The terms that an episode talks about longest, with their strips over its time, and its other terms. */
export function stripTerms(terms: readonly TermInEpisode[], base: string, shown: number) {
  const longest = terms
    .map((own) => ({ ...own, seconds: measureMention(own) }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, shown);
  const strips = longest.map(({ term, seconds, mention }) => ({
    term,
    seconds,
    strokes: describeTimeline(mention, term, base, stripParts),
  }));
  const isShown = new Set<Term>(strips.map(({ term }) => term));
  return { strips, rest: terms.filter(({ term }) => !isShown.has(term)) };
}

function measureMention({ mention }: TermInEpisode): number {
  return mention.passages.reduce(
    (sum, { passage, marks }) => sum + sumStretches(claimTime(passage, marks)),
    0,
  );
}
