import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExactFigures } from "../bench/measure-exact.ts";
import { measureOnGround } from "../bench/measure-on-ground.ts";
import { runExact, runRank } from "../bench/measure-parts.ts";
import { measureFloors } from "../bench/measure-rank.ts";
import { makePlainArchive } from "../bench/plain-archive.ts";

// Judged by an archive's own chapters: RELEVANCE_CONTENT names its content folder, else some of the bench data is
// unpacked into a temporary folder where it is at hand. Run apart from the bench, on few episodes and for what there
// are floors for, to notice a fall.

const packed = resolve("../shared/data/bench/zh-1000.tar.zst");
const given = process.env["RELEVANCE_CONTENT"];
const EPISODES = 40;

type FloorFigures = Awaited<ReturnType<typeof measureFloors>>;

/** Unpacks the show and as many of its episodes, evenly spread. */
async function unpackSample(folder: string): Promise<string> {
  const members = execFileSync("tar", ["--zstd", "-tf", packed], { encoding: "utf8", maxBuffer: 1e8 }).split(
    "\n",
  );
  const slugOf = (member: string) => /\/episodes\/([^/]+)\/./.exec(member)?.[1];
  const slugs = [...new Set(members.map(slugOf))].filter((slug) => slug !== undefined).sort();
  const chosen = new Set(
    Array.from({ length: EPISODES }, (_, at) => slugs[Math.floor((at * slugs.length) / EPISODES)]),
  );
  const files = members.filter((member) => member.endsWith("/show.yaml") || chosen.has(slugOf(member)));
  await writeFile(join(folder, "files"), files.filter((file) => !file.endsWith("/")).join("\n"));
  execFileSync("tar", ["--zstd", "-xf", packed, "-C", folder, "-T", join(folder, "files")]);
  return join(folder, "zh-1000");
}

describe.skipIf(given === undefined && !existsSync(packed))("ranking", () => {
  let folder: string;
  let exact: ExactFigures;
  let rank: FloorFigures | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tingsuo-relevance-"));
    const contentDir = given ?? (await unpackSample(folder));
    const options = { contentDir, sample: EPISODES, seed: 1, needsStock: true };
    await measureOnGround(
      options,
      () => undefined,
      async (ground) => {
        const { stock: _, ...ours } = ground;
        exact = await runExact(ours, makePlainArchive(ground.source.episodes));
        rank = await runRank(ground, measureFloors);
      },
    );
  }, 900_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("answers every query exactly", () => {
    expect(exact.wrong).toEqual([]);
    expect(exact.passages.faults).toEqual([]);
  });

  it("puts the episode of a chapter's words near the top, above stock Pagefind and MiniSearch", () => {
    const { ours, stock, miniSearch } = rank?.knownItems ?? {};
    expect(ours?.mrr).toBeGreaterThanOrEqual(0.75);
    expect(ours?.mrr).toBeGreaterThan(Math.max(stock?.mrr ?? 1, miniSearch?.mrr ?? 1));
  });

  it("puts episodes that say a word before those in which its characters meet by accident", () => {
    expect(rank?.accident.ours.share).toBeGreaterThanOrEqual(0.95);
  });
});
