import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BenchFigures, measureArchive } from "../../src/commands/bench/measure-archive.ts";

// Judged by an archive's own chapters: RELEVANCE_CONTENT names its content folder, else the bench data is unpacked
// into a temporary folder where it is at hand. Run apart from the bench, on few episodes, to notice a fall.

const packed = resolve("../shared/data/bench/zh-1000.tar.zst");
const given = process.env["RELEVANCE_CONTENT"];
const EPISODES = 40;

describe.skipIf(given === undefined && !existsSync(packed))("ranking", () => {
  let folder: string;
  let figures: BenchFigures;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tingsuo-relevance-"));
    if (given === undefined) execFileSync("tar", ["--zstd", "-xf", packed, "-C", folder]);
    figures = await measureArchive(
      {
        isHelp: false,
        contentDir: given ?? join(folder, "zh-1000"),
        sample: EPISODES,
        parts: new Set(["exact", "rank"]),
        seed: 1,
      },
      () => undefined,
    );
  }, 900_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("answers every query exactly", () => {
    expect(figures.exact?.wrong).toEqual([]);
    expect(figures.exact?.passages.faults).toEqual([]);
  });

  it("puts the episode of a chapter's words near the top, above stock Pagefind and MiniSearch", () => {
    const { ours, stock, miniSearch } = figures.rank?.knownItems ?? {};
    expect(ours?.mrr).toBeGreaterThanOrEqual(0.75);
    expect(ours?.mrr).toBeGreaterThan(Math.max(stock?.mrr ?? 1, miniSearch?.mrr ?? 1));
  });

  it("puts episodes that say a word before those in which its characters meet by accident", () => {
    expect(figures.rank?.accident.ours.share).toBeGreaterThanOrEqual(0.95);
  });
});
