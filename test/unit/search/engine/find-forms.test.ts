import { describe, expect, it } from "vitest";
import type { SearchTier } from "../../../../src/search/api/search-types.ts";
import { indexEpisodes, type Said } from "./index-episodes.ts";

const said = (text: string): Said[] => [["甲", text]];

async function openHeard(texts: readonly string[]) {
  const { engine } = await indexEpisodes(texts.map(said), { sound: {} });
  const ask = async (query: string, tier: SearchTier, forms?: readonly string[]) => {
    const answer = await engine.search(query, { tiers: [tier], ...(forms === undefined ? {} : { forms }) });
    const marked: string[] = [];
    for (const { index, tier: own } of answer.episodes) {
      for (const { text, marks } of await engine.listPassages(answer, index, undefined, own)) {
        marked.push(...marks.map(([from, to]) => text.slice(from, to)));
      }
    }
    return { answer, marked };
  };
  return { ask };
}

describe("the writings of a tier", () => {
  const many = [...Array(30).fill("沿着螺旋上升"), "徐若萱唱歌", "见到罗旋"];

  it("are told with all their places, of which a few were read", async () => {
    const { ask } = await openHeard(many);
    const { answer } = await ask("罗翔", "sound");
    expect(answer.notes.forms.map(({ form, hits, episodes }) => [form, hits, episodes])).toEqual(
      expect.arrayContaining([["螺旋", 30, 30]]),
    );
    expect(answer.episodes.find(({ slug }) => slug === "e0")?.forms).toEqual([{ form: "螺旋", hits: 1 }]);
  });
  it("leave no place out and count none twice", async () => {
    const { ask } = await openHeard([...many, "螺旋里有螺旋，罗旋和螺旋"]);
    const { answer } = await ask("罗翔", "sound");
    const hits = answer.episodes.reduce((sum, own) => sum + own.hits, 0);
    expect(answer.notes.forms.reduce((sum, own) => sum + own.hits, 0)).toBe(hits);
    for (const { hits: own, forms = [] } of answer.episodes)
      expect(forms.reduce((sum, form) => sum + form.hits, 0)).toBe(own);
  });
  it("can be asked for one by one: the places, counts and passages of each are its own", async () => {
    const { ask } = await openHeard([...many, "螺旋里有罗旋"]);
    const { answer, marked } = await ask("罗翔", "sound", ["罗旋"]);
    expect(marked).toEqual(["罗旋", "罗旋"]);
    expect(answer.episodes.map(({ hits, forms }) => [hits, forms])).toEqual([
      [1, [{ form: "罗旋", hits: 1 }]],
      [1, [{ form: "罗旋", hits: 1 }]],
    ]);
  });
  it("are as many places asked for one by one as together, those that were not read with them", async () => {
    // More writings than are read: each of 40 words once.
    const words = [..."一壹衣医依伊揖仪宜姨移遗疑乙已以蚁椅亿义艺忆议"].map((own) => `在${own}滑的时候`);
    const { ask } = await openHeard(words);
    const { answer } = await ask("余华", "sound");
    const all = answer.episodes.reduce((sum, own) => sum + own.hits, 0);
    let sum = 0;
    for (const form of [...answer.notes.forms.map((own) => own.form), ""])
      sum += (await ask("余华", "sound", [form])).marked.length;
    expect(answer.notes.forms.length).toBeLessThan(all);
    expect(sum).toBe(all);
  });
  it("are told of variants too, all of them likely", async () => {
    const { ask } = await openHeard(["二零二五年的事", "二〇二五年", "二零二五年"]);
    const { answer, marked } = await ask("2025年", "variant", ["二零二五年"]);
    expect(answer.notes.forms).toEqual([
      { tier: "variant", form: "二零二五年", hits: 2, episodes: 2, isLikely: true },
      { tier: "variant", form: "二〇二五年", hits: 1, episodes: 1, isLikely: true },
    ]);
    expect(marked).toEqual(["二零二五年", "二零二五年"]);
  });
  it("are none where a tier was not asked for or found nothing", async () => {
    const { ask } = await openHeard(["螺旋"]);
    expect((await ask("罗翔", "exact")).answer.notes.forms).toEqual([]);
    expect((await ask("蒸馏", "sound")).answer.notes.forms).toEqual([]);
  });
});
