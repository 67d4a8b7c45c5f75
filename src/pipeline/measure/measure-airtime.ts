import type { Episode, Term } from "../../model/archive.ts";
import type { Speaker } from "../../model/cue.ts";
import type { Passage } from "../../model/passage.ts";
import { type Claim, claimTime, measureOverlap, sumStretches } from "./claim-time.ts";

/** Where an episode says a term. */
interface Said {
  readonly episode: Episode;
  readonly passages: readonly {
    readonly passage: Passage;
    readonly marks: readonly (readonly [from: number, to: number])[];
  }[];
}

/** How long something is talked about, and the passage in which it is longest: where a link leads. */
export interface Airtime {
  readonly seconds: number;
  readonly episode: Episode;
  readonly passage: Passage;
}

/** A term in the archive's speech. All lists are longest first, but for `episodes`: in the order given. */
export interface TermAirtime {
  readonly term: Term;
  readonly seconds: number;
  readonly episodes: readonly Airtime[];
  readonly speakers: readonly (Airtime & { readonly speaker: Speaker })[];
  /** Terms that are talked about at the same time, and for how long. */
  readonly companions: readonly (Airtime & { readonly term: Term })[];
}

/** Somebody who speaks: how long in all, and how long about each term, by its slug. */
interface SpeakerAirtime {
  readonly speaker: Speaker;
  readonly seconds: number;
  readonly secondsOf: ReadonlyMap<string, number>;
}

/** What an archive talks about, and for how long. */
export interface ArchiveAirtime {
  /** By the term's slug; terms that are never said are absent. */
  readonly terms: ReadonlyMap<string, TermAirtime>;
  /** By the speaker's key. */
  readonly speakers: ReadonlyMap<string, SpeakerAirtime>;
  /** Seconds of speech in each episode: what shares are shares of. */
  readonly speechOf: ReadonlyMap<Episode, number>;
}

type Best = { seconds: number; longest: number; episode: Episode; passage: Passage };

interface Tally {
  readonly term: Term;
  readonly episodes: Best[];
  readonly speakers: Map<string, Best & { speaker: Speaker }>;
  readonly companions: Map<Term, Best>;
}

/** How long an episode's passages last together, in seconds: its speech, without music and silence. */
export function measureSpeech({ passages }: Pick<Episode, "passages">): number {
  return passages.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0);
}

/**
 * Measures the airtime of each term (see {@link claimTime}): how long it is talked about, by whom, and beside which
 * other terms.
 * @param saidOf where each term is said, each term's episodes in the same order
 */
export function measureAirtime(
  episodes: readonly Episode[],
  saidOf: ReadonlyMap<Term, readonly Said[]>,
): ArchiveAirtime {
  const tallies = new Map<Term, Tally>();
  const claimsOf = new Map<Episode, Map<Passage, [Term, Claim[]][]>>();
  for (const [term, said] of saidOf) {
    if (said.length > 0)
      tallies.set(term, { term, episodes: [], speakers: new Map(), companions: new Map() });
    for (const { episode, passages } of said) {
      const own = claimsOf.get(episode) ?? new Map<Passage, [Term, Claim[]][]>();
      claimsOf.set(episode, own);
      for (const { passage, marks } of passages) {
        const claims = own.get(passage) ?? [];
        own.set(passage, claims);
        claims.push([term, claimTime(passage, marks)]);
      }
    }
  }
  for (const episode of episodes) {
    const inEpisode = new Map<Term, Best>();
    for (const [passage, claims] of claimsOf.get(episode) ?? [])
      tallyPassage(tallies, inEpisode, { episode, passage }, claims);
    for (const [term, best] of inEpisode) tallies.get(term)?.episodes.push(best);
  }
  return {
    terms: new Map([...tallies].map(([term, tally]) => [term.slug, finish(tally)])),
    speakers: measureSpeakers(episodes, tallies),
    speechOf: new Map(episodes.map((episode) => [episode, measureSpeech(episode)])),
  };
}

function tallyPassage(
  tallies: ReadonlyMap<Term, Tally>,
  inEpisode: Map<Term, Best>,
  place: { readonly episode: Episode; readonly passage: Passage },
  claims: readonly (readonly [Term, readonly Claim[]])[],
): void {
  const { speaker } = place.passage;
  for (const [index, [term, stretches]] of claims.entries()) {
    const tally = tallies.get(term) as Tally;
    const seconds = sumStretches(stretches);
    inEpisode.set(term, add(inEpisode.get(term), seconds, place));
    if (speaker !== undefined) {
      const known = tally.speakers.get(speaker.key);
      tally.speakers.set(speaker.key, { ...add(known, seconds, place), speaker: known?.speaker ?? speaker });
    }
    for (const [other, others] of claims.slice(index + 1)) {
      const shared = measureOverlap(stretches, others);
      if (shared === 0) continue;
      tally.companions.set(other, add(tally.companions.get(other), shared, place));
      const { companions } = tallies.get(other) as Tally;
      companions.set(term, add(companions.get(term), shared, place));
    }
  }
}

function add(
  known: Best | undefined,
  seconds: number,
  place: { readonly episode: Episode; readonly passage: Passage },
): Best {
  if (known === undefined) return { ...place, seconds, longest: seconds };
  const sum = known.seconds + seconds;
  return seconds > known.longest ? { ...place, seconds: sum, longest: seconds } : { ...known, seconds: sum };
}

function finish({ term, episodes, speakers, companions }: Tally): TermAirtime {
  return {
    term,
    seconds: episodes.reduce((sum, { seconds }) => sum + seconds, 0),
    episodes,
    speakers: [...speakers.values()].sort(byLength),
    companions: [...companions].map(([other, best]) => ({ ...best, term: other })).sort(byLength),
  };
}

function byLength(a: { readonly seconds: number }, b: { readonly seconds: number }): number {
  return b.seconds - a.seconds;
}

function measureSpeakers(
  episodes: readonly Episode[],
  tallies: ReadonlyMap<Term, Tally>,
): ReadonlyMap<string, SpeakerAirtime> {
  const measured = new Map<string, { speaker: Speaker; seconds: number; secondsOf: Map<string, number> }>();
  for (const { passages } of episodes) {
    for (const { speaker, start, end } of passages) {
      if (speaker === undefined) continue;
      const own = measured.get(speaker.key) ?? { speaker, seconds: 0, secondsOf: new Map<string, number>() };
      measured.set(speaker.key, own);
      own.seconds += Math.max(0, end - start);
    }
  }
  for (const { term, speakers } of tallies.values()) {
    for (const [key, { seconds }] of speakers) measured.get(key)?.secondsOf.set(term.slug, seconds);
  }
  return measured;
}
