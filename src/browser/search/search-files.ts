import type { SearchTable } from "../../model/search-data.ts";
import type { ReadingTable, ReadingTables } from "../../text/sound-readings.ts";

/** Where the engine gets an episode's table and texts from. Rejects with a SearchLoadError. */
export interface SearchFiles {
  loadTable(episode: number): Promise<SearchTable>;
  /** The texts of the passages of the `file`-th text file. */
  loadTexts(episode: number, file: number): Promise<readonly string[]>;
  /** How characters may be read; asked for by searches for sounds. */
  loadReadings(kind: keyof ReadingTables): Promise<ReadingTable>;
}
