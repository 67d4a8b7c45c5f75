import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadWordKnowledge } from "../../src/proofread/suggest/word-knowledge.ts";
import { scoreErrors, scoreNames } from "./score-suggestions.ts";

const packed = resolve("../shared/data/bench/zh-1000.tar.zst");
const listed = resolve("../shared/data/bench/names-heard-as-homophones.json");
const errors = resolve("../shared/data/formats-open/asr-errors-aishell3/first1500.jsonl");

/** Floors; measured: 31 of 36 names found and 81 of 88 proposals right, 146 of 431 words and 146 of 327. */
const LEAST_FOUND_NAMES = 0.8;
const LEAST_RIGHT_NAMES = 0.85;
const LEAST_FOUND_WORDS = 0.3;
const LEAST_RIGHT_WORDS = 0.4;

describe.skipIf(!existsSync(packed) || !existsSync(listed))(
  "suggestions of names heard as homophones",
  () => {
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "tingsuo-names-"));
      const names = JSON.parse(readFileSync(listed, "utf8")) as { slug: string }[];
      const files = [...new Set(names.map(({ slug }) => `zh-1000/episodes/${slug}/transcript.vtt`))];
      await writeFile(join(folder, "files"), files.join("\n"));
      execFileSync("tar", ["--zstd", "-xf", packed, "-C", folder, "-T", join(folder, "files")]);
    }, 300_000);

    afterAll(() => rm(folder, { recursive: true, force: true }));

    it("find most of them, and are mostly right", async () => {
      const score = scoreNames(join(folder, "zh-1000", "episodes"), listed, await loadWordKnowledge());
      console.info("suggestions, names heard as homophones:", score);
      expect(score.found / score.known).toBeGreaterThanOrEqual(LEAST_FOUND_NAMES);
      expect(score.right / score.proposals).toBeGreaterThanOrEqual(LEAST_RIGHT_NAMES);
    }, 600_000);
  },
);

describe.skipIf(!existsSync(errors))("suggestions of words misheard in sentences without a subject", () => {
  it("find a third of them, and are as often right as wrong", async () => {
    const score = scoreErrors(errors, await loadWordKnowledge());
    console.info("suggestions, words of AISHELL-3:", score);
    expect(score.found / score.known).toBeGreaterThanOrEqual(LEAST_FOUND_WORDS);
    expect(score.right / score.proposals).toBeGreaterThanOrEqual(LEAST_RIGHT_WORDS);
  }, 600_000);
});
