import { getArchive } from "../archive/cache/archive-cache.ts";
import { readEnvironment } from "../archive/read-environment.ts";
import type { Archive, Episode, Term } from "../model/archive.ts";
import { makePageAddress } from "../model/site-address.ts";
import { type ArchiveAirtime, measureAirtime } from "../pipeline/measure/measure-airtime.ts";
import { listMentions, type Mention } from "../pipeline/mention/find-mentions.ts";

/** What the pages show: the archive, and where its terms are said. */
export interface Site {
  readonly archive: Archive;
  /** Names all that an episode was made from; empty where nothing is kept from one build to the next. */
  readonly keyOf: ReadonlyMap<Episode, string>;
  /** Its origin, where the owner has named it. */
  readonly origin: string | undefined;
  /** Where each term is said, newest episode first. */
  readonly mentionsOf: ReadonlyMap<Term, readonly Mention[]>;
  /** The terms that each episode says, most often said first. */
  readonly termsOf: ReadonlyMap<Episode, readonly TermInEpisode[]>;
  /** How long they are talked about, and by whom. */
  readonly airtime: ArchiveAirtime;
}

/** A term that an episode says. */
export interface TermInEpisode {
  readonly term: Term;
  readonly count: number;
  readonly mention: Mention;
}

const sites = new WeakMap<Archive, Site>();

/** The site of this build's settings; terms are looked up once an archive. */
export async function readSite(): Promise<Site> {
  const environment = readEnvironment();
  const { archive, keyOf } = await getArchive(environment);
  const known = sites.get(archive);
  if (known !== undefined) return known;
  const mentionsOf = listMentions(archive);
  const termsOf = new Map<Episode, TermInEpisode[]>();
  for (const [term, mentions] of mentionsOf) {
    for (const mention of mentions) {
      const { episode, count } = mention;
      const counts = termsOf.get(episode) ?? [];
      counts.push({ term, count, mention });
      termsOf.set(episode, counts);
    }
  }
  for (const counts of termsOf.values()) counts.sort((a, b) => b.count - a.count);
  const airtime = measureAirtime(archive.episodes, mentionsOf);
  const site = { archive, keyOf, origin: environment.site, mentionsOf, termsOf, airtime };
  sites.set(archive, site);
  return site;
}

/** A name with a page of its own. */
export interface NameEntry {
  readonly name: string;
  /** How often it is said, or in how many episodes it is met. */
  readonly count: number;
  readonly address: string;
}

/** The terms that are said, in the glossary's order, and how often each is. */
export function listTerms({ archive, mentionsOf }: Site, base: string): readonly NameEntry[] {
  return archive.named.terms.map((term) => ({
    name: term.term,
    count: countMentions(mentionsOf.get(term)),
    address: makePageAddress(base, "terms", term.slug),
  }));
}

/** The same, most often said first. */
export function rankTerms(site: Site, base: string): readonly NameEntry[] {
  return listTerms(site, base).toSorted((a, b) => b.count - a.count);
}

/** How often a term is said in all episodes. */
export function countMentions(mentions: readonly Mention[] | undefined): number {
  return (mentions ?? []).reduce((sum, { count }) => sum + count, 0);
}
