import { describe, expect, it } from "vitest";
import { makeReadingTable, openReadings } from "../../../src/text/sound-readings.ts";

const table = makeReadingTable(
  new Map([
    ["长", ["chang2", "zhang3"]],
    ["蒸", ["zheng1"]],
    ["针", ["zhen1"]],
  ]),
);

describe("openReadings", () => {
  it("gives back the readings of a character, the likeliest first", () => {
    const read = openReadings(JSON.parse(JSON.stringify(table)));
    expect(read("长").map(({ pinyin }) => pinyin)).toEqual(["chang", "zhang"]);
    expect(read("蒸").map(({ pinyin }) => pinyin)).toEqual(["zheng"]);
  });
  it("knows nothing of a character that is not in the table", () => {
    const read = openReadings(table);
    for (const character of ["一", "龥", "A", "𠮷", "长"])
      expect(read(character).length).toBe(character === "长" ? 2 : 0);
  });
  it("knows the variants of the syllables that are merged", () => {
    const [reading] = openReadings(table)("蒸");
    expect(reading?.siblings).toHaveLength(2);
    expect(reading?.siblings).toContain(reading?.variant);
  });
});
