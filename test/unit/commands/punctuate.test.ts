import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadArchive } from "../../../src/archive/content/load-archive.ts";
import { runPunctuate } from "../../../src/commands/punctuate.ts";
import { type Files, writeContent } from "../archive/write-content.ts";

const archive: Files = {
  "glossary.yaml": "- term: 蒸馏\n  heard: [征流]\n",
  "episodes/one/transcript.txt":
    "小雨：大家好欢迎收听这一期节目\n今天我们聊聊征流\n天一：好的征流就是用大模型教小模型\n",
};

async function open() {
  const contentDir = await writeContent(archive);
  const copy = join(contentDir, "copy.txt");
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const print = (line: string) => said.push(line);
    const own = [...args, "--content", contentDir, "--lang", "en"];
    const status = await runPunctuate(own, { env: {}, print, printError: print });
    return { status, said: said.join("\n").replaceAll(contentDir, "content") };
  };
  const take = async (text: string, ...args: string[]) => {
    await writeFile(copy, text);
    return run("one", "--from", copy, ...args);
  };
  const readTexts = async () => {
    const { archive: loaded, problems } = await loadArchive({ contentDir });
    return { texts: loaded.episodes[0]?.passages.map(({ text }) => text), problems };
  };
  const readFileOf = () => readFile(join(contentDir, "episodes/one/punctuated.txt"), "utf8");
  return { contentDir, run, take, readTexts, readFileOf };
}

test("hands out the text as it is read, a paragraph a turn, below the instruction", async () => {
  const { contentDir, run } = await open();
  const { status, said } = await run("one");
  expect(status).toBe(0);
  expect(said).toMatch(/^Please put punctuation into the podcast transcript below the line/);
  expect(said.split("==========")[1]?.trim()).toBe(
    "小雨：大家好欢迎收听这一期节目 今天我们聊聊蒸馏\n\n天一：好的蒸馏就是用大模型教小模型",
  );
  const file = join(contentDir, "out.txt");
  expect(await run("one", "--to", file)).toEqual({ status: 0, said: "Wrote content/out.txt." });
  expect(await readFile(file, "utf8")).toBe(`${said.trimEnd()}\n`);
  expect((await run("one", "--to", file)).status).toBe(2);
});

test("takes back what was handed out, with marks", async () => {
  const { run, take, readTexts, readFileOf } = await open();
  const handed = (await run("one")).said;
  const back = handed
    .replace("大家好欢迎收听这一期节目 今天我们聊聊蒸馏", "大家好，欢迎收听这一期节目。今天我们聊聊“蒸馏”。")
    .replace("好的蒸馏就是用大模型教小模型", "好的。\n\n蒸馏，就是用大模型教小模型。");
  expect(await take(back)).toEqual({
    status: 0,
    said: "Wrote content/episodes/one/punctuated.txt with 3 paragraphs: no word has changed.",
  });
  expect(await readFileOf()).toBe(
    "大家好，欢迎收听这一期节目。今天我们聊聊“蒸馏”。\n\n好的。\n\n蒸馏，就是用大模型教小模型。\n",
  );
  expect(await readTexts()).toEqual({
    texts: ["大家好，欢迎收听这一期节目。今天我们聊聊“蒸馏”。", "好的。蒸馏，就是用大模型教小模型。"],
    problems: [],
  });
});

test("lists the words that a copy changed, and writes the transcript's", async () => {
  const { take, readTexts, readFileOf } = await open();
  const text = "大家好，欢迎收听这期节目。今天我们聊聊蒸馏。\n\n好的，蒸馏就是拿大模型教小模型。\n";
  expect(await take(text, "--dry-run")).toMatchObject({ status: 0 });
  await expect(readFileOf()).rejects.toThrow("ENOENT");
  const { status, said } = await take(text);
  expect(status).toBe(0);
  expect(said.split("\n")).toEqual([
    expect.stringMatching(
      /^content\/copy\.txt:1: Warning: The transcript has “一” here \(line 1\), and this file lacks it/,
    ),
    expect.stringMatching(
      /^content\/copy\.txt:3: Warning: The transcript has “用” here \(line 3\), and this file has “拿”/,
    ),
    "Wrote content/episodes/one/punctuated.txt with 2 paragraphs: in 2 places the copy has other words, and the transcript's stand.",
  ]);
  expect(await readTexts()).toEqual({
    texts: ["大家好，欢迎收听这一期节目。今天我们聊聊蒸馏。", "好的，蒸馏就是用大模型教小模型。"],
    problems: [],
  });
});

test("refuses a copy of another text with the figure", async () => {
  const { take, readFileOf } = await open();
  expect(await take("下面播送天气预报。明天有雨。")).toMatchObject({
    status: 1,
    said: expect.stringMatching(
      /^content\/copy\.txt: Warning: Only \d+% of the words here stand in the transcript/,
    ),
  });
  await expect(readFileOf()).rejects.toThrow("ENOENT");
});
