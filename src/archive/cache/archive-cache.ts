import { join, resolve } from "node:path";
import { type LoadedArchive, type LoadOptions, loadArchive } from "../content/load-archive.ts";
import { findCache, readEnvironment } from "../read-environment.ts";

type Cache = Map<string, Promise<LoadedArchive>>;

// Astro bundles the pages apart from the integrations, so one process holds this module twice: a module
// variable would read the archive twice.
const cacheKey = Symbol.for("tingsuo.archive-cache");

function getCache(): Cache {
  const holder = globalThis as { [cacheKey]?: Cache };
  holder[cacheKey] ??= new Map();
  return holder[cacheKey];
}

/**
 * The archive, read once a process for each set of options. Options left out come from the environment
 * (read-environment.ts, which throws at a setting that cannot be used).
 */
export function getArchive(options: Partial<LoadOptions> = {}): Promise<LoadedArchive> {
  const environment =
    options.contentDir === undefined || options.base === undefined ? readEnvironment() : undefined;
  const now = options.now ?? environment?.now;
  const contentDir = options.contentDir ?? environment?.contentDir ?? "content";
  const base = options.base ?? environment?.base ?? "/";
  const includeDrafts = options.includeDrafts ?? false;
  const cache = getCache();
  const key = JSON.stringify([resolve(contentDir), base, includeDrafts]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const cacheDir = options.cacheDir ?? environment?.cacheDir;
  const kept =
    cacheDir === undefined ? {} : { cacheDir: join(findCache({ cacheDir, contentDir }), "episodes") };
  const clock = now === undefined ? {} : { now };
  const { onEpisode } = options;
  const told = onEpisode === undefined ? {} : { onEpisode };
  const loading = loadArchive({ contentDir, base, includeDrafts, ...kept, ...clock, ...told });
  cache.set(key, loading);
  return loading;
}

/** Forgets what was read: the next `getArchive` reads the disk again. */
export function clearArchive(): void {
  getCache().clear();
}
