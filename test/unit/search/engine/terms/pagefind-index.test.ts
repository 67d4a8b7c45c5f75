import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FetchHolder } from "../../../../../src/search/engine/terms/guard-fetch.ts";
import { PagefindIndex } from "../../../../../src/search/engine/terms/pagefind-index.ts";
import type { SearchManifest } from "../../../../../src/search/format/manifest.ts";
import { PAGEFIND_VERSION } from "../../../../../src/search/format/pagefind-file.ts";
import { copyPagefind, writeBundles } from "../../../../../src/search/index/bundle/write-bundles.ts";
import { readTurns } from "../../../../../src/search/tokenize/read-turns.ts";
import { readTokens } from "../../../../../src/text/normalise.ts";
import { indexEpisodes, makePassages, type Said } from "../index-episodes.ts";

let folder = "";
const load = globalThis.fetch;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-index-"));
  await copyPagefind(folder);
});

afterAll(async () => {
  globalThis.fetch = load;
  await rm(folder, { recursive: true, force: true });
});

const readFiles = (async (input: string) =>
  new Response(await readFile(new URL(input)))) as unknown as typeof fetch;

/** Writes the index as a build does and opens it with Pagefind's own browser module, files in place of a network. */
async function openWithPagefind(
  episodes: readonly (readonly Said[])[],
  frequentPair: number,
  bundleSize: number,
  chunkSize: number,
) {
  return await indexEpisodes(episodes, { frequentPair, pairList: 2 }, async (postings, manifest) => {
    const name = `${Math.random()}/`;
    for (const [shard, own] of postings.entries()) {
      const shardFolder = `${name}${shard}/`;
      const bundles = await writeBundles(own, { folder: join(folder, shardFolder), bundleSize, chunkSize });
      Object.assign((manifest as SearchManifest).shards[shard]?.exact ?? {}, {
        folder: shardFolder,
        bundles,
      });
    }
    globalThis.fetch = readFiles;
    // A module of its own, as in a new page: its WebAssembly begins anew.
    const script = pathToFileURL(join(folder, PAGEFIND_VERSION, "pagefind.js"));
    const module = await import(/* @vite-ignore */ `${script.href}?${name}`);
    const address = pathToFileURL(`${folder}/`).href;
    return new PagefindIndex(module, manifest, address, globalThis as FetchHolder);
  });
}

const strange = fc.constantFrom(
  ..."的是蒸馏强化学習a1R+#é.\u0301 がハ한𐤀ǀǁƻ𠮷々〇ßıİΣ²Ⅳ㈱ﬁ",
  "GPT",
  "4o",
  "ÅÉ",
  "हिन्दी",
  " ",
);

describe("Pagefind, asked as the browser asks it", () => {
  it("finds every run of a turn's tokens at its places and nowhere else, whatever the characters", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(
            fc.tuple(
              fc.constantFrom("甲", "乙"),
              fc.array(strange, { maxLength: 30 }).map((own) => own.join("")),
            ),
            {
              minLength: 1,
              maxLength: 4,
            },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        fc.constantFrom(0, 1, 1_000),
        fc.constantFrom(1, 10, 1_000),
        fc.constantFrom(1, 3, 20, 5_000),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 8 })), {
          minLength: 12,
          maxLength: 12,
        }),
        async (episodes, frequentPair, bundleSize, chunkSize, picks) => {
          const turns = episodes.flatMap((said, episode) =>
            readTurns(makePassages(said)).flatMap((turn) =>
              turn.tokens.length > 0 ? [{ tokens: turn.tokens, episode }] : [],
            ),
          );
          if (turns.length === 0) return;
          const { engine } = await openWithPagefind(episodes, frequentPair, bundleSize, chunkSize);
          for (const [turnPick, fromPick, length] of picks) {
            const { tokens } = turns[turnPick % turns.length] as (typeof turns)[number];
            const from = fromPick % tokens.length;
            const run = tokens.slice(from, from + length).map(({ text }) => text);
            // What a folded token is written as is folded to itself.
            expect(readTokens(run.join(" ")).map(({ text }) => text)).toEqual(run);
            const expected: Record<string, number> = {};
            for (const turn of turns) {
              const places = turn.tokens.filter((_, k) =>
                run.every((text, j) => turn.tokens[k + j]?.text === text),
              ).length;
              if (places > 0) expected[`e${turn.episode}`] = (expected[`e${turn.episode}`] ?? 0) + places;
            }
            const { episodes: found } = await engine.search(`"${run.join(" ")}"`);
            expect(Object.fromEntries(found.map(({ slug, hits }) => [slug, hits]))).toEqual(expected);
          }
        },
      ),
      { numRuns: 15 },
    );
  }, 300_000);

  it("finds what is written otherwise, by terms that no other query meets", async () => {
    const text = "二零二五年的GPT 4,R1-Zero和百分之三十,naïve,第十二期";
    const { engine } = await openWithPagefind([[["甲", text]]], 1_000, 10, 3);
    for (const [query, form] of [
      ["2025年的", "二零二五年的"],
      ["gpt4", "GPT 4"],
      ["r1zero", "R1-Zero"],
      ["30%", "百分之三十"],
      ["naive", "naïve"],
      ["第12期", "第十二期"],
    ] as const) {
      const { episodes } = await engine.search(query, { tiers: ["exact", "variant"] });
      expect(episodes.map(({ tier, forms }) => [tier, forms])).toEqual([["variant", [{ form, hits: 1 }]]]);
    }
    for (const query of ["n2025", "n30", "lgpt4", "lr1zero", "lnaive"])
      expect((await engine.search(query, { prefix: true, tiers: ["exact", "variant"] })).episodes).toEqual(
        [],
      );
  });
});
