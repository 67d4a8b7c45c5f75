import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import * as pagefind from "pagefind";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { unpackTerms } from "../../../../../src/search/format/packed-places.ts";
import { writeIndexFile } from "../../../../../src/search/format/pagefind-file.ts";
import { beginningOf } from "../../../../../src/search/format/terms.ts";
import { encodeBundle } from "../../../../../src/search/index/bundle/encode-bundle.ts";
import { postTerms } from "../../../../../src/search/index/bundle/post-terms.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-pagefind-"));
});

afterAll(async () => {
  await pagefind.close();
  await rm(folder, { recursive: true, force: true });
});

/** What Pagefind itself writes for a record of these words, unpacked; a gap takes a position and is no word. */
async function writeWithPagefind(words: readonly (string | undefined)[], chunkSize: number) {
  vi.stubEnv("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", String(chunkSize));
  const { index } = await pagefind.createIndex({});
  const content = words.map((word) => word ?? ".").join(" ");
  await index?.addCustomRecord({ url: "/", content, language: "unknown" });
  const own = await mkdtemp(join(folder, "bundle-"));
  await index?.writeFiles({ outputPath: own });
  // Its settings are read when its process begins.
  await pagefind.close();
  const names = await readdir(join(own, "index"));
  const files = await Promise.all(names.map((name) => readFile(join(own, "index", name))));
  const metadata = (await readdir(own)).filter((name) => name.endsWith(".pf_meta"));
  return {
    chunks: files.map((file) => gunzipSync(file).toString("hex")).sort(),
    metadata: gunzipSync(await readFile(join(own, metadata[0] as string))),
  };
}

async function encode(
  words: readonly (string | undefined)[],
  chunkSize: number,
  grouping: { groupOf?(term: string): string } = {},
) {
  const terms = [...new Set(words.filter((word) => word !== undefined))];
  const termAt = Uint32Array.from(words, (word) => (word === undefined ? 0 : terms.indexOf(word) + 1));
  const postings = await postTerms([{ terms, termAt }]);
  const posted = postings.terms
    .map((term, index) => ({ term, positions: postings.positionsOf(index) }))
    .sort((a, b) => (a.term < b.term ? -1 : 1));
  return encodeBundle(posted, { positionCount: postings.positionCount, chunkSize, ...grouping });
}

/** What the browser gives to Pagefind for each packed file. */
function writeForPagefind({ chunks }: Awaited<ReturnType<typeof encode>>): string[] {
  return chunks.map(({ bytes }) => Buffer.from(writeIndexFile(unpackTerms(bytes))).toString("hex"));
}

/** The bounds that metadata gives to each file: its texts, without the names of files and pages. */
function readBounds(metadata: Uint8Array): string[] {
  return (
    Buffer.from(metadata)
      .toString("utf8")
      .match(/[\u3400-\u9fffǀǁǂǃƻ]+/gu) ?? []
  );
}

const word = fc.oneof(
  fc.constantFrom("化学ǁ", "化学ǂ", "学习ǃ", "习ǀ", "gptǀǀ", "r1ǀ的", "ƻ00e9ǀǀ", "强化学"),
  fc
    .tuple(fc.constantFrom(..."的一是不了在人"), fc.constantFrom(..."有我他这大"))
    .map(([a, b]) => `${a}${b}ǁ`),
);

describe("encodeBundle", () => {
  it("writes the bytes that Pagefind writes, in files with the same bounds", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(word, { nil: undefined }), { minLength: 1, maxLength: 300 }),
        fc.constantFrom(4, 30, 5_000),
        async (words, chunkSize) => {
          fc.pre(words.some((own) => own !== undefined));
          const theirs = await writeWithPagefind(words, chunkSize);
          const ours = await encode(words, chunkSize);
          expect(writeForPagefind(ours).sort()).toEqual(theirs.chunks);
          expect(readBounds(ours.metadata.bytes)).toEqual(readBounds(theirs.metadata));
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it("writes positions of all sizes as Pagefind does", async () => {
    const words = new Array<string | undefined>(70_000).fill(undefined);
    for (const position of [0, 1, 24, 48, 300, 556, 66_000, 69_999]) words[position] = "化学ǁ";
    const theirs = await writeWithPagefind(words, 5_000);
    expect(writeForPagefind(await encode(words, 5_000))).toEqual(theirs.chunks);
  });

  it("names the metadata after what is in the index, and its files by their number", async () => {
    const [first, again, other] = await Promise.all([
      encode(["化学ǁ"], 10),
      encode(["化学ǁ"], 10),
      encode(["化学ǂ"], 10),
    ]);
    expect(first.metadata.hash).toBe(again.metadata.hash);
    expect(first.metadata.hash).not.toBe(other.metadata.hash);
    const many = await encode(["化学ǁ", "学习ǃ"], 1);
    expect(many.chunks.map(({ hash }) => hash)).toEqual(["0", "1"]);
  });

  it("keeps the terms of a group in one file where they fit", async () => {
    const words = ["化学ǁ", "学习ǁ", "学习ǂ", "学习ǃ", "习惯ǁ"];
    const listTerms = async (grouping: { groupOf?(term: string): string }) =>
      (await encode(words, 10, grouping)).chunks.map(({ bytes }) =>
        unpackTerms(bytes).map(({ term }) => term),
      );
    expect(await listTerms({})).toEqual([["习惯ǁ", "化学ǁ", "学习ǁ", "学习ǂ"], ["学习ǃ"]]);
    expect(await listTerms({ groupOf: beginningOf })).toEqual([
      ["习惯ǁ", "化学ǁ"],
      ["学习ǁ", "学习ǂ", "学习ǃ"],
    ]);
  });
});
