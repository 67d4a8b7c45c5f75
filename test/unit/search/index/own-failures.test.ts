import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Archive } from "../../../../src/model/archive.ts";
import { indexTerms } from "../../../../src/search/index/bundle/index-terms.ts";
import { copyPagefind } from "../../../../src/search/index/bundle/write-bundles.ts";
import { cutEpisodes } from "../../../../src/search/index/cut/cut-episodes.ts";
import { readSection } from "../../../../src/search/index/cut/cut-file.ts";
import { makeEpisode, makePassage } from "../../pipeline/measure/make-episode.ts";

const { unreadable, unstarted } = vi.hoisted(() => ({
  unreadable: { isOn: false },
  unstarted: ["no binary for this machine"],
}));
vi.mock("pagefind", () => ({ createIndex: async () => ({ errors: unstarted }), close: async () => null }));
vi.mock("../../../../src/search/index/cut/cut-file.ts", async (load) => {
  const own = await load<typeof import("../../../../src/search/index/cut/cut-file.ts")>();
  return {
    ...own,
    readCut: (...given: Parameters<typeof own.readCut>) =>
      unreadable.isOn ? undefined : own.readCut(...given),
  };
});

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-failures-"));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const archive = {
  terms: [],
  episodes: [makeEpisode("one", [makePassage(0, "大家好")])],
} as unknown as Archive;
const reporter = { tell: () => undefined };

it("names the cut that somebody changed while the site was built", async () => {
  const path = join(folder, "changed.cut");
  await writeFile(path, "TSCUT\nand no more");
  const fault = { kind: "cached-file-changed", values: { path } };
  expect(() => readSection(path, "words")).toThrow(expect.objectContaining({ fault }));
  await expect(indexTerms({ tier: "exact", cuts: [path], folder })).rejects.toMatchObject({ fault });
});

it("names the cut that cannot be read though it was just written", async () => {
  unreadable.isOn = true;
  const path = expect.stringMatching(/\.cut$/);
  await expect(cutEpisodes(archive, { folder: join(folder, "cuts"), reporter })).rejects.toMatchObject({
    fault: { kind: "cached-file-unreadable", values: { path } },
  });
  unreadable.isOn = false;
  expect(await cutEpisodes(archive, { folder: join(folder, "cuts"), reporter })).toHaveLength(1);
});

it("says why Pagefind does not start", async () => {
  await expect(copyPagefind(join(folder, "pagefind"))).rejects.toMatchObject({
    fault: { kind: "pagefind-not-started", values: { reason: "no binary for this machine" } },
  });
});
