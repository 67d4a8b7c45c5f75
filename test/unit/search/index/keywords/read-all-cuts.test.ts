import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Archive } from "../../../../../src/model/archive.ts";
import { type CachedCut, cutEpisodes } from "../../../../../src/search/index/cut/cut-episodes.ts";
import { countSaid } from "../../../../../src/search/index/keywords/count-said.ts";
import { findWords } from "../../../../../src/search/index/keywords/find-words.ts";
import { readAllCuts } from "../../../../../src/search/index/keywords/read-all-cuts.ts";
import { readTokens } from "../../../../../src/text/normalise.ts";
import { makeEpisode, makePassage } from "../../../pipeline/measure/make-episode.ts";

let folder = "";
let cuts: CachedCut[] = [];
const terms = [{ term: "强化学习", also: ["RL"] }];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-words-"));
  const texts = [
    "蒸馏是把大模型的知识教给小模型。DeepSeek 也做蒸馏，做模型，做模型。强化学习，强化学习，强化学习。",
    "蒸馏以后，小模型的推理又快又省。蒸馏蒸馏，DeepSeek 和 OpenAI。",
    "今天说酿酒：蒸馏器，蒸馏酒，蒸馏水。",
  ];
  const episodes = texts.map((text, index) => makeEpisode(`e${index}`, [makePassage(0, text)]));
  const archive = { terms, episodes } as unknown as Archive;
  cuts = await cutEpisodes(archive, { folder, reporter: { tell: () => undefined } });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The same cuts, told to be so long that a process is worth it. */
const long = () => cuts.map((own) => ({ ...own, head: { ...own.head, positionCount: 1_000_000 } }));
const locate = (name: string) => new URL(`../../../../../src/search/index/keywords/${name}`, import.meta.url);
const here = () => {
  throw new Error("A process of its own was to do this.");
};

it("finds the same words in a process of its own, and no name of the glossary among the keywords", async () => {
  const work = { module: locate("words-process.ts"), work: findWords };
  const names = ["强化学习", "RL"];
  const found = await readAllCuts(cuts, { names }, work);
  expect(found.latinWords).toEqual(["DeepSeek", "OpenAI"]);
  expect(found.keywords[0]?.map(({ form }) => form)).toContain("模型");
  expect(found.keywords[0]?.map(({ form }) => form)).not.toContain("强化学习");
  expect(found.keywordCounts.get("强化学习")).toBe(1);
  expect(await readAllCuts(long(), { names }, { ...work, work: here })).toEqual(found);
});

it("counts the same episodes for each name in a process of its own", async () => {
  const work = { module: locate("said-process.ts"), work: countSaid };
  const names = ["蒸馏", "DeepSeek", "小模型", "量子"].map((name) => [readTokens(name)]);
  expect(await readAllCuts(cuts, { names }, work)).toEqual([3, 2, 2, 0]);
  expect(await readAllCuts(long(), { names }, { ...work, work: here })).toEqual([3, 2, 2, 0]);
});
