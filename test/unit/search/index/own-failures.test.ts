import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import type { Archive } from "../../../../src/model/archive.ts";
import { indexTerms } from "../../../../src/search/index/bundle/index-terms.ts";
import { cutEpisodes } from "../../../../src/search/index/cut/cut-episodes.ts";
import { readSection } from "../../../../src/search/index/cut/cut-file.ts";
import { makeEpisode, makePassage } from "../../pipeline/measure/make-episode.ts";

const cutFile = "../../../../src/search/index/cut/cut-file.ts";

/** Loads a module anew with another in the place of one that it imports: other files share those that are loaded. */
async function loadBeside<M>(path: string, made: object, load: () => Promise<M>): Promise<M> {
  vi.resetModules();
  vi.doMock(path, () => made);
  onTestFinished(() => {
    vi.doUnmock(path);
    vi.resetModules();
  });
  return await load();
}

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
  const options = { folder: join(folder, "cuts"), reporter };
  const own = await vi.importActual<typeof import("../../../../src/search/index/cut/cut-file.ts")>(cutFile);
  const broken = await loadBeside(
    cutFile,
    { ...own, readCut: () => undefined },
    () => import("../../../../src/search/index/cut/cut-episodes.ts"),
  );
  await expect(broken.cutEpisodes(archive, options)).rejects.toMatchObject({
    fault: { kind: "cached-file-unreadable", values: { path: expect.stringMatching(/\.cut$/) } },
  });
  expect(await cutEpisodes(archive, options)).toHaveLength(1);
});

it("says why Pagefind does not start", async () => {
  const { copyPagefind } = await loadBeside(
    "pagefind",
    { createIndex: async () => ({ errors: ["no binary for this machine"] }) },
    () => import("../../../../src/search/index/bundle/write-bundles.ts"),
  );
  await expect(copyPagefind(join(folder, "pagefind"))).rejects.toMatchObject({
    fault: { kind: "pagefind-not-started", values: { reason: "no binary for this machine" } },
  });
});
