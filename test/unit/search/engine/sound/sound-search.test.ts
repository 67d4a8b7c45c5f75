import { describe, expect, it } from "vitest";
import type { SearchOptions } from "../../../../../src/search/api/search-types.ts";
import { type IndexSettings, indexEpisodes, type Said } from "../index-episodes.ts";

/** The forms that a search shows in the sounds-like tier, by episode. */
async function listHeard(
  episodes: readonly (readonly Said[])[],
  query: string,
  settings: IndexSettings = {},
  options: SearchOptions = {},
): Promise<Record<string, string[]>> {
  const { engine } = await indexEpisodes(episodes, { sound: {}, ...settings });
  const answer = await engine.search(query, { tiers: ["sound"], ...options });
  const heard: Record<string, string[]> = {};
  for (const { index, slug, tier, hits } of answer.episodes) {
    expect(tier).toBe("sound");
    const passages = await engine.listPassages(answer, index, undefined, "sound");
    heard[slug] = passages.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to)));
    expect(hits).toBeGreaterThanOrEqual(heard[slug]?.length ?? 0);
  }
  return heard;
}

const said = (text: string): Said[] => [["甲", text]];

describe("the sounds-like tier", () => {
  it("hears no word as one with a character that is everywhere, of which only counts are known", async () => {
    const episodes = [said("的"), said("的"), said("蒸馏的")];
    expect(await listHeard(episodes, "蒸馏 的", { commonCharacter: 2 })).toEqual({});
  });
  it("finds what a recogniser wrote for a word, and shows it", async () => {
    expect(await listHeard([said("做模型征流的时候"), said("别的事")], "蒸馏")).toEqual({ e0: ["征流"] });
    expect(await listHeard([said("嘉宾何润峰老师")], "何润锋")).toEqual({ e0: ["何润峰"] });
  });
  it("finds Latin words that sound alike", async () => {
    expect(await listHeard([said("DeepSig 和 DipSick 都是 deepseq")], "DeepSeek")).toEqual({
      e0: ["DeepSig", "DipSick", "deepseq"],
    });
  });
  it("does not call another spelling of the same thing misheard", async () => {
    expect(await listHeard([said("用GPT4写,用 DeepSig 写")], "GPT-4")).toEqual({});
    expect(await listHeard([said("an e-mail")], "email")).toEqual({});
  });
  it("finds letters, digits and English words that were heard as Han", async () => {
    expect(await listHeard([said("用阿尔训练欧万,这个狼 COT")], "RL")).toEqual({ e0: ["阿尔"] });
    expect(await listHeard([said("用阿尔训练欧万,这个狼 COT")], "o1")).toEqual({ e0: ["欧万"] });
    expect(await listHeard([said("用阿尔训练欧万,这个狼 COT")], "long CoT")).toEqual({ e0: ["狼 COT"] });
  });
  it("never repeats a place of the exact tier", async () => {
    const { engine } = await indexEpisodes([said("蒸馏和征流"), said("蒸馏")], { sound: {} });
    const { episodes } = await engine.search("蒸馏", { tiers: ["exact", "sound"] });
    expect(episodes.map(({ slug, tier, hits }) => [slug, tier, hits]).sort()).toEqual([
      ["e0", "exact", 1],
      ["e0", "sound", 1],
      ["e1", "exact", 1],
    ]);
    expect(
      await listHeard([said("DeepSeek 深度求索")], "DeepSeek", { aliases: [["DeepSeek", "深度求索"]] }),
    ).toEqual({});
  });
  it("is empty where it is not asked for, and for one syllable", async () => {
    const { engine } = await indexEpisodes([said("征流")], { sound: {} });
    expect((await engine.search("蒸馏")).episodes).toEqual([]);
    expect(await listHeard([said("征流")], "蒸")).toEqual({});
  });
  it("is empty in an archive without an index of sounds", async () => {
    const { engine } = await indexEpisodes([said("征流")]);
    expect((await engine.search("蒸馏", { tiers: ["exact", "sound"] })).episodes).toEqual([]);
  });
  it("takes no pair inside a longer word for the word", async () => {
    expect(await listHeard([said("中华人民共和国")], "人名")).toEqual({});
  });
  it("ranks what agrees in tone over what does not", async () => {
    const heard = await listHeard([said("郑六来了"), said("征流来了"), said("真牛来了")], "蒸馏");
    expect(Object.keys(heard)[0]).toBe("e1");
  });
  it("hears a word over a passage's end, and not over a speaker's", async () => {
    expect(
      await listHeard(
        [
          [
            ["甲", "何润"],
            ["甲", "峰"],
          ],
        ],
        "何润锋",
      ),
    ).toEqual({ e0: ["何润"] });
    expect(
      await listHeard(
        [
          [
            ["甲", "何润"],
            ["乙", "峰"],
          ],
        ],
        "何润锋",
      ),
    ).toEqual({});
  });
  it("hears no word over punctuation, also not where a passage ends with it", async () => {
    expect(await listHeard([said("我们在长征，流血牺牲")], "蒸馏")).toEqual({});
    const twoPassages: Said[] = [
      ["甲", "大家去何润。"],
      ["甲", "峰会上见"],
    ];
    expect(await listHeard([twoPassages], "何润锋")).toEqual({});
  });
  it("wants every word of a query, written or heard, and shows what is heard", async () => {
    const episodes = [said("征流和量化"), said("征流"), said("量化")];
    expect(await listHeard(episodes, "蒸馏 量化")).toEqual({ e0: ["征流"] });
  });
  it("keeps the speakers asked for", async () => {
    const episodes: Said[][] = [
      [
        ["天一", "征流"],
        ["陈光", "征流"],
      ],
      [["陈光", "征流"]],
    ];
    expect(await listHeard(episodes, "蒸馏", {}, { filters: { speaker: ["天一"] } })).toEqual({
      e0: ["征流"],
    });
  });
  it("says nothing by the sound of a frequent pair alone, and finds it in a longer word", async () => {
    const sound = { frequentPair: 1 };
    expect(await listHeard([said("合润的何润峰老师")], "何闰", { sound })).toEqual({});
    expect(await listHeard([said("合润的何润峰老师")], "何润锋", { sound })).toEqual({ e0: ["何润峰"] });
  });
  it("finds a longer word that ends with a frequent pair, and nothing that ends so otherwise", async () => {
    const episodes = ["这是发展其实", "这是发展局势", "其实还有", "其实"].map(said);
    for (const pairList of [1, 2, 1_000])
      expect(await listHeard(episodes, "发展趋势", { sound: { frequentPair: 1 }, pairList })).toEqual({
        e0: ["发展其实"],
      });
  });
  it("finds the same for Traditional and Simplified", async () => {
    expect(await listHeard([said("經濟學的经纪学")], "经济学")).toEqual({ e0: ["经纪学"] });
    expect(await listHeard([said("經濟學的经纪学")], "經濟學")).toEqual({ e0: ["经纪学"] });
  });

  it("answers the same however a query is capitalised", async () => {
    const episodes = [
      said("用 deep sick 和 DipSick 写"),
      said("发 e-mail 或者 E mail 或者 imail"),
      said("GPD 四和狼COT"),
      said("cloud 与 open eye"),
    ];
    for (const query of [
      "DeepSeek",
      "E-mail",
      "eMail",
      "GPT",
      "Long CoT",
      "Claude",
      "OpenAI",
      "DeepSeek Claude",
    ])
      expect(await listHeard(episodes, query.toLowerCase()), query).toEqual(await listHeard(episodes, query));
    expect(await listHeard(episodes, "deepseek")).toEqual({ e0: ["deep sick", "DipSick"] });
  });
  it("hears a year in Han alike with either zero, both ways", async () => {
    const heard = await listHeard([said("在而零二五的时候")], "二〇二五");
    expect(heard).toEqual({ e0: ["而零二五"] });
    expect(await listHeard([said("在而零二五的时候")], "二零二五")).toEqual(heard);
  });
});
