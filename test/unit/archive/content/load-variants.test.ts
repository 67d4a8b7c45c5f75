import { describe, expect, it } from "vitest";
import { loadContent } from "../write-content.ts";

describe("variants.yaml", () => {
  it("may be missing, and gives names of the same thing", async () => {
    expect((await loadContent({})).archive.variants).toEqual([]);
    const { archive, printed } = await loadContent({
      "variants.yaml": "- [听索, Tingsuo]\n- [小样, Sample, Demo]\n",
    });
    expect(printed).toEqual([]);
    expect(archive.variants).toEqual([
      ["听索", "Tingsuo"],
      ["小样", "Sample", "Demo"],
    ]);
  });

  it("says what cannot be found, and what says nothing new", async () => {
    const { archive, printed } = await loadContent({
      "variants.yaml": "- [听索]\n- [英伟达, Nvidia, NVIDIA]\n- [小样, …]\n- 谷歌\n",
    });
    expect(printed).toEqual([
      "variants.yaml:1: This group has one name. Write another one beside it, as in [英伟达, Nvidia], or delete the line.",
      'variants.yaml:2: "NVIDIA" is the same to the search as "Nvidia" in the same group. Delete one.',
      'variants.yaml:3: "…" holds no letter and no digit, so it cannot be found. Change or delete it.',
      'variants.yaml:4: Entry 4 is "谷歌". Write a list, as in [英伟达, Nvidia].',
    ]);
    expect(archive.variants[0]).toContain("英伟达");
  });

  it("stands beside a switch in show.yaml for the stock list", async () => {
    const show = "title: 小样\ndescription: 测试\nlanguage: zh-CN\nauthor: 林晚\n";
    expect((await loadContent({ "show.yaml": `${show}variants: false\n` })).archive.show.variants).toBe(
      false,
    );
    expect((await loadContent({ "show.yaml": `${show}variants: nein\n` })).printed[0]).toContain(
      "show.yaml:5",
    );
  });
});
