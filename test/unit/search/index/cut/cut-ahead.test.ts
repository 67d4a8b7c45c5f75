import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Archive } from "../../../../../src/model/archive.ts";
import { CutAhead } from "../../../../../src/search/index/cut/cut-ahead.ts";
import { cutEpisodes, keyEpisodes } from "../../../../../src/search/index/cut/cut-episodes.ts";
import { makeEpisode, makePassage } from "../../../pipeline/measure/make-episode.ts";

const archive = {
  terms: [{ term: "蒸馏", also: [] }],
  episodes: ["one", "two", "three"].map((slug) =>
    makeEpisode(slug, [makePassage(0, `${slug}，蒸馏出来的小模型。`)]),
  ),
} as unknown as Archive;
/** So long that a process is worth it. */
const long = makeEpisode("long", [makePassage(0, "蒸馏".repeat(500_000))]);
const reporter = { tell: () => undefined };

/** Tells that the archive was read, and before it a long episode whose cut is there. */
async function readAll(ahead: CutAhead, folder: string): Promise<void> {
  const [own] = await keyEpisodes({ ...archive, episodes: [long] });
  await writeFile(join(folder, `${own?.key}.cut`), "");
  for (const episode of [long, ...archive.episodes]) ahead.add(episode, archive.terms);
}

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
    await readAll(ahead, folder);
    await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(4), { timeout: 60_000 });
    await ahead.end();
    const afterwards = await cutEpisodes(archive, { folder: plain, reporter });
    for (const { path } of afterwards)
      expect(await readFile(path.replace(plain, folder))).toEqual(await readFile(path));
  },
);

it("cuts nothing that is cut elsewhere, and leaves what it has not come to", async () => {
  const [folder, prebuilt] = [await makeFolder(), await makeFolder()];
  const part = { ...archive, episodes: archive.episodes.slice(2) };
  await cutEpisodes(part, { folder: prebuilt, reporter });
  const ahead = await CutAhead.open({ folder, prebuilt: [prebuilt] });
  await readAll(ahead, prebuilt);
  // Before a process can have asked for a second one.
  await ahead.end();
  expect(await readdir(folder)).toHaveLength(1);
  const cuts = await cutEpisodes(archive, { folder, prebuilt: [prebuilt], reporter });
  expect(cuts.map(({ path }) => path.startsWith(prebuilt))).toEqual([false, false, true]);
});

it.skipIf(availableParallelism() === 1)("says at its end what went wrong meanwhile", async () => {
  const folder = await makeFolder();
  const ahead = await CutAhead.open({ folder });
  for (const episode of archive.episodes) ahead.add(episode, archive.terms);
  await rm(folder, { recursive: true });
  await writeFile(folder, "");
  ahead.add(long, archive.terms);
  // The first has been given away.
  await nextTurn();
  await expect(ahead.end()).rejects.toThrow(/ENOTDIR|EEXIST/);
});
