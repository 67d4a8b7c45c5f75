import { mapTopics, type Topic } from "../../archive/list-topics.ts";
import type { Source } from "../../browser/quote/write-quote.ts";
import type { FixPlace } from "../../browser/transcript/fix-links.ts";
import type { TermNotes } from "../../browser/transcript/write-note.ts";
import type { TermPlace } from "../../components/episode/render-text.ts";
import type { Archive, Episode, Show, Term } from "../../model/archive.ts";
import type { Passage } from "../../model/passage.ts";
import { makePageAddress } from "../../model/site-address.ts";
import { claimTime, sumStretches } from "../../pipeline/measure/claim-time.ts";
import { listAliases } from "../../search/query/query.ts";
import { readRepository } from "../../text/repository-address.ts";
import { describeTimeline } from "../_describe-airtime.ts";
import type { Site, TermInEpisode } from "../_read-site.ts";
import { readKeywords } from "./_keep-pages.ts";

/** Terms with a timeline of their own. Chosen: a side column stays shorter than a screen. */
const timelinesShown = 8;
/** Parts of an episode's time in a timeline as wide as a side column. Chosen. */
const timelineParts = 40;

/** What an episode's page shows besides the episode; `_keep-pages.ts` must name all that it is made from. */
export async function gatherEpisode(site: Site, episode: Episode, base: string) {
  const { archive, termsOf } = site;
  const { show } = archive;
  const terms = termsOf.get(episode) ?? [];
  const { keywordsOf, relatedOf } = await readKeywords(archive);
  const source: Source = { title: episode.title, show: show.title, date: episode.date, slug: episode.slug };
  return {
    ...drawTimelines(terms, base),
    linked: linkTerms(terms, ({ slug }) => makePageAddress(base, "terms", slug)),
    // Only what a query on this page could need: a search for one name marks the others too.
    aliases: listAliases(terms.map(({ term }) => term)),
    keywords: (keywordsOf.get(episode) ?? []).map(({ form }) => form),
    related: relatedOf.get(episode) ?? [],
    topics: addressTopics(archive, episode, base),
    fix: findFixPlace(show, episode),
    source,
  };
}

/** The terms that an episode talks about longest, with their timelines, and its other terms. */
function drawTimelines(terms: readonly TermInEpisode[], base: string) {
  const longest = terms
    .map((own) => ({ ...own, seconds: measureMention(own) }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, timelinesShown);
  const timelines = longest.map(({ term, seconds, mention }) => ({
    term,
    seconds,
    strokes: describeTimeline(mention, term, base, timelineParts),
  }));
  const isShown = new Set<Term>(timelines.map(({ term }) => term));
  return { timelines, otherTerms: terms.filter(({ term }) => !isShown.has(term)) };
}

function measureMention({ mention }: TermInEpisode): number {
  return mention.passages.reduce(
    (sum, { passage, marks }) => sum + sumStretches(claimTime(passage, marks)),
    0,
  );
}

/** Where an episode says the terms that have a note, and the notes by the address of each term's page. */
function linkTerms(
  terms: readonly TermInEpisode[],
  makeAddress: (term: Term) => string,
): { readonly places: ReadonlyMap<Passage, readonly TermPlace[]>; readonly notes: TermNotes } {
  const places = new Map<Passage, TermPlace[]>();
  const notes: Record<string, TermNotes[string]> = {};
  for (const { term, mention } of terms) {
    if (term.note === undefined) continue;
    const address = makeAddress(term);
    notes[address] = { term: term.term, note: term.note };
    for (const { passage, marks } of mention.passages) {
      const own = places.get(passage) ?? [];
      places.set(passage, own);
      own.push(...marks.map(([from, to]) => ({ from, to, address })));
    }
  }
  return { places, notes };
}

/** An episode's topics and where each leads. */
function addressTopics(archive: Archive, episode: Episode, base: string) {
  const topics = mapTopics(archive);
  return episode.topics.map((name) => ({
    name,
    address: makePageAddress(base, "topics", (topics.get(name) as Topic).slug),
  }));
}

/** Where an episode's transcript is kept; undefined where the show names no repository that can be read. */
function findFixPlace(show: Show, episode: Episode): FixPlace | undefined {
  const repository = show.repository === undefined ? undefined : readRepository(show.repository);
  if (repository === undefined) return undefined;
  const path = ["episodes", episode.folder ?? episode.slug, episode.transcriptFile];
  return { repository, path, title: episode.title };
}
