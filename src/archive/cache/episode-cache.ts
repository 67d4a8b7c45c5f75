import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Episode } from "../../model/archive.ts";
import type { Problem } from "../../model/problem.ts";
import type { EpisodeFolder } from "../content/episode-reader.ts";
import type { LoadedEpisode } from "../content/load-episode.ts";
import type { ArchiveContext } from "../content/make-episode.ts";
import { isReadInEpisodes } from "../content/name-episode-files.ts";
import { clearOld, readCachedValue, writeCachedValue } from "./cached-file.ts";
import { fingerprintCode } from "./fingerprint-code.ts";

const isTold = ({ severity }: Problem): boolean => severity !== "notice";

/**
 * Episodes as an earlier build has read them, each under a key of all that they were made from: the program, the files
 * of the folder, and the show, people and glossary around it. Only what has no problem is kept, so every problem is
 * told each time; a build tells no notices.
 */
export class EpisodeCache {
  readonly #folder: string;
  readonly #context: string;
  readonly #used = new Set<string>();

  private constructor(folder: string, context: string) {
    this.#folder = folder;
    this.#context = context;
  }

  static async open(folder: string, { ids: _ids, ...context }: ArchiveContext): Promise<EpisodeCache> {
    await mkdir(folder, { recursive: true });
    return new EpisodeCache(folder, JSON.stringify([await fingerprintCode("episode"), context]));
  }

  /** The episode of a folder: kept, or else loaded and kept. */
  async load(folder: EpisodeFolder, load: () => Promise<LoadedEpisode>): Promise<LoadedEpisode> {
    const key = this.#fingerprint(folder);
    if (key === undefined) return await load();
    this.#used.add(key);
    const episode = readCachedValue<Episode>(join(this.#folder, key));
    if (episode !== undefined) return { isEpisode: true, key, episode, problems: [] };
    const loaded = await load();
    if (loaded.episode === undefined || loaded.problems.some(isTold)) return { ...loaded, key };
    await writeCachedValue(join(this.#folder, key), loaded.episode);
    // A copy: the texts of the first are pieces of the transcript, and would keep all of it in memory.
    return { ...loaded, key, episode: structuredClone(loaded.episode) };
  }

  /** Removes what no folder has asked for. */
  async clear(): Promise<void> {
    await clearOld(this.#folder, this.#used);
  }

  /**
   * Undefined where a file cannot be read: `load` says so. Files are read at once: to hand thousands to other threads
   * takes longer than to read them.
   */
  #fingerprint({ path, name, slug }: EpisodeFolder): string | undefined {
    const hash = createHash("sha256").update(JSON.stringify([this.#context, name, slug]));
    try {
      for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      )) {
        const file = join(path, entry.name);
        // Of a file that is not read only its size and time count.
        if (entry.isFile() && isReadInEpisodes(entry.name)) {
          const bytes = readFileSync(file);
          hash.update(JSON.stringify([entry.name, bytes.length])).update(bytes);
        } else {
          const { size, mtimeMs } = statSync(file);
          hash.update(JSON.stringify([entry.name, size, mtimeMs]));
        }
      }
    } catch {
      return undefined;
    }
    return hash.digest("hex").slice(0, 32);
  }
}
