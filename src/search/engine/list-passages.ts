import { readStrip } from "../../text/draw-strip.ts";
import type { Hit } from "../../text/find-form.ts";
import { findLastIndex } from "../../text/find-last.ts";
import { type DottedWords, readTokens, type Token } from "../../text/normalise.ts";
import type { FoundPassage, FoundTimes } from "../api/search-types.ts";
import type { SearchManifest, SearchTable } from "../format/manifest.ts";
import { findDottedWords } from "../query/query.ts";
import { PassageTable, type SearchFiles } from "./passage-table.ts";
import { type PhraseHit, readCounted } from "./place-hits.ts";
import { B, K1 } from "./rank-episodes.ts";

/*
 * Chosen on 400 pairs of words of chapters' titles in 167 bench episodes, and on the first archive's judgments
 * (test/relevance): one of the first three passages lies in the chapter for 0.932 of them, 0.915 by the passages alone;
 * of the passages that single words show first 0.034 have under 25 characters, and 0.127 so.
 */
/** What a word in the chapter's title counts beside one that is said over and over, which counts 2.2. */
const TITLE_WEIGHT = 1;
/** Positions around a passage's hits in which it is seen whether the talk is about them. */
const SURROUNDINGS = 200;
const SURROUNDINGS_WEIGHT = 0.5;
const SURROUNDINGS_K1 = 3;
/** A passage of so many positions counts half: an echo, or the beginning of an answer. */
const SHORT = 10;

/** The places of each word of a query in one episode. */
export interface EpisodeHits {
  /** Index in the manifest. */
  readonly episode: number;
  /** What is said: the hits. */
  readonly hitsByWord: readonly (readonly PhraseHit[])[];
  /** What stands in its headings. */
  readonly headingsByWord: readonly (readonly PhraseHit[])[];
}

interface PassageHits {
  readonly hits: PhraseHit[];
  readonly words: Set<number>;
  quality: number;
}

/**
 * The passages with a hit, each once, best first: those with the most different words, then those that say them
 * most for their length where they are said over and over, and stand in a chapter that is called so. Rejects with a
 * SearchLoadError.
 */
export async function listPassages(
  { episode, hitsByWord, headingsByWord }: EpisodeHits,
  { speakers, aliases }: Pick<SearchManifest, "speakers" | "aliases">,
  files: SearchFiles,
  limit?: number,
): Promise<FoundPassage[]> {
  const table = new PassageTable(await files.loadTable(episode));
  const titled = countTitleWords(table, headingsByWord);
  const places = hitsByWord.map((hits) => hits.toSorted((a, b) => a.from - b.from));
  const score = (passage: number, own: PassageHits) => {
    const value =
      scorePassage(table, passage, own) +
      SURROUNDINGS_WEIGHT * scoreSurroundings(own.hits, places) +
      TITLE_WEIGHT * (titled.get(table.chapterOf(passage) ?? -1) ?? 0);
    // A passage with more of the words comes first, whatever stands around it.
    return own.words.size + value / (value + 1);
  };
  const best = [...groupHits(table, hitsByWord)]
    .map(([passage, own]) => ({ passage, hits: own.hits, score: score(passage, own) }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, limit);
  return Promise.all(
    best.map(async ({ passage, hits, score }) => ({
      ...(await readPassage(table, { episode, passage, hits }, { speakers, aliases }, files)),
      score,
    })),
  );
}

/** What is shown of a passage with its hits. Rejects with a SearchLoadError. */
export async function readPassage(
  table: PassageTable,
  { episode, passage, hits }: { episode: number; passage: number; hits: readonly PhraseHit[] },
  { speakers, aliases }: Pick<SearchManifest, "speakers" | "aliases">,
  files: SearchFiles,
): Promise<Omit<FoundPassage, "score">> {
  const { block, at } = table.blockOf(passage);
  const text = (await files.loadBlock(episode, block))[at] as string;
  const heard = (await files.loadHeard(episode, block))[at] ?? [];
  const speaker = speakers[table.speakerOf(passage)];
  return {
    start: table.startOf(passage),
    anchor: table.anchorOf(passage),
    ...(speaker === undefined ? {} : { speaker: speaker[1] }),
    text,
    hits: hits.length,
    marks: markHits(readTokens(text, findDottedWords(aliases)), table.firstPositionOf(passage), hits),
    ...(heard.length === 0 ? {} : { heard }),
  };
}

/** BM25: a long passage says a word more often, and is no better for it; nor is one that hardly says anything else. */
function scorePassage(table: PassageTable, passage: number, { quality }: PassageHits): number {
  const length = table.lengthOf(passage);
  const norm = K1 * (1 - B + B * table.relativeLengthOf(passage));
  return (((quality * (K1 + 1)) / (quality + norm)) * length) / (length + SHORT);
}

/**
 * How much the words are said around a passage's hits, by its speaker or another, more where all of them are.
 * @param places of each word in the episode, ascending
 */
function scoreSurroundings(own: readonly PhraseHit[], places: readonly (readonly PhraseHit[])[]): number {
  const positions = own.map(({ from }) => from);
  const middle = (Math.min(...positions) + Math.max(...positions)) / 2;
  let sum = 0;
  let covered = 0;
  for (const hits of places) {
    let quality = 0;
    const before = findLastIndex(
      hits.length,
      (at) => (hits[at] as PhraseHit).from < middle - SURROUNDINGS / 2,
    );
    for (let at = before + 1; at < hits.length; at++) {
      const hit = hits[at] as PhraseHit;
      if (hit.from >= middle + SURROUNDINGS / 2) break;
      quality += hit.quality;
    }
    sum += (quality * (SURROUNDINGS_K1 + 1)) / (quality + SURROUNDINGS_K1);
    if (quality > 0) covered++;
  }
  return places.length === 0 ? 0 : (sum * covered) / places.length;
}

function groupHits(
  table: PassageTable,
  hitsByWord: readonly (readonly PhraseHit[])[],
): Map<number, PassageHits> {
  const found = new Map<number, PassageHits>();
  for (const [word, hits] of hitsByWord.entries()) {
    for (const hit of hits) {
      const passage = table.findPassage(hit.from);
      const own = found.get(passage) ?? { hits: [], words: new Set<number>(), quality: 0 };
      found.set(passage, own);
      own.hits.push(hit);
      own.words.add(word);
      own.quality += hit.quality;
    }
  }
  return found;
}

/**
 * Where the hits of a common character are, ascending, read from an episode's texts; hits that have their places are
 * given back. Rejects with a SearchLoadError.
 */
export async function placeCounted(
  episode: number,
  hits: readonly PhraseHit[],
  dotted: DottedWords,
  files: SearchFiles,
): Promise<readonly PhraseHit[]> {
  const character = readCounted(hits);
  if (character === undefined) return hits;
  const table = new PassageTable(await files.loadTable(episode));
  const blocks = Array.from({ length: table.blockCount }, (_, block) => files.loadBlock(episode, block));
  return (await Promise.all(blocks)).flat().flatMap((text, passage) => {
    const first = table.firstPositionOf(passage);
    return readTokens(text, dotted).flatMap((token, k) =>
      token.text === character ? [{ from: first + k, to: first + k + 1, quality: 1 }] : [],
    );
  });
}

/** How many words of the query each chapter's title has. */
function countTitleWords(
  table: PassageTable,
  headingsByWord: readonly (readonly PhraseHit[])[],
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const hits of headingsByWord) {
    const counted = readCounted(hits);
    const chapters = new Set(
      counted === undefined
        ? hits.map(({ from }) => table.chapterTitledAt(from))
        : table.findTitled((title) => readTokens(title).some(({ text }) => text === counted)),
    );
    for (const chapter of chapters)
      if (chapter !== undefined) counts.set(chapter, (counts.get(chapter) ?? 0) + 1);
  }
  return counts;
}

/** Stretches of a passage's text under its hits; overlapping ones joined, the end of one that runs over cut. */
export function markHits(
  tokens: readonly Token[],
  first: number,
  hits: readonly PhraseHit[],
): [number, number][] {
  const marks: [number, number][] = [];
  for (const { from, to } of [...hits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const start = tokens[from - first];
    const end = tokens[Math.min(to - first, tokens.length) - 1];
    if (start === undefined || end === undefined) continue;
    const last = marks.at(-1);
    if (last !== undefined && start.from < last[1]) last[1] = Math.max(last[1], end.to);
    else marks.push([start.from, end.to]);
  }
  return marks;
}

/** Seconds before and after a hit that count as talk about it, as on the pages of terms (claim-time.ts in pipeline/measure). */
const TALK_REACH = 15;
/** The same where several words are asked for: what is about all of them names each now and then. Chosen. */
const JOINT_REACH = 30;

/**
 * How long an episode talks about what is asked, in seconds. Of one word, {@link TALK_REACH} before and after each hit,
 * never beyond its passage, once where several claim it. Of several, while each is said within {@link JOINT_REACH}, by
 * whomever; 0 where they are never said together. When a hit is said follows from its position, in step with its passage.
 */
export function measureTalk(table: PassageTable, hitsByWord: readonly (readonly Hit[])[]): number {
  const claim = hitsByWord.length > 1 ? claimAround : claimInPassage;
  const [first = [], ...others] = hitsByWord.map((hits) =>
    joinStretches(hits.toSorted((a, b) => a.from - b.from).map(({ from }) => claim(table, from))),
  );
  const together = others.reduce(intersectStretches, first);
  return together.reduce((sum, [from, to]) => sum + to - from, 0);
}

type Stretch = readonly [from: number, to: number];

function claimInPassage(table: PassageTable, position: number): Stretch {
  const passage = table.findPassage(position);
  const moment = table.momentOf(position);
  return [
    Math.max(table.startOf(passage), moment - TALK_REACH),
    Math.min(table.endOf(passage), moment + TALK_REACH),
  ];
}

function claimAround(table: PassageTable, position: number): Stretch {
  const moment = table.momentOf(position);
  return [Math.max(0, moment - JOINT_REACH), Math.min(table.duration, moment + JOINT_REACH)];
}

/** @param stretches by their beginnings; those that last no time are left out */
function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: [number, number][] = [];
  for (const [from, to] of stretches) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) joined.push([from, to]);
  }
  return joined;
}

function intersectStretches(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  return some.flatMap(([from, to]) =>
    others.flatMap((other): Stretch[] => {
      const [start, end] = [Math.max(from, other[0]), Math.min(to, other[1])];
      return start < end ? [[start, end]] : [];
    }),
  );
}

/**
 * When the hits of an episode are said, by its table alone.
 * @param hitsByWord positions of the episode
 */
export function locateHits(table: SearchTable, hitsByWord: readonly (readonly Hit[])[]): FoundTimes {
  const places = new PassageTable(table);
  const hitsOf = new Map<number, number>();
  for (const { from } of hitsByWord.flat()) {
    const passage = places.findPassage(from);
    hitsOf.set(passage, (hitsOf.get(passage) ?? 0) + 1);
  }
  return {
    title: table.title,
    heights: readStrip(table.strip),
    duration: table.duration,
    talk: measureTalk(places, hitsByWord),
    moments: [...hitsOf]
      .sort(([a], [b]) => a - b)
      .map(([passage, hits]) => ({
        start: places.startOf(passage),
        anchor: places.anchorOf(passage),
        hits,
      })),
  };
}
