import { expect, it } from "vitest";
import { LogReporter } from "../../../src/integrations/log-reporter.ts";
import { FaultError } from "../../../src/model/report.ts";
import { writeContent } from "../archive/write-content.ts";

/** What a reporter of an archive logs, with how bad it is. */
async function open(language: string) {
  const contentDir = await writeContent({
    "show.yaml": `title: 小样\ndescription: 测试\nlanguage: ${language}\nauthor: 林晚\n`,
  });
  const logged: string[] = [];
  const log = (level: string) => (message: string) => logged.push(`${level}: ${message}`);
  const logger = { info: log("info"), warn: log("warn"), error: log("error") };
  return { logged, reporter: await LogReporter.open(logger, contentDir) };
}

const problems = [
  { severity: "warning", file: "a.vtt", line: 2, kind: "line-has-null-characters", values: {} },
  { severity: "error", file: "glossary.yaml", kind: "yaml-too-deep", values: {} },
] as const;

it("tells of problems by how bad they are, and counts the errors", async () => {
  const { logged, reporter } = await open("en");
  expect(reporter.reportAll(problems)).toBe(1);
  expect(logged).toEqual([
    expect.stringMatching(/^warn: a\.vtt:2: Warning: The line holds null characters/),
    expect.stringMatching(/^error: glossary\.yaml: /),
  ]);
});

it.each([
  ["zh-Hant-TW", "info: 为3期节目做好了索引。", /^error: nix不是档案的一块/],
  ["en", "info: Indexed 3 episodes for the search.", /^error: nix holds no part of an archive/],
])("speaks the language of the show: %s", async (language, progress, failure) => {
  const { logged, reporter } = await open(language);
  reporter.tell({ kind: "episodes-indexed", values: { count: 3 } });
  reporter.reportFailure(
    new FaultError({ kind: "part-missing", values: { folder: "nix", list: "tingsuo-part.json" } }),
  );
  expect(logged).toEqual([progress, expect.stringMatching(failure)]);
});

it("shows an error that nobody knows as it is, with where it came from", async () => {
  const { logged, reporter } = await open("en");
  reporter.reportFailure(new TypeError("x is not a function"));
  expect(logged[0]).toMatch(/^error: TypeError: x is not a function\n\s+at /);
});
