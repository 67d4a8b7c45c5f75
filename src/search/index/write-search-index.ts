import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { clearOld } from "../../archive/cache/cached-file.ts";
import { fingerprintCode } from "../../archive/cache/fingerprint-code.ts";
import { listTopics } from "../../archive/list-topics.ts";
import type { Archive, Episode } from "../../model/archive.ts";
import type { Reporter } from "../../model/report.ts";
import type { WordTable } from "../../pipeline/keywords/count-words.ts";
import { readTokens } from "../../text/normalise.ts";
import {
  listNewestTitleFiles,
  nameFolder,
  nameTitleFile,
  type SearchManifest,
  type SearchShard,
} from "../format/manifest.ts";
import { findDottedWords, listAliases } from "../query/query.ts";
import { TIERS } from "./bundle/index-terms.ts";
import { copyPagefind } from "./bundle/write-bundles.ts";
import { type CachedCut, cutEpisodes } from "./cut/cut-episodes.ts";
import { readSection } from "./cut/cut-file.ts";
import { type ArchiveKeywords, countCutWords, loadKeywords } from "./load-keywords.ts";
import { buildShards } from "./shards/build-shards.ts";
import { type CachedShard, locateCaches } from "./shards/cached-shards.ts";
import { placeShards } from "./shards/place-shards.ts";
import { choosePrebuilt, type PrebuiltPart } from "./shards/prebuilt-shards.ts";
import {
  type IndexedEpisode,
  makeTitleFiles,
  type SharedColumns,
  writeEpisodeData,
} from "./write-episode-data.ts";
import { writeNamed } from "./write-json.ts";
import { getLikelyReadings, writeReadings } from "./write-readings.ts";
import { makeSuggestionFiles } from "./write-suggestions.ts";

export interface SearchIndexOptions {
  /** The built site's folder: `pagefind/` and `search-data/` are written there. */
  readonly outDir: string;
  /** Caches what a build has cut and indexed for the next one. It may be deleted at any time but during a build. */
  readonly cacheDir: string;
  /** Parts of the archive that were built apart from it: what they hold is not cut and indexed again. */
  readonly prebuilt?: readonly PrebuiltPart[];
  /** Episodes may be cut already elsewhere: resolves when none is any more. */
  readonly cutAhead?: Promise<void>;
  readonly reporter: Reporter;
}

/**
 * Writes everything that the browser's search reads. Resolves to the archive's name in the pointer. Whoever asks for
 * the archive's keywords in the meantime gets them as soon as they are found (see `loadKeywords`).
 */
export async function writeSearchIndex(archive: Archive, options: SearchIndexOptions): Promise<string> {
  const { outDir, cacheDir, prebuilt = [], reporter } = options;
  const folders = locateCaches(cacheDir);
  const cutting = cutOldestFirst(archive, options);
  const emptied = Promise.all(
    ["pagefind", "search-data"].map((name) => rm(join(outDir, name), { recursive: true, force: true })),
  );
  // Before words are counted, which takes this process seconds.
  const indexing = Promise.all([cutting, emptied]).then(async ([cuts]) =>
    buildShards(cuts, {
      folder: folders.shards,
      prebuilt: await choosePrebuilt(prebuilt, cuts, reporter),
      pagefindDir: join(outDir, "pagefind"),
      reporter,
    }),
  );
  // Awaited below; whatever else fails before, its own failure must not end the process unheard.
  indexing.catch(() => undefined);
  const counting = cutting.then(countCutWords);
  const [cuts, { table: words }, keywords] = await Promise.all([
    cutting,
    counting,
    // At once, before anybody else can begin to look for them.
    loadKeywords(archive, { folder: folders.keywords, count: () => counting }),
    emptied,
  ]);
  return await writeIndex({ archive, cuts, words, keywords }, indexing, options);
}

async function cutOldestFirst(
  archive: Archive,
  { cacheDir, prebuilt = [], cutAhead, reporter }: SearchIndexOptions,
): Promise<CachedCut[]> {
  await cutAhead;
  // So that a new episode moves no other.
  const episodes = [...archive.episodes].reverse();
  return await cutEpisodes(
    { ...archive, episodes },
    {
      folder: locateCaches(cacheDir).cuts,
      prebuilt: prebuilt.map(({ folder }) => locateCaches(folder).cuts),
      reporter,
    },
  );
}

/** What an index is made from. */
interface IndexSources {
  readonly archive: Archive;
  /** Oldest first. */
  readonly cuts: readonly CachedCut[];
  readonly words: WordTable;
  readonly keywords: ArchiveKeywords;
}

async function writeIndex(
  sources: IndexSources,
  indexing: Promise<CachedShard[]>,
  options: SearchIndexOptions,
): Promise<string> {
  const { archive, cuts } = sources;
  const { outDir, cacheDir, reporter } = options;
  const folders = locateCaches(cacheDir);
  const readingsFile = join(cacheDir, `readings-${(await fingerprintCode("readings")).slice(0, 12)}`);
  const episodes = cuts.map(({ episode }) => episode);
  const columns = nameSpeakersAndTopics(episodes);
  const [shards, { readings, files, indexed }] = await Promise.all([
    indexing,
    writeBesideIndex(sources, columns, outDir, readingsFile),
  ]);
  const placed = placeShards(
    shards,
    cuts.map(({ key, head: { tokenCount, headingLength } }) => ({ key, tokenCount, headingLength })),
  );
  const manifest = { ...makeManifest(archive, episodes, indexed, placed, columns), readings };
  const name = writeNamed({ "manifest.json": manifest satisfies SearchManifest, ...files }, (own) =>
    join(outDir, "search-data", nameFolder("archive", own)),
  );
  await clearOld(folders.cuts, new Set(cuts.map(({ key }) => `${key}.cut`)));
  await clearOld(folders.shards, new Set(shards.map(({ name }) => name)));
  const own = Object.values(folders).map((folder) => basename(folder));
  await clearOld(cacheDir, new Set([...own, "pages", "episodes", basename(readingsFile)]));
  const tokenCount = indexed.reduce((sum, { tokenCount: count }) => sum + count, 0);
  reporter.tell({ kind: "archive-searchable", values: { tokens: tokenCount, episodes: cuts.length } });
  return name;
}

/**
 * Writes all but the index and what tells of all episodes; makes the files that stand beside the manifest. Takes this
 * process for seconds: the index must have been begun.
 */
async function writeBesideIndex(
  { archive, cuts, words, keywords }: IndexSources,
  columns: SharedColumns,
  outDir: string,
  readingsFile: string,
): Promise<{ readings: string; files: Readonly<Record<string, unknown>>; indexed: IndexedEpisode[] }> {
  const dataDir = join(outDir, "search-data");
  await copyPagefind(join(outDir, "pagefind"));
  const likely = await getLikelyReadings(readingsFile);
  const readings = await writeReadings(likely, dataDir);
  const files = {
    ...makeTitleFiles(cuts.map(({ episode }) => episode)),
    ...makeSuggestionFiles(archive, {
      words,
      keywords,
      readings: likely,
      titleFiles: listNewestTitleFiles(cuts.length).map(nameTitleFile),
      said: readSaid(cuts),
    }),
  };
  const indexed = cuts.map(({ episode, head }) => writeEpisodeData(episode, head, columns, dataDir));
  return { readings, files, indexed };
}

function* readSaid(cuts: readonly CachedCut[]) {
  for (const { path } of cuts) yield readSection(path, "said");
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
  archive: Archive,
  episodes: readonly Episode[],
  indexed: readonly IndexedEpisode[],
  shards: readonly SearchShard[],
  { speakers, topics }: SharedColumns,
): SearchManifest {
  const { show, terms, variants, people: persons, named } = archive;
  const peopleOf = episodes.map(({ people }) =>
    people.filter(({ role }) => role !== "narrator").map(({ name }) => name),
  );
  const people = [...new Set(peopleOf.flat())];
  const aliases = listAliases(terms);
  const dotted = findDottedWords(aliases);
  const aliasesOf = new Map(persons.map(({ id, aliases }) => [id, aliases]));
  const indexOfPerson = new Map(people.map((name, index) => [name, index]));
  return {
    aliases,
    variants: { names: variants, hasStock: show.variants ?? true },
    speakers: [...speakers].map(([key, { name }]) => [key, name, ...(aliasesOf.get(key) ?? [])]),
    topics: [...topics.keys()],
    people,
    named: {
      people: named.people.map(({ slug, name, aliases }) => [slug, name, ...aliases]),
      terms: named.terms.map(({ slug, term, also }) => [slug, term, ...also]),
      topics: listTopics(archive).map(({ slug, name, spellings }) => [
        slug,
        name,
        ...[...spellings].filter((spelling) => spelling !== name),
      ]),
    },
    shards,
    frequentSound: TIERS.sound.frequentPair,
    episodes: {
      slugs: episodes.map(({ slug }) => slug),
      titleLengths: episodes.map(({ title }) => readTokens(title, dotted).length),
      numbers: episodes.map(({ number }) => number ?? null),
      seasons: episodes.map(({ season }) => season ?? null),
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
