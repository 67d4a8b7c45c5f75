import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadArchive } from "../../../src/archive/content/load-archive.ts";
import type { Questions } from "../../../src/commands/ask-questions.ts";
import { runNew } from "../../../src/commands/new.ts";
import { runSpeakers } from "../../../src/commands/speakers.ts";
import { type Files, writeContent, writeFrontMatter } from "../archive/write-content.ts";

const commands = { new: runNew, speakers: runSpeakers };

async function open(files: Files = {}) {
  const root = await writeContent(files);
  const run = async (
    command: keyof typeof commands,
    args: readonly string[],
    answers?: (string | boolean)[],
  ) => {
    const out: string[] = [];
    const take = async () => answers?.shift() ?? "";
    const questions = { ask: take, confirm: take, choose: take } as unknown as Questions;
    const status = await commands[command](args, {
      env: { ARCHIVE_LANG: "en", ARCHIVE_CONTENT: root },
      print: (line) => out.push(line),
      printError: (line) => out.push(line),
      ...(answers === undefined ? {} : { questions }),
    });
    return { status, said: out.join("\n").replaceAll(root, "content") };
  };
  return { root, run, read: (name: string) => readFile(join(root, name), "utf8") };
}

describe("npm run new", () => {
  test("makes an episode's folder, which waits for its transcript", async () => {
    const { root, run, read } = await open();
    const { said } = await run("new", ["  第12期：\n  蒸馏 ", "--date", "Wed, 05 Mar 2025 08:00:00 +0800"]);
    expect(said).toContain("content/episodes/012 is made.");
    expect(await read("episodes/012/episode.md")).toBe("---\ntitle: 第12期： 蒸馏\ndate: 2025-03-05\n---\n");
    const { problems } = await loadArchive({ contentDir: root });
    expect(problems.map(({ severity, kind }) => [severity, kind])).toEqual([
      ["warning", "transcript-missing"],
    ]);
  });

  test("calls the folder by the number, by what is given, or by today, and takes no other's", async () => {
    const { root, run } = await open();
    await run("new", ["甲", "--number", "7", "--date", "2025"]);
    await run("new", ["乙", "--number", "7", "--date", "2025"]);
    await run("new", ["丙", "--slug", "../C#", "--date", "2025"]);
    await run("new", ["丁"]);
    const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    expect((await readdir(join(root, "episodes"))).sort()).toEqual(
      ["007", "007-2", today, "C", "one"].sort(),
    );
  });

  test("begins an empty archive by flags, or by answers, with comments in the show's language", async () => {
    const { run, read, root } = await open();
    const flags = [
      "--title",
      "Sample",
      "--author",
      "Lin",
      "--language",
      "en-us",
      "--content",
      join(root, "a"),
    ];
    expect((await run("new", ["--show", ...flags])).status).toBe(0);
    expect(await read("a/show.yaml")).toBe(
      '# The show. All keys are in docs/keys.md.\ntitle: Sample\ndescription: "The transcripts of Sample: every word can be found."\nlanguage: en-US\nauthor: Lin\n',
    );
    await run("new", ["--show", "--content", join(root, "b")], ["小样", "林晚", "nonsense!", "zh-cn"]);
    expect(await read("b/show.yaml")).toContain("# 节目。");
    for (const name of ["a", "b"]) {
      const { problems, archive } = await loadArchive({ contentDir: join(root, name) });
      expect(problems.map(({ kind }) => kind)).toEqual(["no-episodes"]);
      expect(archive).toMatchObject({ people: [], terms: [] });
    }
  });
});

const turns = Array.from(
  { length: 12 },
  (_, n) => `发言人${1 + (n % 2)}：这是第${n + 1}句话，说的是${n % 2 === 0 ? "提问和一些背景" : "回答"}。`,
);

describe("npm run speakers", () => {
  const files = {
    "people.yaml": "# 人\nlin: { name: 林晚 } # 主持\n",
    "episodes/one/episode.md": writeFrontMatter("people: [林晚] # 在这里"),
    "episodes/one/transcript.txt": `${turns.join("\n")}\n`,
  };

  test("lists labels with their shares and two samples, and writes nothing outside a terminal", async () => {
    const { run, read } = await open(files);
    const { status, said } = await run("speakers", ["one"]);
    expect(status).toBe(0);
    expect(said).toContain(
      "  发言人1 (58%)\n    这是第1句话，说的是提问和一些背景。\n    这是第11句话，说的是提问和一些背景。",
    );
    expect(await read("people.yaml")).toBe(files["people.yaml"]);
  });

  test("writes who they are: by name, alias or id, new people too, every comment kept", async () => {
    const { run, read, root } = await open(files);
    const { said } = await run("speakers", [], ["林晚", "周一鸣"]);
    expect(said).toContain("one: 2 labels set, 1 person added to people.yaml.");
    expect(await read("people.yaml")).toBe("# 人\nlin: { name: 林晚 } # 主持\n周一鸣: { name: 周一鸣 }\n");
    expect(await read("episodes/one/episode.md")).toContain(
      "people: [林晚] # 在这里\nspeakers: { 发言人1: 林晚, 发言人2: 周一鸣 }\n",
    );
    const { archive, problems } = await loadArchive({ contentDir: root });
    expect(problems).toEqual([]);
    expect(archive.episodes[0]?.speakers.map(({ name }) => name)).toEqual(["林晚", "周一鸣"]);
    expect((await run("speakers", [])).said).toBe("The labels of all episodes are names.");
  });

  test("takes answers on the command line, and leaves the other labels", async () => {
    const { run, read } = await open(files);
    await run("speakers", ["one", "发言人2=林晚"]);
    expect(await read("episodes/one/episode.md")).toContain("speakers: { 发言人2: 林晚 }\n");
  });

  test("waits where the content has errors", async () => {
    const { run } = await open({ ...files, "glossary.yaml": "- term: [a]\n" });
    expect((await run("speakers", ["one"])).status).toBe(1);
  });
});
