import type { Query } from "../../text/query.ts";
import { openReadings, otherTableOf, type ReadCharacter } from "../../text/sound-readings.ts";
import type { SearchFiles } from "./search-files.ts";

type OpenTable = ReturnType<typeof openReadings>;

/** How the characters of queries may be read: the usual ones, and of the others only those tables that are needed. */
export class QueryReadings {
  readonly #files: Pick<SearchFiles, "loadReadings">;
  readonly #opened = new Map<number | undefined, Promise<OpenTable>>();

  constructor(files: Pick<SearchFiles, "loadReadings">) {
    this.#files = files;
  }

  /** Rejects with a SearchLoadError. */
  async open({ words }: Pick<Query, "words">): Promise<ReadCharacter> {
    const usual = await this.#openTable(undefined);
    const tokens = words.flatMap(({ forms }) => forms.flat());
    const rare = tokens.filter(({ isHan, text }) => isHan && usual(text) === undefined);
    const others = await Promise.all(
      [...new Set(rare.map(({ text }) => otherTableOf(text)))].map((table) => this.#openTable(table)),
    );
    return (character) => {
      for (const read of [usual, ...others]) {
        const readings = read(character);
        if (readings !== undefined) return readings;
      }
      return [];
    };
  }

  #openTable(table: number | undefined): Promise<OpenTable> {
    const opened = this.#opened.get(table) ?? this.#loadTable(table);
    this.#opened.set(table, opened);
    opened.catch(() => this.#opened.delete(table));
    return opened;
  }

  async #loadTable(table: number | undefined): Promise<OpenTable> {
    const [first, own] = await Promise.all([
      this.#files.loadReadings(),
      table === undefined ? undefined : this.#files.loadReadings(table),
    ]);
    return openReadings(own ?? first, first.syllables);
  }
}
