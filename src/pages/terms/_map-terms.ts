import type { Episode, Term } from "../../model/archive.ts";
import { makePageAddress } from "../../model/site-address.ts";
import { choosePeriods } from "../../pipeline/measure/choose-periods.ts";
import { compareShares, type Speech } from "../../pipeline/measure/compare-shares.ts";
import type { ArchiveAirtime, TermAirtime } from "../../pipeline/measure/measure-airtime.ts";
import { formatTime } from "../../text/time.ts";
import { describePeriods, describeTimeline, makePeriodStrokes } from "../_describe-airtime.ts";
import type { Site } from "../_read-site.ts";

const rowsShown = 20;
const timelineParts = 60;
const listed = 8;
/** Fewer episodes have no "of late". Chosen. */
const fewestEpisodes = 4;
/** The newest part of the episodes that is new, and that is compared with all before it. Chosen. */
const recentPart = 1 / 4;
/** A score that chance gives in one case of twenty. */
const leastScore = 1.64;

/** What the map of an archive's terms shows, longest first. */
export function mapTerms(site: Site, base: string) {
  const { archive, airtime } = site;
  const most = [...airtime.terms.values()].sort((a, b) => b.seconds - a.seconds);
  const rows = most.slice(0, rowsShown);
  const isOne = archive.episodes.length === 1;
  const drawn = isOne ? drawTimelines(site, rows, base) : drawPeriods(site, rows, base);
  return { rows: drawn, isOne, ends: findEnds(archive.episodes), ...listChanges(archive.episodes, airtime) };
}

/** What stands at the two ends of the map's time. */
function findEnds(episodes: readonly Episode[]): readonly [from: string, to: string] {
  const [only, second] = episodes;
  if (only !== undefined && second === undefined)
    return [formatTime(0), formatTime(only.duration, only.isDurationEstimated)];
  const { periods } = choosePeriods(episodes);
  return [periods[0]?.name ?? "", periods.at(-1)?.name ?? ""];
}

function drawTimelines({ mentionsOf }: Site, rows: readonly TermAirtime[], base: string) {
  return rows.map(({ term, seconds }) => ({
    term,
    seconds,
    strokes: (mentionsOf.get(term) ?? []).flatMap((mention) =>
      describeTimeline(mention, term, base, timelineParts),
    ),
  }));
}

function drawPeriods({ archive, airtime }: Site, rows: readonly TermAirtime[], base: string) {
  const { periods } = choosePeriods(archive.episodes);
  return rows.map(({ term, seconds, episodes }) => ({
    term,
    seconds,
    strokes: makePeriodStrokes(
      describePeriods(episodes, periods, airtime.speechOf),
      term,
      makePageAddress(base, "terms", term.slug),
      base,
    ),
  }));
}

/** The terms that the newest episodes are the first to say, and those that they talk about more than before. */
function listChanges(episodes: readonly Episode[], { terms, speechOf }: ArchiveAirtime) {
  if (episodes.length < fewestEpisodes) return { fresh: [], rising: [] };
  const recent = new Set(episodes.slice(0, Math.max(1, Math.round(episodes.length * recentPart))));
  const sumSpeech = (isRecent: boolean): Speech => ({
    seconds: episodes
      .filter((episode) => recent.has(episode) === isRecent)
      .reduce((sum, episode) => sum + (speechOf.get(episode) ?? 0), 0),
    secondsOf: new Map(
      [...terms].map(([slug, own]) => [
        slug,
        own.episodes
          .filter(({ episode }) => recent.has(episode) === isRecent)
          .reduce((sum, { seconds }) => sum + seconds, 0),
      ]),
    ),
  });
  const before = sumSpeech(false);
  const isNew = ({ term }: TermAirtime) => (before.secondsOf.get(term.slug) ?? 0) === 0;
  const fresh = [...terms.values()].filter(isNew).sort((a, b) => b.seconds - a.seconds);
  const rising = compareShares(sumSpeech(true), before)
    .filter(({ name, score }) => score >= leastScore && !fresh.some(({ term }) => term.slug === name))
    .flatMap(({ name }) => terms.get(name) ?? []);
  return { fresh: fresh.slice(0, listed).map(takeRow), rising: rising.slice(0, listed).map(takeRow) };
}

function takeRow({ term, seconds }: TermAirtime): { term: Term; seconds: number } {
  return { term, seconds };
}
