import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PlainArchive, PlainEpisode } from "./plain-archive.ts";
import type { PlainFind, PlainWord } from "./plain-search.ts";
import { readPlainTokens } from "./plain-tokens.ts";
import type { ApiPassage } from "./search-in-page.ts";

/** A passage of an answer that is not where the truth has it, or a hit that no passage shows. */
export interface PassageFault {
  readonly query: string;
  readonly slug: string;
  readonly url?: string;
  readonly fault: string;
}

export interface PassageTruth {
  readonly archive: PlainArchive;
  readonly siteDir: string;
  readonly words: readonly PlainWord[];
}

/**
 * Compares the passages of an answer with the truth: each one's text stands in the episode, its time is that of the
 * cue in which it begins, its address is on the built page, its marks are words of the query, and every hit begins
 * in exactly one of them.
 */
export async function checkPassages(
  query: string,
  { episode: index, hits }: PlainFind,
  passages: readonly ApiPassage[],
  { archive, siteDir, words }: PassageTruth,
): Promise<PassageFault[]> {
  const episode = archive.episodes[index];
  if (episode === undefined) return [];
  const { slug } = episode;
  const page = await readFile(join(siteDir, "episodes", slug, "index.html"), "utf8");
  const faults: PassageFault[] = [];
  const places: { from: number; to: number }[] = [];
  for (const passage of passages) {
    const report = (fault: string): void => void faults.push({ query, slug, url: passage.url, fault });
    const place = placePassage(archive, episode, passage);
    if (place === undefined) {
      report(`Its text does not stand in the episode at ${passage.start} s.`);
      continue;
    }
    places.push(place);
    if (!hits.some(({ position }) => position >= place.from && position < place.to))
      report("No hit begins in it.");
    if (!hasAnchor(page, slug, passage.url)) report("The episode's page has no such anchor.");
    for (const [from, to] of passage.marks) {
      const marked = readPlainTokens(passage.text.slice(from, to)).map(({ text }) => text);
      if (!isOfQuery(marked, words)) report(`It marks "${marked.join(" ")}", which is no word of the query.`);
    }
    if (passage.marks.length === 0) report("It marks nothing.");
  }
  for (const { position } of hits) {
    const count = places.filter(({ from, to }) => position >= from && position < to).length;
    if (count !== 1)
      faults.push({
        query,
        slug,
        fault: `The hit at token ${position - episode.from} is in ${count} passages.`,
      });
  }
  return faults;
}

/** Seconds by which a time may differ from the cue's: the index keeps tenths, rounded down. */
const TOLERANCE = 0.11;

/** Where a passage's tokens stand: of the places with these tokens, the one whose cue has the passage's time. */
function placePassage(
  { tokens, numbers }: PlainArchive,
  { from: start, to: end, cues }: PlainEpisode,
  passage: ApiPassage,
): { from: number; to: number } | undefined {
  const own = readPlainTokens(passage.text).map(({ text }) => numbers.get(text) ?? -1);
  const first = own[0];
  if (first === undefined) return undefined;
  for (let at = tokens.indexOf(first, start); at >= 0 && at < end; at = tokens.indexOf(first, at + 1)) {
    if (!own.every((number, offset) => tokens[at + offset] === number)) continue;
    const cue = cues.findLast(({ firstToken }) => firstToken <= at);
    if (cue === undefined) continue;
    // Cues without a token (a lone "……") may begin the passage before the cue of its first token does.
    const earliest = cues.find(({ firstToken }) => firstToken === cue.firstToken)?.startTime ?? cue.startTime;
    const latest = cue.firstToken === at ? cue.startTime : cue.endTime;
    if (passage.start >= earliest - TOLERANCE && passage.start <= latest + TOLERANCE)
      return { from: at, to: at + own.length };
  }
  return undefined;
}

function hasAnchor(page: string, slug: string, url: string): boolean {
  const [address, anchor = ""] = url.split("#");
  return (
    decodeURI(address ?? "").endsWith(`/episodes/${slug}/`) &&
    new RegExp(`\\sid="?${anchor.replace(/[.]/gu, "\\.")}["\\s>]`, "u").test(page)
  );
}

/** True where the marked tokens are a word's form, a part of one (at a passage's edge), or forms that overlap. */
function isOfQuery(marked: readonly string[], words: readonly PlainWord[]): boolean {
  const forms = words.flat();
  let covered = 0;
  for (let at = 0; at < marked.length; at += 1) {
    for (const form of forms) {
      // A form may begin before the passage or go on after it.
      for (let skipped = at === 0 ? form.length - 1 : 0; skipped >= 0; skipped -= 1) {
        const rest = form.slice(skipped);
        const there = marked.slice(at, at + rest.length);
        const isWhole = there.length === rest.length || at + there.length === marked.length;
        if (there.length > 0 && isWhole && there.every((text, k) => text === rest[k]))
          covered = Math.max(covered, at <= covered ? at + there.length : covered);
      }
    }
  }
  return marked.length > 0 && covered === marked.length;
}
