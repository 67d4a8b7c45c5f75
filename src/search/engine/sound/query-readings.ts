import { readLexical } from "../../../text/normalise.ts";
import { rememberLoaded } from "../../api/load-files.ts";
import { openReadings, otherTableOf, type ReadCharacter } from "../../format/sound-readings.ts";
import type { Query } from "../../query/query.ts";
import type { SearchFiles } from "../passage-table.ts";

/** How the characters of queries may be read: the usual ones, and of the others only those tables that are needed. */
export class QueryReadings {
  readonly #openTable: (other: number | undefined) => Promise<ReturnType<typeof openReadings>>;

  constructor(files: Pick<SearchFiles, "loadReadings">) {
    this.#openTable = rememberLoaded(async (other) => {
      const { syllables } = await files.loadReadings();
      return openReadings(await files.loadReadings(other), syllables);
    });
  }

  /** Rejects with a SearchLoadError. */
  async open({ words }: Pick<Query, "words">): Promise<ReadCharacter> {
    const usual = await this.#openTable(undefined);
    const tokens = words.flatMap(({ forms }) => forms.flat());
    const rare = tokens.filter((token) => token.isHan && usual(readLexical(token)) === undefined);
    const others = await Promise.all(
      [...new Set(rare.map((token) => otherTableOf(readLexical(token))))].map((table) =>
        this.#openTable(table),
      ),
    );
    return (character) => {
      for (const read of [usual, ...others]) {
        const readings = read(character);
        if (readings !== undefined) return readings;
      }
      return [];
    };
  }
}
