import { join } from "node:path";
import { expect, test } from "vitest";
import { runCheck } from "../../../src/commands/check.ts";
import { writeContent } from "../archive/write-content.ts";

/** Runs the command and keeps what it says. */
async function check(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const out: string[] = [];
  const errors: string[] = [];
  const status = await runCheck(args, {
    env,
    print: (line) => out.push(line),
    printError: (line) => errors.push(line),
  });
  return { status, out, errors };
}

test("says that all is well, with what it counted", async () => {
  const contentDir = await writeContent({
    "people.yaml": "lin: { name: 林晚 }\nzhou: { name: 周一鸣 }\n",
    "glossary.yaml": "- term: 蒸馏\n",
  });
  expect(await check([contentDir])).toEqual({
    status: 0,
    out: ["All well: 1 show, 2 people, 1 term, 1 episode."],
    errors: [],
  });
});

test("counts drafts as episodes and says how many they are", async () => {
  const contentDir = await writeContent({
    "episodes/two/episode.md": "---\ntitle: 第二期\ndate: 2025\ndraft: true\n---\n",
    "episodes/two/transcript.txt": "好。\n",
  });
  const { out } = await check([contentDir]);
  expect(out).toEqual(["All well: 1 show, 0 people, 0 terms, 2 episodes (1 draft)."]);
});

test("prints every problem with its place and ends with 1", async () => {
  const contentDir = await writeContent({
    "episodes/one/episode.md": "---\ntitle: 第一期\ndate: 5.3.2025\nspeakers: { 发言人1: lin }\n---\n",
  });
  const { status, out, errors } = await check([contentDir]);
  expect(status).toBe(1);
  expect(out).toEqual([]);
  expect(errors).toEqual([
    `${contentDir}/episodes/one/episode.md:3: The date is "5.3.2025". Write it as 2025-03-05, 2025-03 or 2025, a day that exists.`,
    `${contentDir}/episodes/one/episode.md:4: There is no person with the id "lin" in people.yaml. Add "lin" to people.yaml.`,
    expect.stringMatching(/episode\.md:4: Warning: The label "发言人1" stands nowhere in the transcript\./),
    "2 errors, 1 warning in 1 episode.",
  ]);
});

test("ends with 0 where there are only warnings", async () => {
  const contentDir = await writeContent({ "episodes/pictures/a.png": "" });
  const { status, out, errors } = await check([contentDir]);
  expect(status).toBe(0);
  expect(out).toEqual(["1 warning in 1 episode."]);
  expect(errors).toHaveLength(1);
});

test("takes the folder from ARCHIVE_CONTENT", async () => {
  const contentDir = await writeContent();
  expect((await check([], { ARCHIVE_CONTENT: contentDir })).status).toBe(0);
});

test("takes the folder that is named before the one of ARCHIVE_CONTENT", async () => {
  const contentDir = await writeContent();
  expect((await check([contentDir], { ARCHIVE_CONTENT: join(contentDir, "none") })).status).toBe(0);
});

test("shows its help", async () => {
  const { status, out } = await check(["--help"]);
  expect(status).toBe(0);
  expect(out.join("\n")).toContain("ARCHIVE_CONTENT");
});

test.each([
  [["--fast"], {}],
  [["a", "b"], {}],
  [[], { ARCHIVE_SITE: "example.org" }],
])("ends with 2 when the command line is %j and the settings are %j", async (args, env) => {
  const { status, errors } = await check(args, env as Record<string, string>);
  expect(status).toBe(2);
  expect(errors).toEqual([expect.stringMatching(/\. See npm run check -- --help\.$/)]);
});

test("says what to run when corrections do not match a transcript", async () => {
  const contentDir = await writeContent({
    "episodes/one/corrections.yaml": "replace:\n  - { line: 1, heard: 征流, meant: 蒸馏 }\n",
  });
  const { status, errors } = await check([contentDir]);
  expect(status).toBe(1);
  expect(errors[1]).toBe(
    "Was the transcript of one recognised anew? npm run suggest -- --refit one moves its corrections to their new places.",
  );
});
