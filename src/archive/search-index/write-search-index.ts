import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Archive, Episode } from "../../model/archive.ts";
import { SEARCH_DATA_VERSION, type SearchManifest, type SearchPart } from "../../model/search-data.ts";
import { WordCounter } from "../../pipeline/keywords/word-counter.ts";
import type { SearchRecord } from "../../pipeline/record/make-record.ts";
import { makeWordList, type WordList } from "../../pipeline/tokenize/cut-words.ts";
import { rememberWords } from "../keyword-cache.ts";
import { copyPagefind } from "./build-bundle.ts";
import { buildPart, type CutPart, cutPart } from "./index-part.ts";
import { type IndexedEpisode, writeEpisodeData } from "./write-episode-data.ts";
import { writeJson } from "./write-json.ts";
import { writeReadings } from "./write-readings.ts";

export interface SearchIndexOptions {
  /** The built site's folder: `pagefind/` and `search-data/` are written there. */
  readonly outDir: string;
  readonly logger: { info(message: string): void };
}

/**
 * Characters of text in a part, about: more would need more memory in Pagefind than a build should take
 * (measured: 3 million positions in a bundle need 0.6 GB).
 */
const PART_SIZE = 25_000_000;

/** An archive whose words are cut and whose texts are written: Pagefind has yet to index it. */
export interface CutIndex {
  /** Indexes, and writes what remains. Call it once. */
  build(): Promise<void>;
}

/** Writes everything that the browser's search reads. */
export async function writeSearchIndex(archive: Archive, options: SearchIndexOptions): Promise<void> {
  await (await cutSearchIndex(archive, options)).build();
}

/**
 * The half of {@link writeSearchIndex} that needs this process; the other half is Pagefind's, which runs beside it
 * and lets the pages be built meanwhile.
 */
export async function cutSearchIndex(
  archive: Archive,
  { outDir, logger }: SearchIndexOptions,
): Promise<CutIndex> {
  const episodes = [...archive.episodes].reverse();
  const columns = nameSpeakersAndTopics(episodes);
  const wordList: WordList = makeWordList(archive.terms.flatMap(({ term, also }) => [term, ...also]));
  const pagefindDir = join(outDir, "pagefind");
  const dataDir = join(outDir, "search-data");
  // Below the output, so that what an interrupted build leaves there is cleared by the next.
  const workDir = join(outDir, "work");
  for (const folder of [pagefindDir, dataDir, workDir]) await rm(folder, { recursive: true, force: true });
  await mkdir(workDir, { recursive: true });
  const indexed: IndexedEpisode[] = [];
  const cutParts: CutPart[] = [];
  const counter = new WordCounter();
  for (const own of splitIntoParts(episodes)) {
    const options = {
      firstEpisode: indexed.length,
      wordList,
      counter,
      name: String(cutParts.length),
      workDir,
      logger,
      onRecord: async (episode: Episode, record: SearchRecord) => {
        indexed.push(await writeEpisodeData(episode, record, columns, dataDir));
      },
    };
    cutParts.push(await cutPart(own, options));
  }
  rememberWords(archive, counter);
  const tokenCount = indexed.reduce((sum, { tokenCount: own }) => sum + own, 0);
  return {
    async build() {
      try {
        const parts: SearchPart[] = [];
        for (const part of cutParts) parts.push(await buildPart(part, pagefindDir, logger));
        await copyPagefind(pagefindDir, workDir);
        const readings = await writeReadings(dataDir);
        const manifest = makeManifest(archive, episodes, indexed, parts, columns);
        await writeJson(join(dataDir, "manifest.json"), { ...manifest, readings } satisfies SearchManifest);
        logger.info(`Indexed ${tokenCount} tokens of ${episodes.length} episodes for the search.`);
      } finally {
        await rm(workDir, { recursive: true, force: true });
      }
    },
  };
}

function splitIntoParts(episodes: readonly Episode[]): Episode[][] {
  const parts: Episode[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const episode of episodes) {
    const length = episode.passages.reduce((sum, { text }) => sum + text.length, 0);
    if (size + length > PART_SIZE) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(episode);
    size += length;
  }
  return parts;
}

/** Indexes of every speaker and topic in the manifest's lists. */
export interface SharedColumns {
  readonly speakers: ReadonlyMap<string, { readonly index: number; readonly name: string }>;
  readonly topics: ReadonlyMap<string, number>;
}

function nameSpeakersAndTopics(episodes: readonly Episode[]): SharedColumns {
  const speakers = new Map<string, { index: number; name: string }>();
  const topics = new Map<string, number>();
  for (const episode of episodes) {
    for (const { key, name } of episode.speakers)
      if (!speakers.has(key)) speakers.set(key, { index: speakers.size, name });
    for (const topic of episode.topics) if (!topics.has(topic)) topics.set(topic, topics.size);
  }
  return { speakers, topics };
}

function makeManifest(
  { terms }: Archive,
  episodes: readonly Episode[],
  indexed: readonly IndexedEpisode[],
  parts: readonly SearchPart[],
  { speakers, topics }: SharedColumns,
): SearchManifest {
  const peopleOf = episodes.map(({ people }) =>
    people.filter(({ role }) => role !== "narrator").map(({ name }) => name),
  );
  const people = [...new Set(peopleOf.flat())];
  const indexOfPerson = new Map(people.map((name, index) => [name, index]));
  return {
    version: SEARCH_DATA_VERSION,
    aliases: terms.filter(({ also }) => also.length > 0).map(({ term, also }) => [term, ...also]),
    speakers: [...speakers].map(([key, { name }]) => [key, name]),
    topics: [...topics.keys()],
    people,
    parts,
    episodes: {
      slugs: episodes.map(({ slug }) => slug),
      titles: episodes.map(({ title }) => title),
      dates: episodes.map(({ date }) => date),
      tokenCounts: indexed.map(({ tokenCount }) => tokenCount),
      headingLengths: indexed.map(({ headingLength }) => headingLength),
      versions: indexed.map(({ version }) => version),
      languages: episodes.map(({ language }) => language),
      people: peopleOf.map((names) => names.map((name) => indexOfPerson.get(name) as number)),
      timings: episodes.map(({ timing }) => timing.charAt(0)).join(""),
      speakers: episodes.map((episode) => episode.speakers.map(({ key }) => speakers.get(key)?.index ?? -1)),
      topics: episodes.map((episode) => episode.topics.map((topic) => topics.get(topic) ?? -1)),
    },
  };
}
