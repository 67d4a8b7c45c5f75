import type { Show, Term } from "../../model/archive.ts";
import { makeFileAddress, makePageAddress } from "../../model/site-address.ts";
import { choosePeriods } from "../../pipeline/measure/choose-periods.ts";
import type { TermTalk } from "../../pipeline/measure/measure-talk.ts";
import { guessRunLanguage } from "../../text/guess-run-language.ts";
import { formatShare, interfaceWords, wordTalk } from "../../wording/interface-words.ts";
import {
  describePeriods,
  describeTimeline,
  makePassageAddress,
  makePeriodBars,
  makeRowId,
  makeTimelineBars,
} from "../_describe-talk.ts";
import type { Site } from "../_read-site.ts";

/** Parts of an episode's time in a term's own chart: a minute or two of an hour. Chosen. */
const timelineParts = 36;
const rowsShown = 8;
const placesShown = 6;

/** What the pictures of a term's page show; undefined where nobody says it. */
export function pictureTerm(site: Site, term: Term, base: string) {
  const talk = site.talk.terms.get(term.slug);
  if (talk === undefined) return undefined;
  const { show } = site.archive;
  return {
    ...(site.archive.episodes.length === 1
      ? pictureTimeline(site, term, base)
      : picturePeriods(site, talk, base)),
    speakers: listSpeakers(site, talk, base),
    companions: listCompanions(show, talk, base),
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
  return { bars, numbers, barsTitle: interfaceWords.overEpisode };
}

function picturePeriods({ archive, talk: { speechOf } }: Site, talk: TermTalk, base: string) {
  const { periods } = choosePeriods(archive.episodes);
  const rows = describePeriods(talk.episodes, periods, speechOf);
  const numbers = rows.flatMap(({ period, seconds, share, talks }) =>
    talks.length === 0
      ? []
      : [
          {
            id: makeRowId(period),
            name: period.name,
            minutes: (seconds / 60).toFixed(1),
            share: formatShare(share ?? 0),
            places: talks.slice(0, placesShown).map(({ episode, passage }) => ({
              name: episode.title,
              lang: episode.language === archive.show.language ? undefined : episode.language,
              address: makePassageAddress(base, { episode, passage }, talk.term.term),
            })),
          },
        ],
  );
  return { bars: makePeriodBars(rows, talk.term, base), numbers, barsTitle: interfaceWords.overArchive };
}

function listSpeakers({ archive, talk }: Site, { term, speakers }: TermTalk, base: string) {
  const slugOf = new Map(archive.people.map(({ id, slug }) => [id, slug]));
  // The same label of two transcripts (发言人1) is not the same person.
  const named = speakers.filter(
    ({ speaker }) => speaker.personId !== undefined || archive.episodes.length === 1,
  );
  const most = named[0]?.seconds ?? 1;
  return named.slice(0, rowsShown).map(({ speaker, seconds, episode, passage }) => {
    const slug = speaker.personId === undefined ? undefined : slugOf.get(speaker.personId);
    const all = talk.speakers.get(speaker.key)?.seconds ?? seconds;
    const words = wordTalk(seconds);
    const share = formatShare(seconds / all);
    return {
      name: speaker.name,
      nameAddress: slug === undefined ? undefined : makePageAddress(base, "people", slug),
      lang: guessRunLanguage(speaker.name, archive.show.language),
      value: { zh: `${words.zh}，占其讲话的${share}`, en: `${words.en}, ${share} of what they say` },
      part: seconds / most,
      address: makePassageAddress(base, { episode, passage }, term.term),
    };
  });
}

function listCompanions(show: Show, { term, companions }: TermTalk, base: string) {
  const most = companions[0]?.seconds ?? 1;
  return companions.slice(0, rowsShown).map((companion) => ({
    name: companion.term.term,
    nameAddress: makePageAddress(base, "terms", companion.term.slug),
    lang: guessRunLanguage(companion.term.term, show.language),
    value: wordTalk(companion.seconds),
    part: companion.seconds / most,
    address: makePassageAddress(base, companion, term.term, companion.term.term),
  }));
}
