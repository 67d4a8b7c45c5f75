import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadArchive } from "../../../src/archive/content/load-archive.ts";
import { runAlign } from "../../../src/commands/align.ts";
import { writeContent } from "../archive/write-content.ts";

const text =
  "大家好，欢迎收听这一期节目。\n今天我们聊聊怎么把一个大模型蒸馏成一个小模型。\n首先请天一介绍一下他的工作。\n";
const times = [
  "1\n00:00:02,000 --> 00:00:04,500\n大家好欢迎收听这一节目\n",
  "2\n00:00:06,000 --> 00:00:10,000\n今天我们聊聊怎么把一个大模型征流成一个小模型\n",
  "3\n00:00:11,250 --> 00:00:14,000\n首先请天一介绍一下他的工作\n",
].join("\n");

async function open(recognition = times) {
  const contentDir = await writeContent({ "episodes/one/transcript.txt": text });
  const file = join(contentDir, "heard.srt");
  await writeFile(file, recognition);
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const print = (line: string) => said.push(line);
    const own = [...args, "--content", contentDir, "--lang", "en"];
    const status = await runAlign(own, { env: {}, print, printError: print });
    return { status, said: said.join("\n").replaceAll(contentDir, "content") };
  };
  const load = async () => (await loadArchive({ contentDir })).archive.episodes[0];
  return { contentDir, file, run, load };
}

test("a recognition gives an episode its times, byte for byte as it is, and no word of its own", async () => {
  const { contentDir, file, run, load } = await open();
  expect((await load())?.timing).toBe("estimated");
  const { status, said } = await run("one", "--from", file);
  expect(status).toBe(0);
  expect(said).toMatch(
    /^9\d% of the transcript's words stand in content\/heard\.srt; of 1 passage 1 begin at a real time/,
  );
  expect(said).toMatch(/Wrote content\/episodes\/one\/times\.srt\.$/);
  expect(await readFile(join(contentDir, "episodes/one/times.srt"), "utf8")).toBe(times);
  const episode = await load();
  expect(episode).toMatchObject({ timing: "cue", duration: 14, isDurationEstimated: false });
  expect(episode?.passages).toMatchObject([{ anchor: "t=2", lineAnchor: "p1", start: 2 }]);
  expect(episode?.passages[0]?.text).toBe(text.replaceAll("\n", ""));
  expect(await run("one")).toMatchObject({ status: 0, said: expect.stringContaining("one/times.srt; of 1") });
  expect(await run("one", "--from", file)).toMatchObject({
    status: 2,
    said: expect.stringContaining("content/episodes/one/times.srt is there already and stays as it is."),
  });
});

test("--check puts nothing there", async () => {
  const { file, run, load } = await open();
  expect((await run("one", "--from", file, "--check")).said).toMatch(/^9\d%/);
  expect((await load())?.timing).toBe("estimated");
});

test("a recognition of something else is refused with the figure", async () => {
  const { file, run, load } = await open("1\n00:00:02,000 --> 00:00:04,500\n下面播送天气预报\n");
  const { status, said } = await run("one", "--from", file);
  expect(status).toBe(1);
  expect(said).toMatch(
    /^content\/heard\.srt: Warning: Only \d% of the transcript's words stand in this file/,
  );
  expect((await load())?.timing).toBe("estimated");
});

test("a recognition without times is refused, and an episode without one told how to get it", async () => {
  const { file, run } = await open("大家好，欢迎收听。\n");
  await writeFile(file.replace(".srt", ".txt"), text);
  expect(await run("one", "--from", file.replace(".srt", ".txt"))).toMatchObject({
    status: 1,
    said: expect.stringContaining(
      "heard.txt: This file is here to give the transcript its times, and has none.",
    ),
  });
  expect(await run("one")).toMatchObject({ status: 1, said: expect.stringContaining("docs/times.md") });
});
