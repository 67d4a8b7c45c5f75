import type { TermIndex } from "../../../../src/browser/search/term-index.ts";
import { SearchEngine } from "../../../../src/browser/search/search-engine.ts";
import type { Passage } from "../../../../src/model/passage.ts";
import type { SearchManifest, SearchPart } from "../../../../src/model/search-data.ts";
import { makeRecord, type SearchRecord } from "../../../../src/pipeline/record/make-record.ts";
import { makeWordList } from "../../../../src/pipeline/tokenize/cut-words.ts";
import { tokenizePassages } from "../../../../src/pipeline/tokenize/tokenize-passages.ts";
import { bundleOf } from "../../../../src/text/terms.ts";

/** A passage as a test writes it: who speaks, and what. */
export type Said = readonly [speaker: string, text: string];

export interface IndexSettings {
  readonly frequentPairs?: readonly string[];
  readonly bundleCount?: number;
  readonly aliases?: readonly (readonly string[])[];
  readonly words?: readonly string[];
}

export function makePassages(said: readonly Said[]): Passage[] {
  return said.map(([speaker, text], k) => ({
    anchor: `t=${k * 10}`,
    lineAnchor: `p${k + 1}`,
    line: k + 1,
    start: k * 10,
    end: k * 10 + 10,
    isEstimated: false,
    speaker: { key: speaker, name: speaker, sure: 1 },
    text,
    changes: [],
    cueStarts: [],
  }));
}

/** An index of the records' words in memory: each word is found by its beginning, as Pagefind does. */
export class MemoryIndex implements TermIndex {
  readonly #words: readonly (readonly string[])[];

  constructor(records: readonly SearchRecord[]) {
    const [first] = records;
    this.#words = (first?.contents ?? []).map((_, bundle) =>
      records.flatMap(({ contents }) => (contents[bundle] as string).split(" ").slice(0, -1)),
    );
  }

  async findPositions(part: SearchPart, prefix: string): Promise<number[][]> {
    const words = this.#words[bundleOf(prefix, part.bundles.length)] as readonly string[];
    return [words.flatMap((word, position) => (word !== "." && word.startsWith(prefix) ? [position] : []))];
  }
}

/** Indexes episodes as the build does and opens the browser's engine over `open(records, manifest)`. */
export async function indexEpisodes(
  episodes: readonly (readonly Said[])[],
  settings: IndexSettings = {},
  open: (records: readonly SearchRecord[], manifest: SearchManifest) => Promise<TermIndex> = async (records) =>
    new MemoryIndex(records),
): Promise<{ engine: SearchEngine; manifest: SearchManifest }> {
  const { frequentPairs = [], bundleCount = 1, aliases = [], words = [] } = settings;
  const wordList = makeWordList(words);
  const passages = episodes.map(makePassages);
  const records = passages.map((own) => makeRecord(tokenizePassages(own, wordList), new Set(frequentPairs), bundleCount));
  const speakers = [...new Set(episodes.flat().map(([speaker]) => speaker))];
  let position = 0;
  const firstPositions = records.map(({ positionCount }) => {
    position += positionCount;
    return position - positionCount;
  });
  const manifest: SearchManifest = {
    version: 1,
    aliases,
    speakers: speakers.map((name) => [name, name]),
    topics: [],
    people: [],
    parts: [
      {
        frequentPairs: frequentPairs.join(""),
        bundles: Array.from({ length: bundleCount }, (_, bundle) => ({ path: `${bundle}/`, entry: {}, pages: [] })),
        groups: [{ firstEpisode: 0, firstPositions }],
      },
    ],
    episodes: {
      slugs: episodes.map((_, k) => `e${k}`),
      titles: episodes.map((_, k) => `Episode ${k}`),
      dates: episodes.map((_, k) => `202${k % 10}-01-01`),
      tokenCounts: records.map(({ tokenCount }) => tokenCount),
      versions: episodes.map(() => ""),
      timings: "c".repeat(episodes.length),
      speakers: episodes.map((said) => [...new Set(said.map(([speaker]) => speakers.indexOf(speaker)))]),
      topics: episodes.map(() => []),
      languages: episodes.map(() => "zh-CN"),
      people: episodes.map(() => []),
    },
  };
  const differences = (values: readonly number[]) => values.map((value, k) => value - (values[k - 1] ?? 0));
  const engine = new SearchEngine(manifest, await open(records, manifest), {
    loadTable: async (episode) => ({
      positions: differences((records[episode] as SearchRecord).firstPositions),
      starts: differences((passages[episode] as Passage[]).map(({ start }) => start * 10)),
      anchors: (passages[episode] as Passage[]).map(({ anchor }) => anchor).join(" "),
      speakers: (passages[episode] as Passage[]).map(({ speaker }) => speakers.indexOf(speaker?.key ?? "")),
      texts: [0],
    }),
    loadTexts: async (episode) => (passages[episode] as Passage[]).map(({ text }) => text),
  });
  return { engine, manifest };
}
