import type { SearchTable } from "../format/manifest.ts";
import type { ReadingTable } from "../format/sound-readings.ts";

/** Where the engine gets an episode's table and texts from. Rejects with a SearchLoadError. */
export interface SearchFiles {
  loadTable(episode: number): Promise<SearchTable>;
  /** The texts of the passages of the `file`-th text file. */
  loadTexts(episode: number, file: number): Promise<readonly string[]>;
  /** How characters may be read, for searches for sounds: the usual ones, or a table of others. */
  loadReadings(other?: number): Promise<ReadingTable>;
}
