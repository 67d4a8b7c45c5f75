import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Archive, Episode, Term } from "../../model/archive.ts";
import { type Fault, isFault, type Problem } from "../../model/problem.ts";
import type { FeedLack } from "../../model/problem-values.ts";
import { listPersonIds } from "../../pipeline/mention/list-people.ts";
import { makeSlug } from "../../text/slug.ts";
import { EpisodeCache } from "../cache/episode-cache.ts";
import { listFeedItems } from "../list-feed-items.ts";
import { findSharedAddresses, listTopics, type Topic } from "../list-topics.ts";
import { checkNoteLinks } from "./check-note-links.ts";
import { type ContentFile, findEntry, readContentText } from "./content-file.ts";
import type { EpisodeFolder } from "./episode-reader.ts";
import { type EpisodeFiles, type LoadedEpisode, loadEpisode } from "./load-episode.ts";
import { loadGlossary, loadVariants } from "./load-glossary.ts";
import { loadMoved, resolveMoved } from "./load-moved.ts";
import { loadPeople } from "./load-people.ts";
import { loadShow, unreadShow } from "./load-show.ts";
import type { ArchiveContext } from "./make-episode.ts";
import { mergeWaiting } from "./merge-waiting.ts";
import { checkStrayName, isReadInEpisodes } from "./name-episode-files.ts";
import { readFrontMatter } from "./read-front-matter.ts";

export interface LoadOptions {
  /** The content folder. Problems name its files by this path as it is given. */
  readonly contentDir: string;
  /** Drafts are checked in any case; true takes them into the archive as well. */
  readonly includeDrafts?: boolean;
  /** The base path of the site, for the addresses of audio files in the content folder; `/` where absent. */
  readonly base?: string;
  /** Where episodes that have been read are kept for the next time; they are read anew each time where absent. */
  readonly cacheDir?: string;
  /** Milliseconds since 1970, for what is published later; the clock's where absent. */
  readonly now?: number;
  /** True keeps the files of all episodes in memory, for commands that look at what was heard. */
  readonly keepFiles?: boolean;
  /** Reads this episode alone; what is known of the whole archive then is not: its topics, its moved addresses, whom nobody names. */
  readonly onlySlug?: string;
  /** Told of each episode that is taken into the archive, as soon as it is read; in no order. */
  readonly onEpisode?: (episode: Episode, terms: readonly Term[]) => void;
}

export interface LoadedArchive {
  /** Without the episodes that have an error, and without those parts of other files that have one. */
  readonly archive: Archive;
  /** Names all that an episode was made from; empty where nothing is kept. */
  readonly keyOf: ReadonlyMap<Episode, string>;
  /** All of them, by file and line. */
  readonly problems: readonly Problem[];
  /** How many episodes there are, drafts and those with errors included. */
  readonly episodeCount: number;
  /** Only where `keepFiles` asked for them: every episode that can be read, those with errors included. */
  readonly files: readonly EpisodeFiles[];
}

// A few files open at once keep the disk busy; the work between the reads is what takes the time.
const concurrentReads = 8;

const topFiles = ["show.yaml", "people.yaml", "glossary.yaml", "moved.yaml", "variants.yaml"];

/** Paths with the numbers in them compared as numbers: `episodes/9` before `episodes/10`. */
const comparePaths = new Intl.Collator("en", { numeric: true }).compare;

const severityOrder: readonly Problem["severity"][] = ["error", "warning", "notice"];

function compareProblems(a: Problem, b: Problem): number {
  return (
    comparePaths(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity)
  );
}

function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(
    problems.map((problem) => {
      const { file, line, kind, values } = problem;
      return [JSON.stringify([file, line, kind, values]), problem];
    }),
  );
  return [...unique.values()].sort(compareProblems);
}

async function listEntries(folder: ContentFile): Promise<Dirent[] | undefined> {
  try {
    const entries = await readdir(folder.path, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith(".")).sort((a, b) => comparePaths(a.name, b.name));
  } catch {
    return undefined;
  }
}

function checkFolderName(folder: string, slug: string, namesake: string | undefined): Fault | undefined {
  if (namesake !== undefined)
    return { kind: "folders-share-address", values: { folder, other: namesake, slug } };
  return slug === "-" ? { kind: "folder-name-without-letters", values: {} } : undefined;
}

/** The episodes' folders, and what is wrong with their names. */
async function listEpisodeFolders(
  parent: ContentFile,
): Promise<{ folders: EpisodeFolder[]; problems: Problem[] }> {
  const found = await findEntry(parent);
  if (found !== undefined && isFault(found))
    return { folders: [], problems: [{ severity: "error", file: parent.name, ...found }] };
  const entries = (await listEntries(parent)) ?? [];
  const folders: EpisodeFolder[] = [];
  const problems: Problem[] = [];
  const folderBySlug = new Map<string, string>();
  for (const entry of entries) {
    const file = {
      path: join(parent.path, entry.name),
      name: `${parent.name}/${entry.name}`,
      root: parent.root,
    };
    const link = entry.isSymbolicLink() ? await findEntry(file) : undefined;
    if (link !== undefined && isFault(link)) {
      problems.push({ severity: "error", file: file.name, ...link });
      continue;
    }
    if (!(link?.isFolder ?? entry.isDirectory())) {
      if (isReadInEpisodes(entry.name) && !/^readme\b/i.test(entry.name))
        problems.push({ severity: "warning", file: file.name, kind: "file-outside-episodes", values: {} });
      continue;
    }
    const slug = makeSlug(entry.name);
    const namesake = folderBySlug.get(slug.toLowerCase());
    const fault = checkFolderName(entry.name, slug, namesake);
    if (fault !== undefined) problems.push({ severity: "error", file: file.name, ...fault });
    folderBySlug.set(slug.toLowerCase(), namesake ?? entry.name);
    folders.push({ ...file, folder: entry.name, slug });
  }
  return { folders, problems };
}

/** Takes the folders through `loadEpisode`, a few at a time, in their order. */
async function loadEpisodes(
  folders: readonly EpisodeFolder[],
  context: ArchiveContext,
  { keepFiles = false, includeDrafts = false, cacheDir, now = Date.now(), onEpisode }: LoadOptions,
): Promise<LoadedEpisode[]> {
  // Files are not kept: whoever wants them wants what was heard.
  const cache = cacheDir === undefined || keepFiles ? undefined : await EpisodeCache.open(cacheDir, context);
  const loaded: LoadedEpisode[] = new Array(folders.length);
  const waiting = folders.entries();
  const work = async () => {
    for (const [index, folder] of waiting) {
      const read = () => loadEpisode(folder, context);
      const { files, ...own } = await (cache?.load(folder, read) ?? read());
      // What is kept says nothing of the hour.
      const isEarly = (own.episode?.publish ?? 0) > now;
      const draft = isEarly && own.episode !== undefined ? { ...own.episode, isDraft: true } : own.episode;
      const episode = draft === undefined ? undefined : await addAudioSize(draft, folder);
      if (episode !== undefined && (includeDrafts || !episode.isDraft)) onEpisode?.(episode, context.terms);
      loaded[index] = {
        ...own,
        ...(episode === undefined ? {} : { episode }),
        ...(keepFiles && files !== undefined ? { files } : {}),
      };
    }
  };
  await Promise.all(Array.from({ length: concurrentReads }, work));
  await cache?.clear();
  return loaded;
}

/** The size of a recording that lies in the episode's folder, whatever has been written of it. */
async function addAudioSize(episode: Episode, { path }: EpisodeFolder): Promise<Episode> {
  const { audio } = episode;
  if (audio?.file === undefined) return episode;
  const found = await stat(join(path, audio.file)).catch(() => undefined);
  return found === undefined ? episode : { ...episode, audio: { ...audio, bytes: found.size } };
}

/** Topics without an address of their own, each told where an episode first names it. */
async function checkTopics(
  loaded: readonly { readonly episode: Episode; readonly folder: EpisodeFolder }[],
  context: ArchiveContext,
): Promise<Problem[]> {
  const topics = listTopics({ episodes: loaded.map(({ episode }) => episode), terms: context.terms });
  const faults: (readonly [Topic, Fault])[] = [
    ...topics
      .filter(({ slug }) => slug === "-")
      .map((topic): [Topic, Fault] => [
        topic,
        { kind: "topic-without-letters", values: { topic: topic.name } },
      ]),
    ...findSharedAddresses(topics.filter(({ slug }) => slug !== "-")).map(
      ([topic, other]): [Topic, Fault] => {
        const values = { topic: topic.name, other: other.name, slug: topic.slug };
        return [topic, { kind: "topics-share-address", values }];
      },
    ),
  ];
  return Promise.all(
    faults.map(async ([{ spellings, episodes }, fault]): Promise<Problem> => {
      const { folder } = loaded.find(({ episode }) => episode === episodes[0]) as (typeof loaded)[number];
      const file = { ...folder, path: join(folder.path, "episode.md"), name: `${folder.name}/episode.md` };
      // Kept episodes have no lines.
      const front = readFrontMatter((await readContentText(file)).text ?? "", folder.folder, context);
      const at = front.data.topics.findIndex((name) => spellings.has(name));
      return { severity: "error", file: file.name, line: front.findLine(["topics", at]), ...fault };
    }),
  );
}

function checkTopFolder(root: ContentFile, entries: readonly Dirent[] | undefined): Problem[] {
  if (entries === undefined)
    return [{ severity: "error", file: root.name, kind: "content-folder-missing", values: {} }];
  return entries.flatMap(({ name }) => {
    const stray = checkStrayName(name, topFiles);
    return stray === undefined ? [] : [{ ...stray, file: `${root.name}/${name}` }];
  });
}

/**
 * Reads the whole content folder: every episode parsed, corrected and divided, newest first. Never throws for
 * what the files say; all problems of all files are found and returned together.
 */
export async function loadArchive(options: LoadOptions): Promise<LoadedArchive> {
  const { contentDir, includeDrafts = false, base = "/", onlySlug } = options;
  const name = contentDir.length > 1 ? contentDir.replace(/(?<=[^/\\])[/\\]+$/, "") : contentDir;
  const root = { path: contentDir, name, root: contentDir };
  const at = (file: string): ContentFile => ({
    path: join(contentDir, file),
    name: `${name}/${file}`,
    root: contentDir,
  });
  const entries = await listEntries(root);
  const problems = checkTopFolder(root, entries);
  const [show, people, glossary, variants, movedFile] = await Promise.all([
    entries === undefined ? undefined : loadShow(at("show.yaml")),
    loadPeople(at("people.yaml")),
    loadGlossary(at("glossary.yaml")),
    loadVariants(at("variants.yaml")),
    loadMoved(at("moved.yaml")),
  ]);
  const listed = await listEpisodeFolders(at("episodes"));
  const context: ArchiveContext = {
    show: show?.show ?? unreadShow,
    people: people.people,
    ids: people.ids,
    terms: glossary.terms,
    base,
  };
  const folders = listed.folders.filter(({ slug }) => onlySlug === undefined || slug === onlySlug);
  const loaded = await loadEpisodes(folders, context, options);
  const episodes = loaded
    .flatMap(({ episode }): Episode[] =>
      episode === undefined || (episode.isDraft && !includeDrafts) ? [] : [episode],
    )
    .sort(compareEpisodes);
  const episodeCount = loaded.filter(({ isEpisode }) => isEpisode).length;
  const found = loaded.flatMap(({ episode }, index) =>
    episode === undefined ? [] : [{ episode, folder: folders[index] as EpisodeFolder }],
  );
  problems.push(...(await checkTopics(found, context)));
  if (entries !== undefined && episodeCount === 0)
    problems.push({ severity: "warning", file: at("episodes").name, kind: "no-episodes", values: {} });
  const written = { people: people.people, terms: glossary.terms };
  const named = chooseNamed(written, episodes);
  const moved = resolveMoved(
    movedFile,
    { episodes, named, terms: glossary.terms },
    { base, isWhole: loaded.every(({ episode, isEpisode }) => episode !== undefined || !isEpisode) },
  );
  for (const part of [show, people, glossary, variants, movedFile, moved, listed, ...loaded])
    problems.push(...(part?.problems ?? []));
  // Of an archive with an error nobody knows what it will say.
  if (episodeCount > 0 && problems.every(({ severity }) => severity !== "error")) {
    const known = { named, terms: glossary.terms, moved: moved.moved };
    if (onlySlug === undefined) problems.push(...(await checkNoteLinks(found, known, context)));
    const drafts = loaded.flatMap(({ episode }) => (episode?.isDraft === true ? [episode] : []));
    const unnamed = findUnnamed(findUnnamed(written, named), chooseNamed(written, drafts));
    const awaited = new Set(loaded.flatMap(({ waiting = [] }) => waiting));
    for (const { id } of unnamed.people.filter(({ id }) => !awaited.has(id)))
      problems.push({
        severity: "warning",
        file: at("people.yaml").name,
        line: people.lines.get(id) ?? 1,
        kind: "person-of-no-episode",
        values: { id },
      });
    for (const { term, line } of unnamed.terms)
      problems.push({
        severity: "warning",
        file: at("glossary.yaml").name,
        line,
        kind: "term-of-no-episode",
        values: { term },
      });
  }
  if (onlySlug === undefined) problems.push(...noticeUnfed(episodes, at("episodes").name));
  return {
    archive: {
      show: context.show,
      people: people.people,
      terms: glossary.terms,
      named,
      variants: variants.variants,
      episodes,
      moved: moved.moved,
    },
    keyOf: new Map(
      loaded.flatMap(({ episode, key }) =>
        episode === undefined || key === undefined ? [] : [[episode, key]],
      ),
    ),
    problems: sortProblems(mergeWaiting(problems)),
    episodeCount,
    files: loaded.flatMap(({ files }) => files ?? []),
  };
}

/** A notice for each reason why episodes cannot be in the show's feed. None for an archive of texts alone, which has no feed. */
function noticeUnfed(episodes: readonly Episode[], folder: string): Problem[] {
  if (episodes.every(({ audio }) => audio === undefined)) return [];
  const namesOf = new Map<FeedLack, string[]>();
  for (const [{ slug, folder: own = slug }, lack] of listFeedItems(episodes).left)
    namesOf.set(lack, [...(namesOf.get(lack) ?? []), own]);
  return [...namesOf].map(([lack, names]): Problem => {
    const file = names.length === 1 ? `${folder}/${names[0]}/episode.md` : folder;
    return { severity: "notice", file, kind: "not-in-feed", values: { lack, episodes: names } };
  });
}

type Named = Archive["named"];

/** Those whom episodes name, and what they say. */
function chooseNamed({ people, terms }: Named, episodes: readonly Episode[]): Named {
  const ids = new Set(episodes.flatMap((episode) => [...listPersonIds(episode)]));
  const said = new Set(episodes.flatMap(({ mentions }) => mentions.map(({ slug }) => slug)));
  return {
    people: people.filter(({ id }) => ids.has(id)),
    terms: terms.filter(({ slug }) => said.has(slug)),
  };
}

function findUnnamed({ people, terms }: Named, named: Named): Named {
  return {
    people: people.filter((person) => !named.people.includes(person)),
    terms: terms.filter((term) => !named.terms.includes(term)),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Newest first: by date, then number, then slug. What a date does not say counts as the earliest it can be, so
 * 2025 stands after every month of 2025.
 */
function compareEpisodes(
  a: Pick<Episode, "date" | "number" | "slug">,
  b: Pick<Episode, "date" | "number" | "slug">,
): number {
  return compareText(b.date, a.date) || (b.number ?? -1) - (a.number ?? -1) || compareText(a.slug, b.slug);
}
