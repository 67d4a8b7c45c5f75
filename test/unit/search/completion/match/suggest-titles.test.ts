import { describe, expect, it } from "vitest";
import { openTitles } from "../../../../../src/search/completion/match/open-names.ts";
import { mayBeTitle, suggestTitles } from "../../../../../src/search/completion/match/suggest-titles.ts";
import { makeNames } from "./make-names.ts";

const spoken: Readonly<Record<string, string>> = { 蒸: "zheng", 馏: "liu", 的: "de", 故: "gu", 事: "shi" };

async function suggest(query: string, titles: readonly string[]) {
  const spell = (character: string) => (spoken[character] === undefined ? [] : [spoken[character]]);
  return suggestTitles(query, await openTitles(titles, spell, async () => undefined));
}

describe("suggestTitles", () => {
  it.each(["蒸馏", "蒸馏 的故", "zhengliu", "zhengliudegs", "zldgs", "zheng liu"])(
    "offers a title for %s, and asks for it as it stands",
    async (query) => {
      const found = await suggest(query, ["去海边", "EP12：蒸馏的故事"]);
      expect(found.map((own) => own.query)).toEqual(["EP12：蒸馏的故事"]);
    },
  );

  it("marks what was typed of it", async () => {
    const [found] = await suggest("蒸馏", ["EP12：蒸馏的故事"]);
    expect(found?.mark).toEqual([5, 7]);
  });

  it("offers few, first those that begin so, with or without a number, and the newest of them", async () => {
    const titles = ["说说蒸馏", "蒸馏的故事", "第3期 蒸馏", "蒸馏", "蒸馏之后"];
    expect((await suggest("蒸馏", titles)).map((own) => own.query)).toEqual([
      "蒸馏的故事",
      "第3期 蒸馏",
      "蒸馏",
    ]);
  });

  it("offers none where little is typed, or a filter", async () => {
    for (const query of ["蒸", "zl", "speaker:蒸馏", "蒸馏 -故事", '"蒸馏']) {
      expect(mayBeTitle(query)).toBe(false);
      expect(await suggest(query, ["蒸馏的故事"])).toEqual([]);
    }
  });

  it("is spelt by the file that the other names come with", async () => {
    const { spell } = await makeNames([{ text: "蒸馏" }]);
    const titles = await openTitles(["蒸馏"], spell, async () => undefined);
    expect(suggestTitles("zhengl", titles)).toHaveLength(1);
  });
});
