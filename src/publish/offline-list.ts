/**
 * `/offline.json`: what a browser has to keep of a build, so that it can be read without a network. Paths are relative to
 * the site's root, percent-encoded; names are told by the content of what they name.
 */
export interface OfflineList {
  readonly shell: OfflineShell;
  /** By slug. */
  readonly episodes: Readonly<Record<string, OfflineEpisode>>;
}

/** What every page needs, the search's own files among them, never its index. */
export interface OfflineShell {
  readonly name: string;
  readonly bytes: number;
  readonly files: readonly string[];
  /** Of those files whose address says nothing of their content, and that no host rewrites: what they have to be. */
  readonly hashes: Readonly<Record<string, string>>;
}

export interface OfflineEpisode {
  /** Another one where anything of the page has changed, the scripts that it names included. */
  readonly name: string;
  /** Of all its files but the recording, unpacked. */
  readonly bytes: number;
  /** Its folder below `search-data/`, and how many files are in it: `0.json`, `1.json`, and so on. */
  readonly texts: string;
  readonly textCount: number;
  /** The hash of its `transcript.json`. */
  readonly transcript: string;
  /** Names of its pictures, which lie beside its page. */
  readonly pictures: readonly string[];
}

export const OFFLINE_LIST = "offline.json";
export const SERVICE_WORKER = "service-worker.js";

/** Chosen: what a reader who keeps one episode can be asked to load beside it. */
export const MOST_SHELL_BYTES = 1_500_000;

/** Whether a file is named by its content, told by its path below the site's root. */
export function isNamedByContent(path: string): boolean {
  return /^(?:_astro|search-scripts|search-data|pagefind)\//.test(path);
}

/** Characters of a hash, 6 bits each: it tells versions of one file apart. */
export const HASH_LENGTH = 10;

/** The paths of an episode's files, the page first. */
export function listEpisodeFiles(
  slug: string,
  { texts, textCount, pictures }: Pick<OfflineEpisode, "texts" | "textCount" | "pictures">,
): string[] {
  const own = `episodes/${encodeURIComponent(slug)}/`;
  return [
    own,
    `${own}transcript.json`,
    ...pictures.map((name) => own + encodeURIComponent(name)),
    ...Array.from(
      { length: textCount },
      (_, index) => `search-data/${encodeURIComponent(texts)}/${index}.json`,
    ),
  ];
}
