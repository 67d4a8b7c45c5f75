import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadArchive } from "../../../../../src/archive/content/load-archive.ts";
import { readPairList } from "../../../../../src/search/format/packed-places.ts";
import {
  type PairLists,
  type PostableRecord,
  postTerms,
} from "../../../../../src/search/index/bundle/post-terms.ts";
import { makeCutter } from "../../../../../src/search/index/cut/cut-episode.ts";

/** A record of the terms of positions; an empty one is a break. */
function makeRecord(termsAt: readonly string[]): PostableRecord {
  const terms = [...new Set(termsAt.filter((term) => term !== ""))];
  return { terms, termAt: Uint32Array.from(termsAt, (term) => terms.indexOf(term) + 1) };
}

async function list(records: readonly (readonly string[])[], frequentPair = Number.POSITIVE_INFINITY) {
  const postings = await postTerms(records.map(makeRecord), { frequentPair });
  return Object.fromEntries(postings.terms.map((term, index) => [term, [...postings.positionsOf(index)]]));
}

function readLists(lists: PairLists) {
  return Array.from({ length: lists.stretches }, (_, stretch) => readPairList(lists.listOf(stretch)));
}

describe("postTerms", () => {
  it("counts the positions of all records on, breaks included", async () => {
    expect(await list([["化学ǁ", "学ǀ", ""], ["化学ǁ"]])).toEqual({ 化学ǁ: [0, 3], 学ǀ: [1] });
  });

  it("splits a pair in more places than the limit by its next character, whatever its mark", async () => {
    const records = [["化学ǁ", "学习ǃ", "习ǀ", "", "化学ǂ", "学ǀ"]];
    expect(await list(records, 1)).toEqual({ 化学习: [0], 学习ǃ: [1], 习ǀ: [2], 化学ǀ: [4], 学ǀ: [5] });
    expect(await list(records, 2)).toMatchObject({ 化学ǁ: [0], 化学ǂ: [4] });
  });

  it("lists every place of a split pair, with how it stands there, counted on over all records", async () => {
    const records = [
      ["化学ǁ", "学习ǃ", "习ǀ", "", "化学ǂ", "学ǀ"],
      ["化学ǃ", "学ǀ"],
    ].map(makeRecord);
    const { frequentPairs, pairLists } = await postTerms(records, { frequentPair: 1 });
    expect(frequentPairs).toEqual(["化学"]);
    expect(pairLists.map(readLists)).toEqual([
      [{ positions: [0, 4, 6], classes: ["word", "inside", "across"] }],
    ]);
    const divided = await postTerms(records, { frequentPair: 1, pairList: 2 });
    expect(divided.pairLists.map(readLists)).toEqual([
      [
        { positions: [0], classes: ["word"] },
        { positions: [4, 6], classes: ["inside", "across"] },
      ],
    ]);
  });

  it("lists the places of a split pair of syllables alone, of which the terms tell no more", async () => {
    const records = [makeRecord(["佂俇a万丁", "俇亏b丁丁", "亏ǀ", "", "佂俇h丁丁", "俇ǀ"])];
    const { frequentPairs, pairLists } = await postTerms(records, { frequentPair: 1 });
    expect(frequentPairs).toEqual(["佂俇"]);
    expect(pairLists.map(readLists)).toEqual([[{ positions: [0, 4], classes: [] }]]);
  });

  it("counts a common character of each record, apart where it is said and in headings", async () => {
    const records = [
      { ...makeRecord(["化学ǁ", "学ǀ", "", "化ǀ", "", "化学ǂ", "学ǀ"]), headingLength: 3 },
      makeRecord(["gptǀ化", "学ǀ"]),
    ];
    const { commonCharacters, characterCounts } = await postTerms(records, { commonCharacter: 2 });
    expect(commonCharacters).toEqual(["化", "学"]);
    expect(characterCounts).toEqual([
      [2, 1, 0, 0],
      [1, 1, 1, 0],
    ]);
  });

  it("splits by a next character that is escaped as well", async () => {
    expect(await list([["化学ǁ", "学ƻ2000ǁ", "ƻ2000ǀ"]], 0)).toMatchObject({ 化学ƻ2000: [0] });
  });

  it("has every term of every record at its places", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom("", "化学ǁ", "学ǀ", "gptǀǀ", "aǀ的"), { maxLength: 20 }), {
          maxLength: 5,
        }),
        async (records) => {
          const all = records.flat();
          const expected: Record<string, number[]> = {};
          for (const [position, term] of all.entries())
            if (term !== "") expected[term] = [...(expected[term] ?? []), position];
          expect(await list(records)).toEqual(expected);
        },
      ),
    );
  });

  it("posts further terms beside the others, which stay as they are", async () => {
    const { archive } = await loadArchive({ contentDir: "test/fixtures/archive" });
    const cut = makeCutter([]);
    const records = archive.episodes.map((episode) => cut(episode).exact);
    const list = async (own: readonly PostableRecord[]) => {
      const { terms, positionsOf } = await postTerms(own, { frequentPair: 5 });
      return terms.map((term, index) => [term, [...positionsOf(index)]] as const);
    };
    const plain = await list(records.map(({ terms, termAt }) => ({ terms, termAt })));
    const all = await list(records);
    expect(all.slice(0, plain.length)).toEqual(plain);
    const further = all.slice(plain.length);
    expect(further.length).toBeGreaterThan(10);
    // None begins as another term does, or as a query's beginning.
    expect(further.filter(([term]) => !term.startsWith("ǀ"))).toEqual([]);
    expect(plain.filter(([term]) => term.startsWith("ǀ"))).toEqual([]);
    const names = further.map(([term]) => term).sort();
    expect(names.filter((term, k) => names[k + 1]?.startsWith(term))).toEqual([]);
  });
});
