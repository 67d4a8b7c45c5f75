import { pinyin } from "pinyin-pro";
import { beforeAll, describe, expect, it } from "vitest";
import { listReadings } from "../../../../src/search/tokenize/list-readings.ts";
import { readSyllable } from "../../../../src/text/sound/sound.ts";

let readings: Map<string, string[]>;

beforeAll(() => {
  readings = listReadings([
    ["长度", 900],
    ["成长", 800],
    ["银行", 5000],
    ["行走", 400],
    ["了解", 4000],
  ]);
}, 60_000);

describe("listReadings", () => {
  it("has the reading that pinyin-pro gives each Simplified character alone", () => {
    const wrong: string[] = [];
    for (const [character, own] of readings)
      if (!own.includes(pinyin(character, { toneType: "num" }))) wrong.push(character);
    expect(readings.size).toBeGreaterThan(15_000);
    expect(
      wrong.filter((character) => readSyllable(pinyin(character, { toneType: "num" })) !== undefined),
    ).toEqual([]);
  });
  it("has the readings that a character has in words", () => {
    expect(readings.get("长")).toEqual(expect.arrayContaining(["chang2", "zhang3"]));
    expect(readings.get("行")).toEqual(expect.arrayContaining(["hang2", "xing2"]));
  });
  it("has the reading of a family name", () => {
    expect(readings.get("单")).toContain("shan4");
    expect(readings.get("区")).toContain("ou1");
  });
  it("has the zero of years that are written in Han", () => {
    expect(readings.get("〇")).toEqual(["ling2"]);
  });
  it("leaves out Traditional characters, which are folded before they are read", () => {
    expect(readings.has("長")).toBe(false);
  });
});
