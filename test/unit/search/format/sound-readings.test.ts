import { describe, expect, it } from "vitest";
import {
  makeReadingTables,
  openReadings,
  otherTableOf,
  type ReadingTable,
} from "../../../../src/search/format/sound-readings.ts";

const { usual, others } = makeReadingTables(
  new Map([
    ["长", ["chang2", "zhang3"]],
    ["蒸", ["zheng1"]],
    ["针", ["zhen1"]],
  ]),
  new Set("长蒸一"),
);

describe("openReadings", () => {
  it("gives back the readings of a character, the likeliest first", () => {
    const read = openReadings(JSON.parse(JSON.stringify(usual)), usual.syllables);
    expect(read("长")?.map(({ pinyin }) => pinyin)).toEqual(["chang", "zhang"]);
    expect(read("蒸")?.map(({ pinyin }) => pinyin)).toEqual(["zheng"]);
  });
  it("knows nothing of a character that is not in the table", () => {
    const read = openReadings(usual, usual.syllables);
    for (const character of ["一", "龥", "A", "𠮷", "针"]) expect(read(character)).toBeUndefined();
    const other = others[otherTableOf("针")] as ReadingTable;
    expect(openReadings(other, usual.syllables)("针")).toHaveLength(1);
  });
  it("knows the variants of the syllables that are merged, whichever table they are in", () => {
    const [reading] = openReadings(usual, usual.syllables)("蒸") ?? [];
    expect(reading?.siblings).toHaveLength(2);
    expect(reading?.siblings).toContain(reading?.variant);
  });
});
