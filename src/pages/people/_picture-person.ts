import type { Episode, Person, Term } from "../../model/archive.ts";
import { claimTime, sumStretches } from "../../pipeline/measure/claim-time.ts";
import { compareShares } from "../../pipeline/measure/compare-shares.ts";
import type { ArchiveAirtime } from "../../pipeline/measure/measure-airtime.ts";
import type { Mention } from "../../pipeline/mention/find-mentions.ts";
import type { Site } from "../_read-site.ts";

const characteristicShown = 10;
const longestShown = 12;
/** A score that chance gives in one case of twenty. */
const leastScore = 1.64;
const passagesShown = 6;

/** A term that somebody talks about, and the passages in which they do, longest first. */
export interface PersonTerm {
  readonly term: Term;
  readonly seconds: number;
  /** All passages of theirs that say it. */
  readonly count: number;
  readonly passages: readonly {
    readonly episode: Episode;
    readonly passage: Mention["passages"][number];
  }[];
}

/** How long somebody speaks, what they talk about, and what more than the others do. */
export function picturePerson(site: Site, person: Person) {
  const { archive, airtime, mentionsOf } = site;
  const own = airtime.speakers.get(person.id);
  if (own === undefined) return undefined;
  const termOf = new Map(archive.terms.map((term) => [term.slug, term]));
  const characteristic = compareShares(own, sumOthers(airtime, person.id))
    .filter(({ score }) => score >= leastScore)
    .slice(0, characteristicShown)
    .flatMap(({ name }) => {
      const term = termOf.get(name);
      return term === undefined ? [] : [{ term, seconds: own.secondsOf.get(name) ?? 0 }];
    });
  const longest = [...own.secondsOf].sort(([, a], [, b]) => b - a).slice(0, longestShown);
  const slugs = new Set([...characteristic.map(({ term }) => term.slug), ...longest.map(([slug]) => slug)]);
  const terms = [...slugs]
    .flatMap((slug) => termOf.get(slug) ?? [])
    .map((term) => listPassages(term, mentionsOf.get(term) ?? [], person, own.secondsOf.get(term.slug) ?? 0))
    .sort((a, b) => b.seconds - a.seconds);
  return { seconds: own.seconds, share: own.seconds / sumSpeech(airtime), characteristic, terms };
}

function sumSpeech({ speechOf }: ArchiveAirtime): number {
  return [...speechOf.values()].reduce((sum, seconds) => sum + seconds, 0);
}

function sumOthers({ speakers }: ArchiveAirtime, key: string) {
  let seconds = 0;
  const secondsOf = new Map<string, number>();
  for (const [other, airtime] of speakers) {
    if (other === key) continue;
    seconds += airtime.seconds;
    for (const [slug, own] of airtime.secondsOf) secondsOf.set(slug, (secondsOf.get(slug) ?? 0) + own);
  }
  return { seconds, secondsOf };
}

function listPassages(term: Term, mentions: readonly Mention[], person: Person, seconds: number): PersonTerm {
  const passages = mentions.flatMap(({ episode, passages: said }) =>
    said
      .filter(({ passage }) => passage.speaker?.personId === person.id)
      .map((passage) => ({
        episode,
        passage,
        length: sumStretches(claimTime(passage.passage, passage.marks)),
      })),
  );
  passages.sort((a, b) => b.length - a.length);
  return { term, seconds, count: passages.length, passages: passages.slice(0, passagesShown) };
}

/** True where it is nowhere sure that somebody is in these episodes: none names them, and who speaks is a guess. */
export function isPresenceUnsure(episodes: readonly Episode[], person: Person): boolean {
  return episodes.every(({ people }) => people.every(({ id }) => id !== person.id));
}

/** True where somebody's speech is measured by estimated times, in part or in all. */
export function isSpeakingEstimated(episodes: readonly Episode[], person: Person): boolean {
  return episodes.some(({ passages }) =>
    passages.some(({ speaker, isEstimated }) => isEstimated && speaker?.personId === person.id),
  );
}
