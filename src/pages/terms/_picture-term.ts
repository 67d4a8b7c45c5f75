import type { Show, Term } from "../../model/archive.ts";
import { makeFileAddress, makePageAddress } from "../../model/site-address.ts";
import { choosePeriods } from "../../pipeline/measure/choose-periods.ts";
import type { TermAirtime } from "../../pipeline/measure/measure-airtime.ts";
import { guessRunLanguage } from "../../text/guess-run-language.ts";
import {
  formatShare,
  interfaceWords,
  wordAirtime,
  wordShareOfTheirs,
} from "../../wording/interface-words.ts";
import {
  describePeriods,
  describeTimeline,
  makePassageAddress,
  makePeriodBars,
  makeRowId,
  makeTimelineBars,
} from "../_describe-airtime.ts";
import type { Site } from "../_read-site.ts";

/** Parts of an episode's time in a term's own chart: a minute or two of an hour. Chosen. */
const timelineParts = 36;
const rowsShown = 8;
const placesShown = 6;

/** What the pictures of a term's page show; undefined where nobody says it. */
export function pictureTerm(site: Site, term: Term, base: string) {
  const own = site.airtime.terms.get(term.slug);
  if (own === undefined) return undefined;
  const { show } = site.archive;
  return {
    ...(site.archive.episodes.length === 1
      ? pictureTimeline(site, term, base)
      : picturePeriods(site, own, base)),
    speakers: listSpeakers(site, own, base),
    companions: listCompanions(show, own, base),
    tables: (["minutes", "speakers", "beside"] as const).map((name) => ({
      title: tableTitles[name],
      address: makeFileAddress(base, "terms", term.slug, `${name}.csv`),
    })),
  };
}

const tableTitles = {
  minutes: interfaceWords.minutes,
  speakers: interfaceWords.whoSaysIt,
  beside: interfaceWords.saidBeside,
};

function pictureTimeline({ mentionsOf }: Site, term: Term, base: string) {
  const [mention] = mentionsOf.get(term) ?? [];
  const marks = mention === undefined ? [] : describeTimeline(mention, term, base, timelineParts);
  const isEstimated = mention?.episode.timing === "estimated";
  const bars = makeTimelineBars(marks, isEstimated);
  const numbers = marks.flatMap(({ seconds, share, href }, index) => {
    const name = bars[index]?.label ?? "";
    return seconds === 0
      ? []
      : [
          {
            id: undefined,
            name,
            minutes: (seconds / 60).toFixed(1),
            share: formatShare(share),
            places: href === undefined ? [] : [{ name: term.term, lang: undefined, address: href }],
          },
        ];
  });
  return { bars, numbers, barsTitle: interfaceWords.overEpisode, shareTitle: interfaceWords.shareOfTime };
}

function picturePeriods({ archive, airtime: { speechOf } }: Site, own: TermAirtime, base: string) {
  const { periods } = choosePeriods(archive.episodes);
  const rows = describePeriods(own.episodes, periods, speechOf);
  const numbers = rows.flatMap(({ period, seconds, share, airtimes }) =>
    airtimes.length === 0
      ? []
      : [
          {
            id: makeRowId(period),
            name: period.name,
            minutes: (seconds / 60).toFixed(1),
            share: formatShare(share ?? 0),
            places: airtimes.slice(0, placesShown).map(({ episode, passage }) => ({
              name: episode.title,
              lang: episode.language === archive.show.language ? undefined : episode.language,
              address: makePassageAddress(base, { episode, passage }, own.term.term),
            })),
          },
        ],
  );
  return {
    bars: makePeriodBars(rows, own.term, base),
    numbers,
    barsTitle: interfaceWords.overArchive,
    shareTitle: interfaceWords.shareOfSpeech,
  };
}

function listSpeakers({ archive, airtime }: Site, { term, speakers }: TermAirtime, base: string) {
  const slugOf = new Map(archive.people.map(({ id, slug }) => [id, slug]));
  // The same label of two transcripts (发言人1) is not the same person.
  const named = speakers.filter(
    ({ speaker }) => speaker.personId !== undefined || archive.episodes.length === 1,
  );
  const most = named[0]?.seconds ?? 1;
  return named.slice(0, rowsShown).map(({ speaker, seconds, episode, passage }) => {
    const slug = speaker.personId === undefined ? undefined : slugOf.get(speaker.personId);
    const all = airtime.speakers.get(speaker.key)?.seconds ?? seconds;
    return {
      name: speaker.name,
      nameAddress: slug === undefined ? undefined : makePageAddress(base, "people", slug),
      lang: guessRunLanguage(speaker.name, archive.show.language),
      value: wordShareOfTheirs(wordAirtime(seconds), formatShare(seconds / all)),
      part: seconds / most,
      address: makePassageAddress(base, { episode, passage }, term.term),
    };
  });
}

function listCompanions(show: Show, { term, companions }: TermAirtime, base: string) {
  const most = companions[0]?.seconds ?? 1;
  return companions.slice(0, rowsShown).map((companion) => ({
    name: companion.term.term,
    nameAddress: makePageAddress(base, "terms", companion.term.slug),
    lang: guessRunLanguage(companion.term.term, show.language),
    value: wordAirtime(companion.seconds),
    part: companion.seconds / most,
    address: makePassageAddress(base, companion, term.term, companion.term.term),
  }));
}
