import type { SearchTable } from "../format/manifest.ts";
import type { ReadingTable } from "../format/sound-readings.ts";

/** Where the engine gets an episode's table and text from. Rejects with a SearchLoadError. */
export interface SearchFiles {
  loadTable(episode: number): Promise<SearchTable>;
  /** The texts of the passages of the `block`-th block. */
  loadBlock(episode: number, block: number): Promise<readonly string[]>;
  /** How characters may be read, for searches for sounds: the usual ones, or a table of others. */
  loadReadings(other?: number): Promise<ReadingTable>;
}
