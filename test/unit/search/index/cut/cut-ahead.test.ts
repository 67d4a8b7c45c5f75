import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Archive } from "../../../../../src/model/archive.ts";
import { CutAhead } from "../../../../../src/search/index/cut/cut-ahead.ts";
import { cutEpisodes } from "../../../../../src/search/index/cut/cut-episodes.ts";
import { makeEpisode, makePassage } from "../../../pipeline/measure/make-episode.ts";

const archive = {
  terms: [{ term: "蒸馏", also: [] }],
  episodes: ["one", "two", "three"].map((slug) =>
    makeEpisode(slug, [makePassage(0, `${slug}，蒸馏出来的小模型。`.repeat(9_000))]),
  ),
} as unknown as Archive;
const reporter = { tell: () => undefined };

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tingsuo-ahead-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it.skipIf(availableParallelism() === 1)(
  "caches what would be cut afterwards, while other episodes are read",
  async () => {
    const [folder, plain] = [await makeFolder(), await makeFolder()];
    const ahead = await CutAhead.open({ folder });
    for (const episode of archive.episodes) ahead.add(episode, archive.terms);
    await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(3), { timeout: 60_000 });
    await ahead.end();
    const afterwards = await cutEpisodes(archive, { folder: plain, reporter });
    for (const { path } of afterwards)
      expect(await readFile(path.replace(plain, folder))).toEqual(await readFile(path));
  },
);

it("leaves to cut what it has not come to, and what is cut already as it is", async () => {
  const [folder, prebuilt] = [await makeFolder(), await makeFolder()];
  const [first] = await cutEpisodes(archive, { folder: prebuilt, reporter });
  const ahead = await CutAhead.open({ folder, prebuilt: [prebuilt] });
  for (const episode of archive.episodes) ahead.add(episode, archive.terms);
  await ahead.end();
  expect(await readdir(folder)).toEqual([]);
  expect(existsSync(first?.path ?? "")).toBe(true);
  const cuts = await cutEpisodes(archive, { folder, prebuilt: [prebuilt], reporter });
  expect(cuts.map(({ episode }) => episode.slug)).toEqual(["one", "two", "three"]);
});

it.skipIf(availableParallelism() === 1)("says at its end what went wrong meanwhile", async () => {
  const folder = await makeFolder();
  const ahead = await CutAhead.open({ folder });
  await rm(folder, { recursive: true });
  await writeFile(folder, "");
  for (const episode of archive.episodes) ahead.add(episode, archive.terms);
  // The first has been given away.
  await nextTurn();
  await expect(ahead.end()).rejects.toThrow(/ENOTDIR|EEXIST/);
});
