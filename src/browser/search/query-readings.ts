import type { Query } from "../../text/query.ts";
import { openReadings, type ReadCharacter, type ReadingTables } from "../../text/sound-readings.ts";
import type { SearchFiles } from "./search-files.ts";

type OpenTable = ReturnType<typeof openReadings>;

/** How the characters of queries may be read: the table of the usual ones, and the other only where it is needed. */
export class QueryReadings {
  readonly #files: Pick<SearchFiles, "loadReadings">;
  readonly #opened = new Map<keyof ReadingTables, Promise<OpenTable>>();

  constructor(files: Pick<SearchFiles, "loadReadings">) {
    this.#files = files;
  }

  /** Rejects with a SearchLoadError. */
  async open({ words }: Pick<Query, "words">): Promise<ReadCharacter> {
    const usual = await this.#openTable("usual");
    const tokens = words.flatMap(({ forms }) => forms.flat());
    if (tokens.every(({ isHan, text }) => !isHan || usual(text) !== undefined))
      return (character) => usual(character) ?? [];
    const other = await this.#openTable("other");
    return (character) => usual(character) ?? other(character) ?? [];
  }

  #openTable(kind: keyof ReadingTables): Promise<OpenTable> {
    const opened = this.#opened.get(kind) ?? this.#files.loadReadings(kind).then(openReadings);
    this.#opened.set(kind, opened);
    opened.catch(() => this.#opened.delete(kind));
    return opened;
  }
}
