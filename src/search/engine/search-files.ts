import { rememberLoaded } from "../api/load-files.ts";
import type { SearchManifest, SearchTable } from "../format/manifest.ts";
import { nameReadingFile, type ReadingTable } from "../format/sound-readings.ts";

/** Where the engine gets an episode's table and text from. Rejects with a SearchLoadError. */
export interface SearchFiles {
  loadTable(episode: number): Promise<SearchTable>;
  /** The texts of the passages of the `block`-th block. */
  loadBlock(episode: number, block: number): Promise<readonly string[]>;
  /** How characters may be read, for searches for sounds: the usual ones, or a table of others. */
  loadReadings(other?: number): Promise<ReadingTable>;
}

/**
 * Opens the files of a manifest's archive; each is loaded once.
 * @param load gives the JSON at an address below `search-data/`
 */
export function openSearchFiles(
  { episodes: { slugs, versions }, readings = "" }: SearchManifest,
  load: (address: string) => Promise<unknown>,
): SearchFiles {
  const loadFile = rememberLoaded(load);
  const address = (episode: number, name: string) =>
    `${encodeURIComponent(slugs[episode] as string)}/${name}.json?v=${versions[episode]}`;
  return {
    loadTable: (episode) => loadFile(address(episode, "table")) as Promise<SearchTable>,
    loadBlock: (episode, block) => loadFile(address(episode, String(block))) as Promise<string[]>,
    loadReadings: (other) => loadFile(`${nameReadingFile(other)}?v=${readings}`) as Promise<ReadingTable>,
  };
}
