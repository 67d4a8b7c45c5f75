import { describe, expect, it } from "vitest";
import { weighForm } from "../../../../../src/search/engine/sound/judge-forms.ts";
import { indexEpisodes, type Said } from "../index-episodes.ts";

const said = (text: string): Said[] => [["甲", text]];
const others = (count: number) => Array.from({ length: count }, (_, k) => said(`今天说点别的事情第${k}件`));

/** The writings in which a word is heard, and whether each is likely to be that word. */
async function judge(
  episodes: readonly (readonly Said[])[],
  query: string,
): Promise<Record<string, boolean>> {
  const { engine } = await indexEpisodes(episodes, { sound: {} });
  const { notes } = await engine.search(query, { tiers: ["sound"] });
  return Object.fromEntries(notes.forms.map(({ form, isLikely }) => [form, isLikely]));
}

describe("what is likely to be a word misheard", () => {
  it("is a long name that sounds alike, and no word of a dictionary that sounds like a short one", async () => {
    expect(await judge([said("嘉宾是何润峰老师")], "何润锋")).toEqual({ 何润峰: true });
    expect(await judge([said("沿着螺旋上升"), said("一个螺旋")], "罗翔")).toEqual({ 螺旋: false });
  });
  it("is a short name in episodes that say it rightly once, and none elsewhere", async () => {
    const heard = ["我是孟岩，刚才梦言说过", ...Array(3).fill("然后梦言又说")].map(said);
    const company: Said[] = heard.flat();
    expect(await judge([company, ...others(9)], "孟岩")).toEqual({ 梦言: true });
    expect(await judge([said("我是孟岩"), ...heard.slice(1), ...others(9)], "孟岩")).toEqual({ 梦言: false });
  });
  it("says nothing for company where every episode has the word", async () => {
    const both = said("我是孟岩，刚才梦言说过");
    expect(await judge([both, both], "孟岩")).toEqual({ 梦言: false });
    expect(await judge([said("何润锋来了，何润峰说")], "何润锋")).toEqual({ 何润峰: true });
  });
  it("is no part of a longer word", async () => {
    expect(await judge([said("对实习生和小朋友很好")], "何小鹏")).toEqual({ 和小朋: false });
    expect(await judge([said("他是何小朋先生")], "何小鹏")).toEqual({ 何小朋: true });
  });
  it("is a name in Latin letters that says enough", async () => {
    expect(await judge([said("用 deep sick 写")], "DeepSeek")).toEqual({ "deep sick": true });
    expect(await judge([said("放在 cloud 上")], "Claude")).toEqual({ cloud: false });
  });
});

describe("weighForm", () => {
  const evidence = {
    sounds: 3,
    alike: 1,
    places: 4,
    word: 0,
    across: 0,
    isGrammar: false,
    company: 0,
    chance: 0.01,
  };
  it.each([
    ["its likeness", { alike: 2 / 3 }],
    ["being a word", { word: 1 }],
    ["standing inside another word", { across: 1 }],
    ["being short", { sounds: 2 }],
    ["a character of grammar", { isGrammar: true }],
  ])("takes from the odds for %s", (_, sign) => {
    expect(weighForm({ ...evidence, ...sign })).toBeLessThan(weighForm(evidence));
  });
  it("adds to the odds for company, the more the surer, and nothing where all is company", () => {
    expect(weighForm({ ...evidence, company: 1 })).toBeGreaterThan(weighForm(evidence));
    expect(weighForm({ ...evidence, company: 0.5, places: 40 })).toBeGreaterThan(
      weighForm({ ...evidence, company: 0.5, places: 2 }),
    );
    expect(weighForm({ ...evidence, company: 1, chance: 1 })).toBe(weighForm(evidence));
    expect(weighForm({ ...evidence, company: 1, chance: 0.8 })).toBeLessThan(
      weighForm({ ...evidence, company: 1 }),
    );
  });
});
