import { readStrip } from "../../text/draw-strip.ts";
import type { Hit } from "../../text/find-form.ts";
import { readTokens, type Token } from "../../text/normalise.ts";
import type { FoundPassage, FoundTimes } from "../api/search-types.ts";
import type { SearchManifest, SearchTable } from "../format/manifest.ts";
import { findDottedWords } from "../query/query.ts";
import { PassageTable, type SearchFiles } from "./passage-table.ts";
import type { PhraseHit } from "./place-hits.ts";
import { B, K1 } from "./rank-episodes.ts";

/** What a word in the chapter's title counts beside one that is said over and over, which counts 2.2. Chosen. */
const TITLE_WEIGHT = 0.4;

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
 * most for their length and stand in a chapter that is called so. Rejects with a SearchLoadError.
 */
export async function listPassages(
  { episode, hitsByWord, headingsByWord }: EpisodeHits,
  { speakers, aliases }: Pick<SearchManifest, "speakers" | "aliases">,
  files: SearchFiles,
  limit?: number,
): Promise<FoundPassage[]> {
  const table = new PassageTable(await files.loadTable(episode));
  const titled = countTitleWords(table, headingsByWord);
  // BM25: a long passage says a word more often, and is no better for it.
  const score = (passage: number, quality: number) =>
    (quality * (K1 + 1)) / (quality + K1 * (1 - B + B * table.relativeLengthOf(passage))) +
    TITLE_WEIGHT * (titled.get(table.chapterOf(passage) ?? -1) ?? 0);
  const best = [...groupHits(table, hitsByWord)]
    .sort(
      ([p, a], [q, b]) => b.words.size - a.words.size || score(q, b.quality) - score(p, a.quality) || p - q,
    )
    .slice(0, limit);
  return Promise.all(
    best.map(async ([passage, { hits }]) => {
      const { block, at } = table.blockOf(passage);
      const text = (await files.loadBlock(episode, block))[at] as string;
      const speaker = speakers[table.speakerOf(passage)];
      return {
        start: table.startOf(passage),
        anchor: table.anchorOf(passage),
        ...(speaker === undefined ? {} : { speaker: speaker[1] }),
        text,
        hits: hits.length,
        marks: markHits(readTokens(text, findDottedWords(aliases)), table.firstPositionOf(passage), hits),
      };
    }),
  );
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

/** How many words of the query each chapter's title has. */
function countTitleWords(
  table: PassageTable,
  headingsByWord: readonly (readonly PhraseHit[])[],
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const hits of headingsByWord) {
    const chapters = new Set(hits.map(({ from }) => table.chapterTitledAt(from)));
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
    heights: readStrip(table.strip),
    duration: table.duration,
    moments: [...hitsOf]
      .sort(([a], [b]) => a - b)
      .map(([passage, hits]) => ({
        start: places.startOf(passage),
        anchor: places.anchorOf(passage),
        hits,
      })),
  };
}
