import type { ChartBar } from "../components/charts/draw-bar-chart.ts";
import type { TimelineStroke } from "../components/charts/draw-timeline.ts";
import type { Episode, Term } from "../model/archive.ts";
import type { Passage } from "../model/passage.ts";
import { makePageAddress } from "../model/site-address.ts";
import type { Period } from "../pipeline/measure/choose-periods.ts";
import { measureTimeline } from "../pipeline/measure/claim-time.ts";
import type { Airtime, ArchiveAirtime } from "../pipeline/measure/measure-airtime.ts";
import type { Mention } from "../pipeline/mention/find-mentions.ts";
import { formatTime } from "../text/time.ts";
import { formatShare } from "../wording/interface-words.ts";

/** The address of a passage whose page marks these names; a name with spaces is one word of the query. */
export function makePassageAddress(
  base: string,
  { episode, passage }: { readonly episode: Episode; readonly passage: Passage },
  ...names: readonly string[]
): string {
  const query = names.map((name) => (/\s/.test(name) ? `"${name}"` : name)).join(" ");
  return `${makePageAddress(base, "episodes", episode.slug)}?q=${encodeURIComponent(query)}#${passage.anchor}`;
}

/** A mark of a term's timeline: one of equal parts of an episode's time. */
export interface TimelineMark {
  /** Seconds. */
  readonly start: number;
  readonly seconds: number;
  readonly share: number;
  readonly title: string;
  readonly href?: string;
}

/** A term's timeline in an episode: of each part of its time the share that is the term's airtime. */
export function describeTimeline(mention: Mention, term: Term, base: string, parts: number): TimelineMark[] {
  const { episode } = mention;
  const length = episode.duration / parts;
  return measureTimeline(mention.passages, episode.duration, parts).map(({ start, seconds, passage }) => {
    const time = formatTime(passage?.start ?? start, passage?.isEstimated ?? false);
    return {
      start,
      seconds,
      share: Math.min(1, seconds / length),
      title: `${time} · ${term.term} ${formatTime(Math.max(1, seconds))}`,
      ...(passage === undefined ? {} : { href: makePassageAddress(base, { episode, passage }, term.term) }),
    };
  });
}

/** A term in one period of the archive. */
export interface PeriodAirtime {
  readonly period: Period;
  readonly seconds: number;
  /** Undefined where nobody speaks in the period. */
  readonly share: number | undefined;
  /** In the period's episodes, longest first. */
  readonly airtimes: readonly Airtime[];
}

/** A term's airtime in each period, and its share of all that is said in it. */
export function describePeriods(
  airtimes: readonly Airtime[],
  periods: readonly Period[],
  speechOf: ArchiveAirtime["speechOf"],
): PeriodAirtime[] {
  const airtimeIn = new Map(airtimes.map((airtime) => [airtime.episode, airtime]));
  return periods.map((period) => {
    const speech = period.episodes.reduce((sum, episode) => sum + (speechOf.get(episode) ?? 0), 0);
    const own = period.episodes
      .flatMap((episode) => airtimeIn.get(episode) ?? [])
      .sort((a, b) => b.seconds - a.seconds);
    const seconds = own.reduce((sum, airtime) => sum + airtime.seconds, 0);
    return { period, seconds, share: speech > 0 ? seconds / speech : undefined, airtimes: own };
  });
}

/** Where a period's mark leads: to its episode's passage, or to the row of the table that lists several. */
function findPeriodAddress(
  { period, airtimes }: PeriodAirtime,
  term: Term,
  base: string,
): string | undefined {
  const [first] = airtimes;
  if (first === undefined) return undefined;
  return airtimes.length === 1 ? makePassageAddress(base, first, term.term) : `#${makeRowId(period)}`;
}

/** The id of a period's row in the table of numbers. */
export function makeRowId({ name }: Period): string {
  return `minutes-${name}`;
}

/** What a pointer reads on a period's mark. */
function writePeriodTitle({ period, seconds, share, airtimes }: PeriodAirtime): string {
  const title = airtimes.length === 1 ? ` · ${airtimes[0]?.episode.title ?? ""}` : "";
  return `${period.name} · ${formatTime(seconds)} · ${formatShare(share ?? 0)}${title}`;
}

export function makePeriodBars(rows: readonly PeriodAirtime[], term: Term, base: string): ChartBar[] {
  return rows.map((row) => {
    const href = findPeriodAddress(row, term, base);
    return {
      share: row.share,
      title: writePeriodTitle(row),
      label: row.period.name,
      ...(href === undefined ? {} : { href }),
    };
  });
}

export function makeTimelineBars(marks: readonly TimelineMark[], isEstimated: boolean): ChartBar[] {
  return marks.map(({ share, title, href, start }) => ({
    share,
    title,
    label: formatTime(start, isEstimated),
    ...(href === undefined ? {} : { href }),
  }));
}

export function makePeriodStrokes(
  rows: readonly PeriodAirtime[],
  term: Term,
  page: string,
  base: string,
): TimelineStroke[] {
  return rows.map((row) => {
    const href = findPeriodAddress(row, term, base);
    return {
      share: row.share ?? 0,
      title: writePeriodTitle(row),
      ...(href === undefined ? {} : { href: href.startsWith("#") ? page + href : href }),
    };
  });
}
