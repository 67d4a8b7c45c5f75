import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { clearOld } from "../../archive/cache/cached-file.ts";
import { fingerprintCode } from "../../archive/cache/fingerprint-code.ts";
import { listTopics } from "../../archive/list-topics.ts";
import type { Archive, Episode } from "../../model/archive.ts";
import type { Reporter } from "../../model/report.ts";
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
import { countSaid, type SaidTask } from "./keywords/count-said.ts";
import { type ArchiveKeywords, loadKeywords } from "./keywords/load-keywords.ts";
import { readAllCuts } from "./keywords/read-all-cuts.ts";
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
import { getReadings, writeReadings } from "./write-readings.ts";
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
  // At once, before anybody else can begin to look for them.
  const finding = loadKeywords(archive, { folder: folders.keywords, cut: () => cutting });
  const emptied = Promise.all(
    ["pagefind", "search-data"].map((name) => rm(join(outDir, name), { recursive: true, force: true })),
  );
  // What is awaited late: whatever else fails before, its own failure must not end the process unheard.
  for (const late of [finding, emptied]) late.catch(() => undefined);
  const cuts = await cutting;
  await emptied;
  const indexing = buildShards(cuts, {
    folder: folders.shards,
    prebuilt: await choosePrebuilt(prebuilt, cuts, reporter),
    pagefindDir: join(outDir, "pagefind"),
    reporter,
  });
  indexing.catch(() => undefined);
  return await writeIndex({ archive, cuts }, { indexing, finding }, options);
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
}

/** What goes on beside. */
interface IndexWork {
  readonly indexing: Promise<CachedShard[]>;
  readonly finding: Promise<ArchiveKeywords>;
}

async function writeIndex(
  { archive, cuts }: IndexSources,
  { indexing, finding }: IndexWork,
  options: SearchIndexOptions,
): Promise<string> {
  const { outDir, cacheDir, reporter } = options;
  const folders = locateCaches(cacheDir);
  const readingsFile = join(cacheDir, `readings-${(await fingerprintCode("readings")).slice(0, 12)}`);
  const episodes = cuts.map(({ episode }) => episode);
  const columns = nameSpeakersAndTopics(episodes);
  const dataDir = join(outDir, "search-data");
  await copyPagefind(join(outDir, "pagefind"));
  const known = await getReadings(readingsFile);
  const readings = writeReadings(known, dataDir);
  // The suggestions as soon as there are keywords: what they are counted in is read elsewhere meanwhile.
  const [indexed, suggestions, shards] = await Promise.all([
    writeTexts(cuts, columns, dataDir),
    finding.then((keywords) =>
      makeSuggestionFiles(archive, {
        keywords,
        readings: known,
        titleFiles: listNewestTitleFiles(cuts.length).map(nameTitleFile),
        countSaid: (names) =>
          readAllCuts<SaidTask, number[]>(
            cuts,
            { names },
            { module: new URL("./keywords/said-process.ts", import.meta.url), work: countSaid },
          ),
      }),
    ),
    indexing,
  ]);
  const files = { ...makeTitleFiles(episodes), ...suggestions };
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

/** Writes what each episode says; other work of this process goes on between two of them. */
async function writeTexts(
  cuts: readonly CachedCut[],
  columns: SharedColumns,
  dataDir: string,
): Promise<IndexedEpisode[]> {
  const indexed: IndexedEpisode[] = [];
  for (const { episode, head } of cuts) {
    await nextTurn();
    indexed.push(writeEpisodeData(episode, head, columns, dataDir));
  }
  return indexed;
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
