import fc from "fast-check";
import { Converter } from "opencc-js";
import { describe, expect, it } from "vitest";
import { type IndexSettings, indexEpisodes, type Said } from "./index-episodes.ts";

async function count(text: string, query: string, settings?: IndexSettings): Promise<number> {
  const { engine } = await indexEpisodes([[["甲", text]]], settings);
  return (await engine.search(query)).episodes[0]?.hits ?? 0;
}

describe("the search", () => {
  it("does not take 30 for 30%, nor 30% for 30", async () => {
    const text = "有30%，不是30，也不是300%或5‰";
    expect(await count(text, "30")).toBe(1);
    expect(await count(text, "30%")).toBe(1);
    expect(await count(text, "３０％")).toBe(1);
  });
  it("finds any stretch of kana, Hangul and Thai, and no letter for itself with a mark", async () => {
    const text = "ラーメンとがか 한국말 กก่กี่";
    for (const [query, hits] of [
      ["ーメ", 1],
      ["ラーメン", 1],
      ["か", 1],
      ["ｶ", 0],
      ["국말", 1],
      ["ก", 1],
      ["ก่", 1],
      ["กก่", 1],
      ["กก", 0],
      ["กกี่", 0],
      ["ก่กี่", 1],
    ] as const)
      expect([query, await count(text, query)]).toEqual([query, hits]);
  });
  it("finds a frequent pair before a letter with its mark", async () => {
    const text = "化学ก่化学ก化学化学";
    expect(await count(text, "化学ก", { frequentPair: 1 })).toBe(1);
    expect(await count(text, "化学ก่", { frequentPair: 1 })).toBe(1);
  });
  it("finds .NET where it is written with its dot, when the glossary has it", async () => {
    const text = "用.NET写，ASP.NET，net";
    expect(await count(text, ".NET", { aliases: [[".NET"]] })).toBe(1);
    expect(await count(text, "net", { aliases: [[".NET"]] })).toBe(2);
    expect(await count(text, ".NET")).toBe(3);
  });
  it("marks the dot of .NET", async () => {
    const { engine } = await indexEpisodes([[["甲", "用.NET写"]]], { aliases: [[".NET", "dotnet"]] });
    const [passage] = await engine.listPassages(await engine.search("dotnet"), 0);
    expect(passage?.marks).toEqual([[1, 5]]);
  });
  it("gives the same answer in small letters", async () => {
    const words = [
      "GPT",
      "ΣΟΦΟΣ",
      "İstanbul",
      "J\u030cA",
      "的",
      "C++",
      "30%",
      ".NET",
      "Straße",
      "ﬁt",
      "TOPIC:AI",
    ];
    const arbitrary = fc.array(fc.constantFrom(...words, " ", '"', "-", "Ⅳ"), { maxLength: 8 });
    const said: Said[] = [
      ["甲", words.join("，")],
      ["乙", words.map((word) => word.toLowerCase()).join(" ")],
    ];
    const { engine } = await indexEpisodes([said], { aliases: [[".NET", "Dotnet"]] });
    await fc.assert(
      fc.asyncProperty(arbitrary, fc.boolean(), async (parts, prefix) => {
        const query = parts.join("");
        const tiers = ["exact", "related"] as const;
        const [own, lower] = await Promise.all(
          [query, query.toLowerCase()].map((text) => engine.search(text, { prefix, tiers })),
        );
        expect(lower?.episodes).toEqual(own?.episodes);
        expect(lower?.hitsOf).toEqual(own?.hitsOf);
      }),
      { numRuns: 150 },
    );
  });
  it("finds each four characters of a text in its Taiwan and Hong Kong forms, and back", async () => {
    const text =
      "我们了解到著名的作家借口想象，回复听友里面的答案，项链和家具都背着，仿佛经济复苏，什么都干了，后来只有一只钟，" +
      "面条的价钱跟头发，台湾卫视播出的历史剧，你们系统发现问题，制造业的计划很复杂，老幺住在屋檐下面，吃着粽子";
    for (const region of ["tw", "hk"] as const) {
      const converted = Converter({ from: "cn", to: region })(text);
      expect(converted).not.toBe(text);
      for (const [from, to] of [
        [text, converted],
        [converted, text],
      ] as const) {
        const { engine } = await indexEpisodes([[["甲", to]]]);
        for (const run of from.match(/\p{Script=Han}{4}/gu) ?? [])
          expect([run, (await engine.search(run)).episodes.length]).toEqual([run, 1]);
      }
    }
  });
});
