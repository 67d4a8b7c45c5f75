import { lstat, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { runCheck } from "../../../src/commands/check.ts";
import type { Reply } from "../../../src/commands/suggest/decide-groups.ts";
import { runSuggest } from "../../../src/commands/suggest.ts";
import { type Files, writeContent, writeFrontMatter } from "../archive/write-content.ts";

// The dictionaries take a second to read on a slow machine, and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const archive: Files = {
  "glossary.yaml": "# 我们的词\n- term: 蒸馏 # 第一个\n  note: 大教小。\n- term: DeepSeek\n",
  "episodes/one/transcript.txt":
    "今天讲蒸馏和 DeepSeek。\n用征流的方式收敛更快，征流很好。\nDeepSig 也用蒸馏。\n",
};

/** An archive in a folder, and the command run on it. */
async function open(files: Files = {}) {
  const contentDir = await writeContent({ ...archive, ...files });
  const file = join(contentDir, "episodes", "one", "review.txt");
  const run = async (...args: string[]) => runWith([], ...args, "--lang", "en");
  const runInChinese = async (...args: string[]) => runWith([], ...args);
  const runWith = async (answers: readonly Reply[], ...args: string[]) => {
    const out: string[] = [];
    let asked = 0;
    const status = await runSuggest([...args, "--content", contentDir, "--file", file], {
      env: {},
      print: (line) => out.push(line),
      printError: (line) => out.push(line),
      showProgress: () => {},
      ...(answers.length === 0 ? {} : { choose: async () => answers[asked++] ?? "stop" }),
    });
    return {
      status,
      said: out.join("\n").replaceAll(file, "suggestions.yaml").replaceAll(contentDir, "content"),
    };
  };
  const writeCopy = async (text: string) => {
    const path = join(contentDir, "episodes", "one", "copy.txt");
    await writeFile(path, text);
    return path;
  };
  const read = (name: string) => readFile(join(contentDir, name), "utf8");
  const decide = async (edit: (text: string) => string) =>
    writeFile(file, edit(await readFile(file, "utf8")));
  const isClean = async () =>
    (await runCheck([contentDir], { env: {}, print: () => {}, printError: () => {} })) === 0;
  /** Puts a file somewhere else, with a link in its place. */
  const linkFrom = async (name: string, target: string) => {
    await rename(join(contentDir, name), target);
    await symlink(target, join(contentDir, name));
  };
  return {
    contentDir,
    linkFrom,
    run,
    runInChinese,
    runWith,
    read,
    writeCopy,
    decide,
    isClean,
    readReview: () => readFile(file, "utf8"),
  };
}

const decideAll = (verdict: string) => (text: string) =>
  text.replaceAll(/^ {2}decide:$/gm, `  decide: ${verdict}`);

describe("npm run suggest", () => {
  test("writes a review file, grouped by term", async () => {
    const { run, readReview } = await open();
    expect(await run()).toEqual({
      status: 0,
      said: "suggestions.yaml: 2 forms in 3 places. Decide there, then run npm run suggest -- --apply.",
    });
    const body = (await readReview()).replace(/^#(?! ──).*\n/gm, "");
    expect(body).toMatchInlineSnapshot(`
      "
      # ── DeepSeek ──
      - term: DeepSeek
        heard: DeepSig
        meant: DeepSeek
        decide:
        sure: 0.99
        why: "It sounds much like DeepSeek, is no usual word, and DeepSeek is spoken of just here."
        places:
          - { at: one:3, in: …k。用征流的方式收敛更快，征流很好。【DeepSig】也用蒸馏。… }

      # ── 蒸馏 ──
      - term: 蒸馏
        heard: 征流
        meant: 蒸馏
        decide:
        sure: 0.97
        why: "It sounds the same as 蒸馏, is no usual word, and 蒸馏 is spoken of just here."
        places:
          - { at: one:2#1, in: …今天讲蒸馏和 DeepSeek。用【征流】的方式收敛更快，征流很好。DeepS… }
          - { at: one:2#2, in: …epSeek。用征流的方式收敛更快，【征流】很好。DeepSig 也用蒸馏。… }
      "
    `);
  });

  test("applies what holds everywhere to the glossary, and keeps its comments", async () => {
    const { run, read, decide, isClean } = await open();
    await run();
    await decide(decideAll("yes"));
    expect(await run("--apply")).toEqual({
      status: 0,
      said: "Applied: 2 to the glossary, 0 to corrections, 0 kept as they stand.",
    });
    expect(await read("glossary.yaml")).toBe(
      "# 我们的词\n- term: 蒸馏 # 第一个\n  heard: [征流]\n  note: 大教小。\n- term: DeepSeek\n  heard: [DeepSig]\n",
    );
    expect(await isClean()).toBe(true);
  });

  test("applies what holds only here to corrections", async () => {
    const { run, read, decide, isClean } = await open();
    await run();
    await decide(decideAll("here"));
    await run("--apply", "--by", "林晚");
    expect(await read("episodes/one/corrections.yaml")).toBe(
      "replace:\n  - { line: 2, heard: 征流, nth: 1, meant: 蒸馏, by: 林晚 }\n" +
        "  - { line: 2, heard: 征流, nth: 2, meant: 蒸馏, by: 林晚 }\n  - { line: 3, heard: DeepSig, meant: DeepSeek, by: 林晚 }\n",
    );
    expect(await isClean()).toBe(true);
  });

  test.each([
    ["corrections.yaml", "episodes/one/corrections.yaml"],
    ["glossary.yaml", "glossary.yaml"],
    ["an episode's folder", "episodes/two"],
  ])("writes nothing where %s is a link that leads out of the content folder", async (_, name) => {
    const other = {
      "episodes/two/episode.md": writeFrontMatter(""),
      "episodes/two/transcript.txt": "用征流的方式。\n",
    };
    const { run, decide, linkFrom, contentDir } = await open({
      ...other,
      "episodes/one/corrections.yaml": "keep: []\n",
    });
    await run();
    await decide(decideAll("here"));
    const outside = await mkdtemp(join(tmpdir(), "tingsuo-"));
    onTestFinished(() => rm(outside, { recursive: true, force: true }));
    const target = join(outside, "target");
    await linkFrom(name, target);
    const readTarget = async () =>
      (await stat(target)).isDirectory() ? await readdir(target) : await readFile(target, "utf8");
    const before = await readTarget();
    const { status, said } = await run("--apply");
    expect(status).toBe(1);
    expect(said).toContain(name);
    expect(await readTarget()).toEqual(before);
    expect((await lstat(join(contentDir, name))).isSymbolicLink()).toBe(true);
    expect(await readdir(outside)).toEqual(["target"]);
  });

  test("writes into the file that a link inside the content folder leads to, and leaves the link", async () => {
    const { run, decide, linkFrom, contentDir } = await open({
      "episodes/one/corrections.yaml": "# Ours.\nkeep: []\n",
    });
    await run();
    await decide(decideAll("here"));
    const target = join(contentDir, "one-corrections.txt");
    await linkFrom("episodes/one/corrections.yaml", target);
    expect((await run("--apply")).status).toBe(0);
    expect((await lstat(join(contentDir, "episodes/one/corrections.yaml"))).isSymbolicLink()).toBe(true);
    expect(await readFile(target, "utf8")).toMatch(/^# Ours\.\n[\s\S]*heard: 征流/);
  });

  test.each(["yes", "here", "no"])("asks nothing twice after %s", async (verdict) => {
    const { run, decide, isClean } = await open();
    await run("--least", "0.05");
    await decide(decideAll(verdict));
    await run("--apply");
    expect((await run("--least", "0.05")).said).toBe("There is nothing to suggest.");
    expect(await isClean()).toBe(true);
  });

  test("puts a usual word into corrections and not into the glossary", async () => {
    const transcript = "今天讲蒸馏。\n蒸馏其实就是整理数据，整理得好。\n";
    const { run, read, decide } = await open({ "episodes/one/transcript.txt": transcript });
    await run("--least", "0.01");
    await decide(decideAll("yes"));
    await run("--apply");
    expect(await read("glossary.yaml")).toBe(archive["glossary.yaml"]);
    expect(await read("episodes/one/corrections.yaml")).toContain("heard: 整理, nth: 2, meant: 蒸馏");
  });

  test("leaves open what is not decided, and changes no transcript", async () => {
    const { run, read, decide, readReview } = await open();
    await run();
    await decide((text) => text.replace("decide:\n", "decide: yes\n"));
    await run("--apply");
    expect((await readReview()).match(/^- term/gm)).toHaveLength(1);
    expect(await read("episodes/one/transcript.txt")).toBe(archive["episodes/one/transcript.txt"]);
  });

  test("shows with --dry-run what would change, and writes nothing", async () => {
    const { run, read, decide } = await open();
    await run();
    await decide(decideAll("yes"));
    const { said } = await run("--apply", "--dry-run");
    expect(said).toContain("+  heard: [征流]");
    expect(said).toContain("Would be applied: 2 to the glossary");
    expect(await read("glossary.yaml")).toBe(archive["glossary.yaml"]);
  });

  test("does not write over decisions that are not applied", async () => {
    const { run, decide } = await open();
    await run();
    await decide(decideAll("no"));
    expect(await run()).toEqual({
      status: 1,
      said: expect.stringContaining("holds 3 decisions that are not applied"),
    });
    expect((await run("--force")).status).toBe(0);
  });

  test("tells of decisions whose place is gone, and applies the others", async () => {
    const { run, decide } = await open();
    await run();
    await decide((text) => decideAll("here")(text).replace("one:3", "one:1"));
    expect((await run("--apply")).said).toMatch(
      /suggestions\.yaml:\d+: Warning: Line 1 of one does not hold “DeepSig”\..*\nApplied: 0 to the glossary, 2 to corrections/,
    );
  });

  test("tells in the language of the show what stands in the way of moving corrections", async () => {
    const { runInChinese, writeCopy, read } = await open({
      "episodes/one/corrections.yaml": "replace: [{ line: 2, heard: 征流, meant: 蒸馏 }]\n",
    });
    const old = await writeCopy(`好。\n${archive["episodes/one/transcript.txt"]}`);
    expect(await runInChinese("--refit", "one", "--old", old)).toEqual({
      status: 1,
      said: "content/episodes/one/corrections.yaml:1: 这一条和别的条目写在同一行。请让corrections.yaml里的每一条各占一行。",
    });
    expect(await read("episodes/one/corrections.yaml")).toContain("replace: [{ line: 2,");
  });

  test("asks in the terminal, and applies the answers", async () => {
    const { runWith, read } = await open();
    expect(await runWith(["yes", "undo", "no", "yes"], "--ask")).toMatchObject({ status: 0 });
    expect(await read("glossary.yaml")).toMatch(/heard: \[(?:征流|DeepSig)\]/);
    expect(await read("episodes/one/corrections.yaml")).toMatch(/^keep:/);
  });

  test("learns from a corrected copy with speakers, and leaves the transcript alone", async () => {
    const { run, read, writeCopy, isClean } = await open({ "people.yaml": "lin: { name: 林晚 }\n" });
    const copy = await writeCopy(
      "林晚：今天讲蒸馏和 DeepSeek！\n\n用蒸馏的方式收敛更快！蒸馏很好；DeepSeek 也用了蒸馏。\n",
    );
    expect(await run("--from", copy, "one", "--by", "林晚")).toEqual({
      status: 0,
      said:
        "Learned: 1 to the glossary, 2 to corrections. Left alone: 1 place where only punctuation, spaces or the case " +
        "of letters differ, 0 that are corrected already, 0 that no correction can express.",
    });
    expect(await read("glossary.yaml")).toContain("heard: [征流]");
    expect(await read("episodes/one/corrections.yaml")).toContain(
      "heard: DeepSig, meant: DeepSeek, by: 林晚",
    );
    expect(await read("episodes/one/transcript.txt")).toBe(archive["episodes/one/transcript.txt"]);
    expect(await isClean()).toBe(true);
    expect((await run("--from", copy, "one")).said).toContain(
      "Learned: 0 to the glossary, 0 to corrections.",
    );
  });

  test("reads a copy past any sign in a speaker's name or id", async () => {
    const people = 'lin-wan: { name: "Lin (A+B) \\\\ [C]", aliases: ["小林-阿|晚/"] }\n';
    const { run, read, writeCopy } = await open({ "people.yaml": people });
    const copy = await writeCopy(
      "lin-wan：今天讲蒸馏和 DeepSeek！\n\n小林-阿|晚/：用征流的方式收敛更快，征流很好。\n\nLin (A+B) \\ [C]：DeepSeek 也用蒸馏。\n",
    );
    expect(await run("--from", copy, "one")).toMatchObject({ status: 0 });
    const corrections = await read("episodes/one/corrections.yaml");
    expect(corrections).toBe("replace:\n  - { line: 3, heard: DeepSig, meant: DeepSeek }\n");
  });

  test("changes an earlier correction where the copy says otherwise", async () => {
    const before = "replace:\n  - { line: 3, heard: DeepSig, meant: Deep Sea } # 猜的\n";
    const { run, read, writeCopy } = await open({ "episodes/one/corrections.yaml": before });
    const copy = await writeCopy(
      "今天讲蒸馏和 DeepSeek。用征流的方式收敛更快，征流很好。DeepSeek 也用蒸馏。",
    );
    await run("--from", copy, "one");
    expect(await read("episodes/one/corrections.yaml")).toBe(
      "replace:\n  - { line: 3, heard: DeepSig, meant: DeepSeek }\n",
    );
  });

  test("refuses a copy of another episode", async () => {
    const { run, writeCopy } = await open();
    const copy = await writeCopy("完全不同的一期节目，说的是做饭。");
    expect(await run("--from", copy, "one")).toEqual({
      status: 1,
      said: expect.stringContaining("seems to be of another episode"),
    });
  });

  test("moves corrections, turns and chapters to a new recognition", async () => {
    const { run, read, isClean, writeCopy } = await open({
      "episodes/one/transcript.txt":
        "好，今天讲蒸馏和 DeepSeek。用征流的方式收敛更快，\n征流很好。DeepSick 也用蒸馏。\n",
      "episodes/one/corrections.yaml":
        "# 我们的\nreplace:\n  - { line: 2, heard: 征流, nth: 2, meant: 蒸馏 } # 听得出\n  - { line: 3, heard: DeepSig, meant: DeepSeek }\n" +
        "turns:\n  - { line: 3, speaker: 林晚 }\nkeep:\n  - { line: 1, heard: 今天讲 }\n",
      "episodes/one/chapters.yaml": "- { line: 2, title: 方式 }\n",
    });
    expect(await isClean()).toBe(false);
    const old = await writeCopy(archive["episodes/one/transcript.txt"] as string);
    const { status, said } = await run("--refit", "one", "--old", old);
    expect(said).toMatch(
      /Placed by copy\.txt: 4 as they were, 1 on other words\. Left as comments: 0 .*, 0 without/,
    );
    expect(said).toMatch(/corrections\.yaml:4: Warning: The new transcript hears something else/);
    expect(status).toBe(0);
    expect(await read("episodes/one/corrections.yaml")).toBe(
      "# 我们的\nreplace:\n  - { line: 2, heard: 征流, meant: 蒸馏 } # 听得出\n  - { line: 2, heard: DeepSick, meant: DeepSeek, sure: 0.9 }\n" +
        "turns:\n  - { line: 2, from: DeepSick, speaker: 林晚 }\nkeep:\n  - { line: 1, heard: 今天讲 }\n",
    );
    expect(await read("episodes/one/chapters.yaml")).toBe(
      "- { line: 1, from: 用征流的方式收敛, title: 方式 }\n",
    );
    expect(await isClean()).toBe(true);
  });

  test("leaves a correction without a place as a comment, and says so", async () => {
    const { run, read, isClean, writeCopy } = await open({
      "episodes/one/transcript.txt": "今天讲蒸馏和 DeepSeek。用蒸馏的方式收敛更快，蒸馏很好。\n",
      "episodes/one/corrections.yaml":
        "replace:\n  - { line: 2, heard: 征流, meant: 蒸馏 }\n  - { line: 3, heard: DeepSig, meant: DeepSeek }\n",
    });
    const old = await writeCopy(archive["episodes/one/transcript.txt"] as string);
    expect((await run("--refit", "one", "--old", old)).said).toContain(
      "1 that are right in the new transcript, 1 without a place.",
    );
    expect(await read("episodes/one/corrections.yaml")).toBe(
      "replace:\n  # right in the new transcript: { line: 2, heard: 征流, meant: 蒸馏 }\n" +
        "  # no place in the new transcript: { line: 3, heard: DeepSig, meant: DeepSeek }\n",
    );
    expect(await isClean()).toBe(true);
  });

  test("asks for the old transcript where no repository has it", async () => {
    const { run } = await open();
    expect(await run("--refit", "one")).toEqual({
      status: 1,
      said: expect.stringContaining("Name it with --old <file>."),
    });
  });

  test("sends to the review file where there is no terminal", async () => {
    const { run } = await open();
    expect(await run("--ask")).toEqual({
      status: 2,
      said: expect.stringContaining("--ask needs a terminal. Run npm run suggest for a review file"),
    });
  });

  test("writes its review file in the language of the show, and reads it in either", async () => {
    const { run, runInChinese, readReview, decide } = await open();
    expect(await runInChinese()).toEqual({
      status: 0,
      said: "suggestions.yaml: 2种写法，共3处。请在里面写下决定，然后运行 npm run suggest -- --apply",
    });
    expect(await readReview()).toMatch(/^# 在“decide:”后面写yes、here或no/);
    expect(await readReview()).toContain("why: 听起来和蒸馏一样，不是常用的词，旁边正说到蒸馏。\n");
    await decide((text) => text.replace("decide:\n", "decide: yes\n"));
    expect((await run("--apply")).said).toBe(
      "Applied: 1 to the glossary, 0 to corrections, 0 kept as they stand.",
    );
    expect(await readReview()).toMatch(/^# Write yes, here or no/);
    expect(await readReview()).toContain("why: 听起来和蒸馏一样");
  });

  test("moves corrections in the language of the show, comments in the file too", async () => {
    const { runInChinese, read, writeCopy } = await open({
      "episodes/one/transcript.txt": "今天讲蒸馏和 DeepSeek。用蒸馏的方式收敛更快，蒸馏很好。\n",
      "episodes/one/corrections.yaml": "replace:\n  - { line: 2, heard: 征流, meant: 蒸馏 }\n",
    });
    const old = await writeCopy(archive["episodes/one/transcript.txt"] as string);
    expect((await runInChinese("--refit", "one", "--old", old)).said).toMatch(
      /照copy\.txt搬好：字词没变的0条，字词变了的0条。留作注释：新的文字稿已经写对的1条，找不到位置的0条。$/,
    );
    expect(await read("episodes/one/corrections.yaml")).toContain("# 新的文字稿已经写对: { line: 2,");
  });

  test.each([
    [["--aply"], "没有“--aply”这个选项。是不是想写--apply？用法：npm run suggest -- --help"],
    [["--least", "2"], "--least写的是“2”。请写0到1之间的数，例如0.5。用法：npm run suggest -- --help"],
    [["--ask", "--refit"], "--ask和--refit是两件事。请一次只写一个。用法：npm run suggest -- --help"],
  ])("says what is wrong with %j in the language of the show that --content names", async (args, said) => {
    const { runInChinese } = await open();
    expect(await runInChinese(...args)).toEqual({ status: 2, said });
  });

  test("tells the content's errors and stops", async () => {
    const { run } = await open({ "glossary.yaml": "- trem: x\n" });
    const { status, said } = await run();
    expect(status).toBe(1);
    expect(said).toMatch(/^content\/glossary\.yaml:1: .*\n.*\nNothing was done\./);
  });

  test.each([
    [["--aply"], /There is no option "--aply"\. Did you mean --apply\?/],
    [
      ["--least", "2"],
      /--least is "2"\. Write a number from 0 to 1, as in 0\.5\. See npm run suggest -- --help\./,
    ],
    [["nine"], /There is no episode "nine" in content\/episodes\./],
    [["oen"], /Did you mean "one"\?/],
    [["--apply=yes"], /--apply takes no value/],
    [["--by"], /--by needs a value/],
    [["--apply", "--ask"], /--ask and --apply are two tasks/],
    [["--apply"], /There is no review file/],
    [["--from", "nowhere.txt", "one"], /nowhere\.txt cannot be read \(ENOENT\)\. .* after --from\./],
  ])("ends with 2 for %j", async (args, message) => {
    const { run } = await open();
    expect(await run(...args)).toEqual({ status: 2, said: expect.stringMatching(message) });
  });

  test.each([
    ["--from", "--help"],
    ["--apply", "-h"],
    ["--ask", "--refit", "--help"],
  ])("shows its help wherever it is asked for: %s %s", async (...args) => {
    const { run } = await open();
    expect(await run(...args)).toMatchObject({ status: 0, said: expect.stringMatching(/^npm run suggest/) });
  });

  test("shows its help", async () => {
    const { run } = await open();
    expect(await run("--help")).toEqual({
      status: 0,
      said: expect.stringContaining("npm run suggest [-- <options>]"),
    });
  });
});
