import { describe, expect, it } from "vitest";
import { benchParts, CommandLineError, readBenchOptions } from "../../bench/read-bench-options.ts";

describe("readBenchOptions", () => {
  it("measures every part of the owner's content but kills and fuzz where nothing is said", () => {
    expect(readBenchOptions([], {})).toEqual({
      isHelp: false,
      contentDir: "content",
      parts: new Set(benchParts.filter((part) => part !== "kills" && part !== "fuzz")),
      seed: 1,
    });
  });

  it("takes the content folder of the environment, and the command line's before it", () => {
    const env = { ARCHIVE_CONTENT: "archive" };
    expect(readBenchOptions([], env).contentDir).toBe("archive");
    expect(readBenchOptions(["--content", "other"], env).contentDir).toBe("other");
  });

  it("reads parts with commas and one by one", () => {
    expect([...readBenchOptions(["--only", "exact, rank", "--only", "time"], {}).parts]).toEqual([
      "exact",
      "rank",
      "time",
    ]);
  });

  it.each([
    [
      ["--only", "exact,speed"],
      /speed.*build, exact, bytes, time, rank, questions, names, variants, sound, pages, suggest, correct, kills, fuzz/,
    ],
    [["--sample", "0"], /--sample.*0.*1/],
    [["--seed", "x"], /--seed.*x/],
    [["--contents", "a"], /--contents/],
    [["archive"], /archive/],
  ])("refuses %j with a reason", (args, reason) => {
    expect(() => readBenchOptions(args, {})).toThrow(CommandLineError);
    expect(() => readBenchOptions(args, {})).toThrow(reason);
  });
});
