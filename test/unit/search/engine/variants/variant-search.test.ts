import { describe, expect, it } from "vitest";
import type { SearchTier } from "../../../../../src/search/api/search-types.ts";
import { type IndexSettings, indexEpisodes } from "../index-episodes.ts";

/** What each tier finds of a query in one text: the forms that are marked. */
async function findForms(
  text: string,
  query: string,
  tier: SearchTier = "variant",
  settings: IndexSettings = {},
): Promise<string[]> {
  const { engine } = await indexEpisodes([[["甲", text]]], settings);
  const answer = await engine.search(query, { tiers: ["exact", "variant"] });
  const found = answer.episodes.find((episode) => episode.tier === tier);
  if (found === undefined) return [];
  const passages = await engine.listPassages(answer, found.index, undefined, tier);
  return passages.flatMap((passage) => passage.marks.map(([from, to]) => passage.text.slice(from, to)));
}

/** Two writings of one thing, each of which is asked for the other. */
const pairs: readonly (readonly [kind: string, one: string, other: string])[] = [
  ["number", "2025年", "二零二五年"],
  ["number", "2025年", "二〇二五年"],
  ["number", "1998年", "一九九八年"],
  ["number", "98年", "九八年"],
  ["number", "08年", "零八年"],
  ["number", "90后", "九零后"],
  ["number", "3.5", "三点五"],
  ["number", "0.8", "零点八"],
  ["number", "3.14", "三点一四"],
  ["number", "30%", "百分之三十"],
  ["number", "99.9%", "百分之九十九点九"],
  ["number", "100%", "百分之百"],
  ["number", "100%", "百分百"],
  ["number", "5‰", "千分之五"],
  ["number", "100万", "一百万"],
  ["number", "100万", "1,000,000"],
  ["number", "1,000,000", "一百万"],
  ["number", "1000000", "1,000,000"],
  ["number", "1.2亿", "一亿两千万"],
  ["number", "1亿2000万", "一点二亿"],
  ["number", "3.5万", "三万五"],
  ["number", "35000", "三万五千"],
  ["number", "120", "一百二"],
  ["number", "102", "一百零二"],
  ["number", "2300", "两千三"],
  ["number", "1001", "一千零一"],
  ["number", "15", "十五"],
  ["number", "24小时", "二十四小时"],
  ["number", "第12期", "第十二期"],
  ["number", "第3章", "第三章"],
  ["number", "第1期", "第一期"],
  ["number", "3个", "三个"],
  ["number", "2年", "两年"],
  ["number", "10年", "十年"],
  ["number", "12月", "十二月"],
  ["number", "0.5年", "半年"],
  ["number", "50%", "一半"],
  ["number", "2.5年", "两年半"],
  ["number", "0.5小时", "半小时"],
  ["number", "10500", "1万500"],
  ["border", "GPT-4", "GPT4"],
  ["border", "GPT4", "GPT 4"],
  ["border", "R1-Zero", "R1Zero"],
  ["border", "Wi-Fi", "wifi"],
  ["border", "ChatGPT", "chat GPT"],
  ["border", "OpenAI", "Open AI"],
  ["border", "DeepSeek", "deep seek"],
  ["border", "YouTube", "You Tube"],
  ["border", "backpropagation", "back propagation"],
  ["border", "e-mail", "email"],
  ["border", "iPhone15", "iPhone 15"],
  ["border", "o1-preview", "o1preview"],
  ["letters", "GPT", "G P T"],
  ["letters", "LLM", "L.L.M."],
  ["letters", "AI", "A I"],
  ["accents", "naive", "naïve"],
  ["accents", "Beyonce", "Beyoncé"],
  ["inflection", "agent", "agents"],
  ["inflection", "podcast", "podcasts"],
  ["inflection", "company", "companies"],
  ["inflection", "scaling", "scaled"],
  ["inflection", "training", "trained"],
  ["names", "英伟达", "Nvidia"],
  ["names", "谷歌", "Google"],
  ["names", "马斯克", "Musk"],
  ["names", "马斯克", "Elon Musk"],
  ["names", "黄仁勋", "Jensen Huang"],
  ["names", "强化学习", "reinforcement learning"],
];

describe("the variant tier", () => {
  it.each(pairs)("finds by %s %s where %s is asked, and the other way round", async (_, one, other) => {
    const around = (form: string) => `我们说到,${form},就是这样。`;
    const [asked, found] = await Promise.all([findForms(around(one), other), findForms(around(other), one)]);
    // A mark ends with its last token: the sign of a share may be none.
    const withoutSign = (form: string) => form.replace(/[.%‰]$/, "");
    expect(asked.map(withoutSign)).toEqual([withoutSign(one)]);
    expect(found.map(withoutSign)).toEqual([withoutSign(other)]);
  });

  it.each([
    ["2025年的人工智能", "所以二零二五年的人工智能会怎样"],
    ["二零二五年的人工智能", "所以2025年的人工智能会怎样"],
    ["第12期节目", "欢迎收听第十二期节目"],
    ["涨了30%左右", "大概涨了百分之三十左右吧"],
    ["是3.5吗", "你说的是三点五吗"],
    ["在2025年", "我们在二零二五年见"],
    ["英伟达的芯片", "用Nvidia的芯片来算"],
    ["用GPT-4写", "他用GPT4写代码"],
    ["有100万人在用", "每天有一百万人在用它"],
    ["马斯克的2025年", "Elon Musk的二零二五年"],
  ])("finds %s inside a longer phrase: %s", async (query, text) => {
    const [form = ""] = await findForms(text, query);
    expect(text).toContain(form);
    expect(form.length).toBeGreaterThanOrEqual(query.length - 4);
  });

  it.each([
    ["100", "一共一百万"],
    ["100", "一共100万"],
    ["三十", "有30%"],
    ["25年", "二零二五年"],
    ["78", "七八个人"],
    ["10万", "几十万"],
    ["into", "he put it in to the box"],
    ["in to", "he put it into the box"],
    ["Putin", "he put in the box"],
    ["put in", "Putin said so"],
    ["WeChat", "sometimes we chat"],
    ["rat", "the rating of it"],
    ["new", "the news is bad"],
    ["1.1", "一点一点地走"],
    ["一半", "半年"],
    ["1万", "1万1千亿"],
  ])("does not find %s in %s", async (query, text) => {
    expect(await findForms(text, query)).toEqual([]);
  });

  it("joins words that are written apart where the joined one is said in the episode", async () => {
    expect(await findForms("a playground, or a play ground", "playground")).toEqual(["play ground"]);
    expect(await findForms("only a play ground", "playground")).toEqual([]);
  });

  it("never holds a place of the exact tier, and changes nothing there", async () => {
    const text = "GPT-4,GPT4,GPT 4";
    expect(await findForms(text, "GPT-4")).toEqual(["GPT4"]);
    expect(await findForms(text, "GPT-4", "exact")).toEqual(["GPT-4", "GPT 4"]);
  });

  it("asks every word of the query, and counts the places that are written otherwise", async () => {
    const { engine } = await indexEpisodes([
      [["甲", "百分之三十的利润"]],
      [["甲", "百分之三十的时间"]],
      [["甲", "30%的利润,利润有百分之三十"]],
    ]);
    const answer = await engine.search("30% 利润", { tiers: ["exact", "variant"] });
    expect(
      answer.episodes.filter(({ tier }) => tier === "variant").map(({ slug, hits }) => [slug, hits]),
    ).toEqual(
      expect.arrayContaining([
        ["e0", 1],
        ["e2", 1],
      ]),
    );
    expect(answer.episodes.some(({ slug }) => slug === "e1")).toBe(false);
  });

  it("tells the forms of an episode as they are written, the most frequent first", async () => {
    const { engine } = await indexEpisodes([[["甲", "二零二五年,二〇二五年,二零二五年,2025年"]]]);
    const answer = await engine.search("2025年", { tiers: ["variant"] });
    expect(answer.episodes.map(({ forms }) => forms)).toEqual([
      [
        { form: "二零二五年", hits: 2 },
        { form: "二〇二五年", hits: 1 },
      ],
    ]);
  });

  it("keeps to the filters of a query", async () => {
    const { engine } = await indexEpisodes([
      [
        ["甲", "二零二五年"],
        ["乙", "二〇二五年"],
      ],
    ]);
    const answer = await engine.search("2025年 speaker:乙", { tiers: ["variant"] });
    expect(answer.episodes.map(({ hits, forms }) => [hits, forms])).toEqual([
      [1, [{ form: "二〇二五年", hits: 1 }]],
    ]);
  });

  it("takes the owner's names, and does without the stock list where it is switched off", async () => {
    const variants = { names: [["听索", "Tingsuo"]], hasStock: false };
    expect(await findForms("这是Tingsuo", "听索", "variant", { variants })).toEqual(["Tingsuo"]);
    expect(await findForms("买了Nvidia", "英伟达", "variant", { variants })).toEqual([]);
  });

  it("finds a query in any case", async () => {
    for (const query of ["GPT-4", "Chat GPT", "NAIVE", "Elon Musk", "R1Zero"]) {
      const text = "GPT4,chatGPT,ChatGPT,naïve,马斯克,R1-Zero";
      expect(await findForms(text, query)).toEqual(await findForms(text, query.toLowerCase()));
      expect(await findForms(text, query)).not.toEqual([]);
    }
  });

  it("leaves out a name that the glossary has, whose places are exact", async () => {
    const settings = { aliases: [["英伟达", "Nvidia"]] };
    expect(await findForms("买了Nvidia", "英伟达", "variant", settings)).toEqual([]);
  });
});

describe("what is typed in pinyin", () => {
  const find = (text: string, query: string) => findForms(text, query, "variant", { sound: {} });

  it("is found in the characters that are read so", async () => {
    expect(await find("英伟达的黄仁勋说", "huangrenxun")).toEqual(["黄仁勋"]);
    expect(await find("我有社交恐惧", "shejiao kongju")).toEqual(["社交", "恐惧"]);
    expect(await find("他们为什么不结婚呢", "wei shen me bu jie hun")).toEqual(["为什么不结婚"]);
    expect(await find("我在西安", "xian")).toEqual(["西安"]);
    expect(await find("我在西安", "xi'an")).toEqual(["西安"]);
    expect(await find("去旅行", "lvxing")).toEqual(["旅行"]);
  });
  it("is found in several writings", async () => {
    expect(await find("这是事实。我们实施了", "shishi")).toEqual(["事实", "实施"]);
  });
  it("finds a pair that is in very many places", async () => {
    const { engine } = await indexEpisodes([[["甲", "社交,社交,社交,社交,射角"]]], {
      sound: { frequentPair: 2 },
    });
    const { notes } = await engine.search("shejiao", { tiers: ["variant"] });
    expect(notes.forms.map(({ form, hits }) => [form, hits])).toEqual([
      ["社交", 4],
      ["射角", 1],
    ]);
  });
  it("is no sound that is only like it, and no characters that meet by accident", async () => {
    expect(await find("用征流的方法", "zhenliu")).toEqual([]);
    expect(await find("强化学习", "huaxue")).toEqual([]);
  });
  it("stands beside words in characters", async () => {
    expect(await find("黄仁勋创办了英伟达", "huangrenxun 英伟达")).toEqual(["黄仁勋"]);
  });
  it("is not looked for where the archive says the word as it is typed", async () => {
    expect(await find("women 我们", "women")).toEqual([]);
    expect(await find("we are 我们", "women")).toEqual(["我们"]);
  });
  it("is nothing where it is one syllable or none", async () => {
    expect(await find("他说不行", "bu")).toEqual([]);
    expect(await find("他说不行", "strength")).toEqual([]);
  });
});
