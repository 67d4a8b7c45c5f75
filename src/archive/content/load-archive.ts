import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Archive, Episode } from "../../model/archive.ts";
import type { LineProblem, Problem } from "../../model/problem.ts";
import { makeSlug } from "../../text/slug.ts";
import { EpisodeCache } from "../cache/episode-cache.ts";
import { type ContentFile, placeProblems } from "./content-file.ts";
import type { EpisodeFolder } from "./episode-reader.ts";
import { type EpisodeFiles, type LoadedEpisode, loadEpisode } from "./load-episode.ts";
import { loadGlossary } from "./load-glossary.ts";
import { loadPeople } from "./load-people.ts";
import { loadShow, unreadShow } from "./load-show.ts";
import type { ArchiveContext } from "./make-episode.ts";
import { checkStrayName } from "./name-episode-files.ts";

export interface LoadOptions {
  /** The content folder. Problems name its files by this path as it is given. */
  readonly contentDir: string;
  /** Drafts are checked in any case; true takes them into the archive as well. */
  readonly includeDrafts?: boolean;
  /** The base path of the site, for the addresses of audio files in the content folder; `/` where absent. */
  readonly base?: string;
  /** Where episodes that have been read are kept for the next time; they are read anew each time where absent. */
  readonly cacheDir?: string;
  /** True keeps the files of all episodes in memory, for commands that look at what was heard. */
  readonly keepFiles?: boolean;
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

const topFiles = ["show.yaml", "people.yaml", "glossary.yaml"];

/** Paths with the numbers in them compared as numbers: `episodes/9` before `episodes/10`. */
const comparePaths = new Intl.Collator("en", { numeric: true }).compare;

function compareProblems(a: Problem, b: Problem): number {
  return (
    comparePaths(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    // "error" before "warning"
    comparePaths(a.severity, b.severity) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  );
}

function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(
    problems.map((problem) => [JSON.stringify([problem.file, problem.line, problem.message]), problem]),
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

async function isFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return stat(path).then(
    (target) => target.isDirectory(),
    () => false,
  );
}

/** The episodes' folders, and what is wrong with their names. */
async function listEpisodeFolders(
  parent: ContentFile,
): Promise<{ folders: EpisodeFolder[]; problems: Problem[] }> {
  const entries = (await listEntries(parent)) ?? [];
  const folders: EpisodeFolder[] = [];
  const problems: Problem[] = [];
  const folderBySlug = new Map<string, string>();
  for (const entry of entries) {
    const file = { path: join(parent.path, entry.name), name: `${parent.name}/${entry.name}` };
    if (!(await isFolder(entry, file.path))) {
      if (!/\.(?:md|vtt|srt|txt|json|ya?ml)$/i.test(entry.name) || /^readme\b/i.test(entry.name)) continue;
      const message = "A file that stands in no episode's folder is not read. Move it into one, or away.";
      problems.push(...placeProblems(file, [{ severity: "warning", message }]));
      continue;
    }
    const slug = makeSlug(entry.name);
    const namesake = folderBySlug.get(slug.toLowerCase());
    if (namesake !== undefined || slug === "-") {
      const message =
        namesake === undefined
          ? "The folder's name holds no letter and no digit, and becomes the episode's address. Rename it."
          : `The folders "${namesake}" and "${entry.name}" have the same address, /episodes/${slug}/. Rename one of them.`;
      problems.push(...placeProblems(file, [{ severity: "error", message }]));
    }
    folderBySlug.set(slug.toLowerCase(), namesake ?? entry.name);
    folders.push({ ...file, folder: entry.name, slug });
  }
  return { folders, problems };
}

/** Takes the folders through `loadEpisode`, a few at a time, in their order. */
async function loadEpisodes(
  folders: readonly EpisodeFolder[],
  context: ArchiveContext,
  { keepFiles = false, cacheDir }: LoadOptions,
): Promise<LoadedEpisode[]> {
  // Files are not kept: whoever wants them wants what was heard.
  const cache = cacheDir === undefined || keepFiles ? undefined : await EpisodeCache.open(cacheDir, context);
  const loaded: LoadedEpisode[] = new Array(folders.length);
  const waiting = folders.entries();
  const work = async () => {
    for (const [index, folder] of waiting) {
      const read = () => loadEpisode(folder, context);
      const { files, ...episode } = await (cache?.load(folder, read) ?? read());
      loaded[index] = keepFiles && files !== undefined ? { ...episode, files } : episode;
    }
  };
  await Promise.all(Array.from({ length: concurrentReads }, work));
  await cache?.clear();
  return loaded;
}

function checkTopFolder(root: ContentFile, entries: readonly Dirent[] | undefined): Problem[] {
  if (entries === undefined) {
    const message =
      "There is no such folder. Create it with a show.yaml and a folder episodes, or name another one with ARCHIVE_CONTENT.";
    return placeProblems(root, [{ severity: "error", message }]);
  }
  return entries.flatMap(({ name }) => {
    const stray: LineProblem | undefined = checkStrayName(name, topFiles);
    return stray === undefined ? [] : placeProblems({ path: "", name: `${root.name}/${name}` }, [stray]);
  });
}

const noEpisodes =
  "There are no episodes yet. Make a folder for the first one here, with an episode.md and a transcript.";

/**
 * Reads the whole content folder: every episode parsed, corrected and divided, newest first. Never throws for
 * what the files say; all problems of all files are found and returned together.
 */
export async function loadArchive(options: LoadOptions): Promise<LoadedArchive> {
  const { contentDir, includeDrafts = false, base = "/" } = options;
  const name = contentDir.length > 1 ? contentDir.replace(/(?<=[^/\\])[/\\]+$/, "") : contentDir;
  const root = { path: contentDir, name };
  const at = (file: string): ContentFile => ({ path: join(contentDir, file), name: `${name}/${file}` });
  const entries = await listEntries(root);
  const problems = checkTopFolder(root, entries);
  const [show, people, glossary] = await Promise.all([
    entries === undefined ? undefined : loadShow(at("show.yaml"), contentDir),
    loadPeople(at("people.yaml")),
    loadGlossary(at("glossary.yaml")),
  ]);
  const listed = await listEpisodeFolders(at("episodes"));
  const context: ArchiveContext = {
    show: show?.show ?? unreadShow,
    people: people.people,
    ids: people.ids,
    terms: glossary.terms,
    glossaryFile: at("glossary.yaml"),
    base,
  };
  const loaded = await loadEpisodes(listed.folders, context, options);
  const episodes = loaded
    .flatMap(({ episode }): Episode[] =>
      episode === undefined || (episode.isDraft && !includeDrafts) ? [] : [episode],
    )
    .sort(compareEpisodes);
  const episodeCount = loaded.filter(({ isEpisode }) => isEpisode).length;
  if (entries !== undefined && episodeCount === 0) {
    problems.push(...placeProblems(at("episodes"), [{ severity: "warning", message: noEpisodes }]));
  }
  for (const part of [show, people, glossary, listed, ...loaded]) problems.push(...(part?.problems ?? []));
  return {
    archive: { show: context.show, people: people.people, terms: glossary.terms, episodes },
    keyOf: new Map(
      loaded.flatMap(({ episode, key }) =>
        episode === undefined || key === undefined ? [] : [[episode, key]],
      ),
    ),
    problems: sortProblems(problems),
    episodeCount,
    files: loaded.flatMap(({ files }) => files ?? []),
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
