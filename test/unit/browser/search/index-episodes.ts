import { readDictionary } from "../../../../src/archive/search-index/read-dictionary.ts";
import { SearchEngine } from "../../../../src/browser/search/search-engine.ts";
import type { TermIndex } from "../../../../src/browser/search/term-index.ts";
import type { Passage } from "../../../../src/model/passage.ts";
import type { SearchManifest, SearchPart } from "../../../../src/model/search-data.ts";
import { makeRecord, type SearchRecord } from "../../../../src/pipeline/record/make-record.ts";
import { makeSoundRecord } from "../../../../src/pipeline/record/make-sound-record.ts";
import { makeWordList } from "../../../../src/pipeline/tokenize/cut-words.ts";
import { listReadings } from "../../../../src/pipeline/tokenize/list-readings.ts";
import { SoundReader } from "../../../../src/pipeline/tokenize/read-sounds.ts";
import { type Headed, tokenizeHeadings } from "../../../../src/pipeline/tokenize/tokenize-headings.ts";
import { type TokenizedTurn, tokenizePassages } from "../../../../src/pipeline/tokenize/tokenize-passages.ts";
import { makeReadingTable, type ReadingTable } from "../../../../src/text/sound-readings.ts";
import { bundleOf } from "../../../../src/text/terms.ts";

/** A passage as a test writes it: who speaks, and what. */
export type Said = readonly [speaker: string, text: string];

export interface IndexSettings {
  readonly frequentPairs?: readonly string[];
  readonly bundleCount?: number;
  readonly aliases?: readonly (readonly string[])[];
  readonly words?: readonly string[];
  /** What is written over each episode; each has the title "Episode" where absent. */
  readonly headed?: readonly Headed[];
  /** Index the sounds too, with these as the frequent pairs of syllables. */
  readonly sound?: { readonly frequentPairs: readonly string[] };
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

interface MemoryBundle {
  /** Sorted. */
  readonly terms: readonly string[];
  readonly positionsOf: ReadonlyMap<string, number[]>;
}

/** An index of the records' words in memory: each word is found by its beginning, as Pagefind does. */
class MemoryIndex implements TermIndex {
  readonly #bundles: readonly MemoryBundle[];

  constructor(records: readonly SearchRecord[]) {
    const [first] = records;
    this.#bundles = (first?.contents ?? []).map((_, bundle) => {
      const positionsOf = new Map<string, number[]>();
      let position = 0;
      for (const { contents } of records) {
        for (const word of (contents[bundle] as string).split(" ").slice(0, -1)) {
          if (word !== ".") {
            const positions = positionsOf.get(word);
            if (positions === undefined) positionsOf.set(word, [position]);
            else positions.push(position);
          }
          position++;
        }
      }
      return { terms: [...positionsOf.keys()].sort(), positionsOf };
    });
  }

  async findPositions(part: SearchPart, prefix: string): Promise<number[][]> {
    const { terms, positionsOf } = this.#bundles[bundleOf(prefix, part.bundles.length)] as MemoryBundle;
    const found: number[] = [];
    for (let at = findFirst(terms, prefix); terms[at]?.startsWith(prefix); at++)
      for (const position of positionsOf.get(terms[at] as string) as number[]) found.push(position);
    return [found.sort((a, b) => a - b)];
  }
}

/** Index of the first of sorted terms that is not before `prefix`. */
function findFirst(terms: readonly string[], prefix: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as string) < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sounds of episodes, as the build records them. */
function recordSounds(
  turns: readonly (readonly TokenizedTurn[])[],
  frequentPairs: readonly string[],
  bundleCount: number,
): SearchRecord[] {
  const reader = new SoundReader();
  return turns.map((own) =>
    makeSoundRecord(
      own.map((turn) => ({ ...turn, tokens: reader.read(turn.tokens, turn.wordStarts) })),
      new Set(frequentPairs),
      bundleCount,
    ),
  );
}

/** Indexes episodes as the build does and opens the browser's engine over `open(records, manifest)`. */
export async function indexEpisodes(
  episodes: readonly (readonly Said[])[],
  settings: IndexSettings = {},
  open: (records: readonly SearchRecord[], manifest: SearchManifest) => Promise<TermIndex> = async (
    records,
  ) => new MemoryIndex(records),
): Promise<{ engine: SearchEngine; manifest: SearchManifest }> {
  const { frequentPairs = [], bundleCount = 1, aliases = [], words = [], sound } = settings;
  const headed = settings.headed ?? episodes.map(() => ({ title: "Episode", topics: [], chapters: [] }));
  const wordList = makeWordList(words);
  const passages = episodes.map(makePassages);
  const turns = passages.map((own, k) => [
    ...tokenizeHeadings(headed[k] as Headed, wordList),
    ...tokenizePassages(own, wordList),
  ]);
  const records = turns.map((own) => makeRecord(own, new Set(frequentPairs), bundleCount));
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
        bundles: Array.from({ length: bundleCount }, (_, bundle) => ({
          path: `${bundle}/`,
          entry: {},
          pages: [],
        })),
        groups: [{ firstEpisode: 0, firstPositions }],
        ...(sound === undefined
          ? {}
          : {
              sound: {
                frequentPairs: sound.frequentPairs.join(""),
                bundles: [{ path: "s0/", entry: {}, pages: [] }],
              },
            }),
      },
    ],
    ...(sound === undefined ? {} : { readings: "" }),
    episodes: {
      slugs: episodes.map((_, k) => `e${k}`),
      titles: episodes.map((_, k) => `Episode ${k}`),
      dates: episodes.map((_, k) => `202${k % 10}-01-01`),
      tokenCounts: records.map(({ tokenCount }) => tokenCount),
      headingLengths: records.map(({ headingLength }) => headingLength),
      versions: episodes.map(() => ""),
      timings: "c".repeat(episodes.length),
      speakers: episodes.map((said) => [...new Set(said.map(([speaker]) => speakers.indexOf(speaker)))]),
      topics: episodes.map(() => []),
      languages: episodes.map(() => "zh-CN"),
      people: episodes.map(() => []),
    },
  };
  const differences = (values: readonly number[]) => values.map((value, k) => value - (values[k - 1] ?? 0));
  const exact = await open(records, manifest);
  const sounds =
    sound === undefined ? undefined : new MemoryIndex(recordSounds(turns, sound.frequentPairs, 1));
  const index: TermIndex = {
    findPositions: (part, prefix) =>
      (part.bundles[0]?.path === "s0/" && sounds !== undefined ? sounds : exact).findPositions(part, prefix),
  };
  const engine = new SearchEngine(manifest, index, {
    loadTable: async (episode) => ({
      positions: differences((records[episode] as SearchRecord).firstPositions),
      starts: differences((passages[episode] as Passage[]).map(({ start }) => start * 10)),
      anchors: (passages[episode] as Passage[]).map(({ anchor }) => anchor).join(" "),
      speakers: (passages[episode] as Passage[]).map(({ speaker }) => speakers.indexOf(speaker?.key ?? "")),
      chapters: (headed[episode] as Headed).chapters.map(({ firstPassage }, k, { length }) => {
        const { headings } = records[episode] as SearchRecord;
        return [headings[headings.length - length + k] as number, firstPassage];
      }),
      texts: [0],
      strip: "0z",
      duration: 100,
    }),
    loadReadings: async () => readings(),
    loadTexts: async (episode) => (passages[episode] as Passage[]).map(({ text }) => text),
  });
  return { engine, manifest };
}

let table: ReadingTable | undefined;

function readings(): ReadingTable {
  table ??= makeReadingTable(listReadings(readDictionary()));
  return table;
}
