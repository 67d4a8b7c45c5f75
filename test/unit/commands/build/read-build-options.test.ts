import { describe, expect, it } from "vitest";
import { readBuildOptions } from "../../../../src/commands/build/read-build-options.ts";
import { tellFault } from "../../../word-problems.ts";

const refuse = (...args: string[]) => tellFault(() => readBuildOptions(args));

describe("readBuildOptions", () => {
  it("passes on to Astro what is not its own", () => {
    expect(readBuildOptions([])).toEqual({ task: "site", parts: [], rest: [] });
    expect(
      readBuildOptions([
        "--silent",
        "--root",
        "x",
        "--mode",
        "m",
        "--outDir",
        "o",
        "--force",
        "--config",
        "c",
      ]),
    ).toEqual({
      task: "site",
      parts: [],
      rest: ["--silent", "--root", "x", "--mode", "m", "--outDir", "o", "--force", "--config", "c"],
    });
  });

  it("reads which episodes a part holds and where it goes", () => {
    const part = (choice: string) => readBuildOptions(["--part", choice, "--to", "parts/a"]);
    const folder = "parts/a";
    expect(part("season:2")).toEqual({
      task: "part",
      choice: { by: "season", first: 2, last: 2 },
      folder,
    });
    expect(part("year:2020-2022")).toEqual({
      task: "part",
      choice: { by: "year", first: 2020, last: 2022 },
      folder,
    });
    expect(readBuildOptions(["--to=parts/a", "--part=list:a:b.txt"])).toEqual({
      task: "part",
      choice: { by: "list", file: "a:b.txt" },
      folder,
    });
  });

  it("reads the folders of parts up to the next option", () => {
    expect(readBuildOptions(["--parts", "a", "b=https://cdn.example/b", "--verbose"])).toEqual({
      task: "site",
      parts: ["a", "b=https://cdn.example/b"],
      rest: ["--verbose"],
    });
    expect(readBuildOptions(["--parts=a", "--parts", "b"])).toMatchObject({ parts: ["a", "b"] });
  });

  it("refuses what makes no sense, and says what does", () => {
    expect(refuse("--part", "2024", "--to", "a")).toMatch(/"2024" chooses no episodes\. Write .*year:2024/);
    expect(refuse("--part", "year:24-12", "--to", "a")).toMatch(/Write year:12-24\./);
    expect(refuse("--part", "list:", "--to", "a")).toMatch(/chooses no episodes/);
    expect(refuse("--part", "year:2024")).toMatch(/--to <folder>/);
    expect(refuse("--part", "--to", "a")).toMatch(/--part needs a value/);
    expect(refuse("--to", "a")).toMatch(/--part/);
    expect(refuse("--parts")).toMatch(/names no folder/);
    expect(refuse("--part", "year:1", "--to", "a", "--part", "year:2")).toMatch(/one part/);
    expect(refuse("--part", "year:1", "--to", "a", "--parts", "b")).toMatch(/one after the other/);
    expect(refuse("--prat", "year:1")).toMatch(/no option "--prat"\. Did you mean --part\?/);
    expect(refuse("--lnag=zh")).toMatch(/Did you mean --lang\?/);
    expect(refuse("--part", "year:1", "--to", "a", "--silent")).toMatch(/"--silent" does not go with --part/);
  });
});
