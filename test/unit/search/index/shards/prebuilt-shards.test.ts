import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadArchive } from "../../../../../src/archive/content/load-archive.ts";
import type { Archive } from "../../../../../src/model/archive.ts";
import type { Reporter } from "../../../../../src/model/report.ts";
import {
  type PrebuiltPart,
  readPrebuiltPart,
  writePart,
} from "../../../../../src/search/index/shards/prebuilt-shards.ts";
import { writeSearchIndex } from "../../../../../src/search/index/write-search-index.ts";
import { wordProgress } from "../../../../../src/wording/commands/command-words.ts";
import { describeProblem } from "../../../../../src/wording/problems/describe-problem.ts";
import { openWrittenIndex, type WrittenIndex } from "../open-written-index.ts";

let folder = "";
let archive: Archive;
let whole: WrittenIndex;
let builds = 0;
const load = globalThis.fetch;

/** Builds a part of the episodes of some years. */
async function makePart(name: string, ...years: string[]): Promise<PrebuiltPart> {
  const own = archive.episodes.filter(({ date }) => years.includes(date.slice(0, 4)));
  await writePart(archive, own, join(folder, name), { report: () => undefined, tell: () => undefined });
  return await readPrebuiltPart({ folder: join(folder, name) });
}

/** Builds the index of the archive with an empty cache; `said` is what it says. */
async function build(prebuilt: readonly PrebuiltPart[], own = archive) {
  const name = `site${builds++}`;
  const outDir = join(folder, name);
  const said: string[] = [];
  const reporter: Reporter = {
    report: (problem) => said.push(describeProblem(problem, "en")),
    tell: (progress) => said.push(wordProgress(progress).en),
  };
  await writeSearchIndex(own, { outDir, cacheDir: join(folder, `${name}-cache`), prebuilt, reporter });
  return { outDir, said: said.join("\n"), cut: await readdir(join(folder, `${name}-cache`, "cuts")) };
}

const queries = [
  "蒸馏",
  "知识蒸馏",
  "强化学习",
  "強化學習",
  "化学",
  "的",
  "RL",
  "GPT-4o",
  "C++",
  "open models",
  '"open models"',
  "distil",
  "火车 窗",
  "一 个",
  "night -train",
  "speaker:lin 的",
  "的 after:2024",
  "征流",
  "郑留",
  "windowless",
  "不在这里的词",
];

async function answersOf({ engine }: WrittenIndex) {
  const answers: Record<string, unknown> = {};
  for (const query of queries) {
    const answer = await engine.search(query, { prefix: true, tiers: ["exact", "sound"], dropMissing: true });
    const { episodes, notes } = answer;
    const passages = [];
    for (const { index, tier } of episodes)
      passages.push(await engine.listPassages(answer, index, undefined, tier));
    answers[query] = { episodes, notes, passages };
  }
  return answers;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-parts-"));
  archive = (await loadArchive({ contentDir: "test/fixtures/archive" })).archive;
  whole = await openWrittenIndex((await build([])).outDir);
}, 120_000);

afterAll(async () => {
  globalThis.fetch = load;
  await rm(folder, { recursive: true, force: true });
});

describe("a site of parts", () => {
  it("answers every query as the whole does, and cuts and indexes nothing that a part holds", async () => {
    const prebuilt = [await makePart("2023", "2023"), await makePart("later", "2024", "2025")];
    const { outDir, said, cut } = await build(prebuilt);
    expect(said).toContain("The given parts hold all 7 episodes.");
    expect(cut).toEqual([]);
    const inShards = await openWrittenIndex(outDir);
    expect(inShards.manifest.shards).toHaveLength(2);
    const answers = await answersOf(whole);
    const found = Object.values(answers).filter((own) => (own as { episodes: [] }).episodes.length > 0);
    expect(found.length).toBeGreaterThan(queries.length / 2);
    expect(await answersOf(inShards)).toEqual(answers);
  }, 120_000);

  it("counts each place once where two parts hold an episode, and makes what none of them holds", async () => {
    const prebuilt = [
      await makePart("a", "2023", "2024"),
      await makePart("b", "2023", "2024"),
      await makePart("c", "2024"),
    ];
    await writeFile(join(folder, "b", "parts", "notes.txt"), "no part");
    const { outDir, said, cut } = await build(prebuilt);
    expect(said).toMatch(/3 of 7 episodes are in no given part/);
    expect(cut).toHaveLength(3);
    const inShards = await openWrittenIndex(outDir);
    expect(inShards.manifest.shards).toHaveLength(2);
    expect(await answersOf(inShards)).toEqual(await answersOf(whole));
  }, 120_000);

  it("reads the files of a part from the address that it has, and takes no copy", async () => {
    await makePart("far", "2023");
    const address = pathToFileURL(`${join(folder, "far")}/`).href;
    const { outDir } = await build([await readPrebuiltPart({ folder: join(folder, "far"), address })]);
    const [name] = await readdir(join(folder, "far", "parts"));
    expect(await readdir(join(outDir, "pagefind"))).not.toContain(name);
    const inShards = await openWrittenIndex(outDir);
    expect(await answersOf(inShards)).toEqual(await answersOf(whole));
    expect(inShards.read.filter((path) => path.startsWith(join(folder, "far"))).length).toBeGreaterThan(2);
    expect(inShards.read.filter((path) => path.includes("wasm."))).toHaveLength(1);
  }, 120_000);

  it("trusts no part of another version, no episode that has changed, and no file that is damaged", async () => {
    const good = await makePart("good", "2023");
    expect((await build([{ ...good, code: "another" }])).said).toMatch(
      /good: Warning: The part was built by another version .* Build it anew\.\n7 of 7 episodes/,
    );
    const changed = archive.episodes.map((episode) =>
      episode.slug === "007-night-train" ? { ...episode, title: "夜车" } : episode,
    );
    const partly = await build([good], { ...archive, episodes: changed });
    const anew = await build([], { ...archive, episodes: changed });
    expect(partly.said).toMatch(/good: Warning: 1 of its 3 episodes .*\(007-night-train\)/);
    expect(partly.said).toMatch(/5 of 7 episodes are in no given part/);
    expect(await answersOf(await openWrittenIndex(partly.outDir))).toEqual(
      await answersOf(await openWrittenIndex(anew.outDir)),
    );

    const [shard] = good.shards;
    const file = join(folder, "good", "parts", shard?.name ?? "", shard?.files[0]?.[0] ?? "");
    await writeFile(file, (await readFile(file)).subarray(1));
    const mended = await build([good]);
    expect(mended.said).toMatch(/Warning: The index here is damaged; what it holds is indexed anew\./);
    expect(await answersOf(await openWrittenIndex(mended.outDir))).toEqual(await answersOf(whole));
  }, 120_000);

  it("keeps of an earlier part what it can use, and nothing that it does not hold", async () => {
    await makePart("moved", "2023", "2024");
    const before = await readdir(join(folder, "moved", "cuts"));
    await makePart("moved", "2023");
    const after = await readdir(join(folder, "moved", "cuts"));
    expect(after).toHaveLength(3);
    expect(before).toEqual(expect.arrayContaining(after));
    expect(await readdir(join(folder, "moved", "parts"))).toHaveLength(1);
  });
});
