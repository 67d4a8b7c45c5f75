import { describe, expect, it } from "vitest";
import { chooseEpisodes } from "../../../../src/commands/build/build-part.ts";
import type { PartChoice } from "../../../../src/commands/build/read-build-options.ts";
import type { Episode } from "../../../../src/model/archive.ts";
import { wordError, wordProblems } from "../../../word-problems.ts";

const episodes = [
  { slug: "004", date: "2025-03", season: 2 },
  { slug: "003", date: "2024-12-31", season: 2 },
  { slug: "002", date: "2024", season: 1 },
  { slug: "001", date: "2023-01-01" },
] as Episode[];

const choose = async (choice: PartChoice, list?: string) => {
  const { chosen, problems } = await chooseEpisodes(episodes, choice, async () => list);
  return { chosen: chosen.map(({ slug }) => slug), problems };
};
const listed: PartChoice = { by: "list", file: "some.txt" };

describe("chooseEpisodes", () => {
  it("chooses by year, however exact the date, and by season", async () => {
    expect((await choose({ by: "year", first: 2024, last: 2024 })).chosen).toEqual(["003", "002"]);
    expect((await choose({ by: "year", first: 2020, last: 2023 })).chosen).toEqual(["001"]);
    expect((await choose({ by: "season", first: 1, last: 2 })).chosen).toEqual(["004", "003", "002"]);
  });

  it("chooses those of a list, in the archive's order and each once", async () => {
    const list = "\uFEFF001\r\n\n# the pilot\n 003 \n001\n";
    expect(await choose(listed, list)).toEqual({ chosen: ["003", "001"], problems: [] });
  });

  it("names the line of a slug that there is not, and the nearest one", async () => {
    const { problems } = await choose(listed, "001\n\n0004\n");
    expect(problems).toEqual([expect.objectContaining({ severity: "error", file: "some.txt", line: 3 })]);
    expect(wordProblems(problems)[0]?.message).toMatch(/no episode "0004".*Did you mean "004"\?/);
  });

  it("refuses a choice that holds nothing, and says what there is", async () => {
    const refuse = (...asked: Parameters<typeof choose>) =>
      choose(...asked).then(
        () => undefined,
        (error: unknown) => wordError(error),
      );
    expect(await refuse({ by: "year", first: 1999, last: 1999 })).toBe(
      "The archive has no episode of year:1999. Its years are 2023 to 2025.",
    );
    expect(await refuse({ by: "season", first: 3, last: 4 })).toBe(
      "The archive has no episode of season:3-4. Its seasons are 1 to 2.",
    );
    expect(await refuse(listed, "# nothing\n")).toMatch(/lists no episode/);
    expect(await refuse(listed)).toMatch(/some\.txt cannot be read/);
  });
});
