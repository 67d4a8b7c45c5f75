import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spellName } from "../../../../../src/search/completion/make/make-suggestion-file.ts";
import { openWords } from "../../../../../src/search/completion/match/open-names.ts";
import { suggestNames } from "../../../../../src/search/completion/match/suggest-names.ts";
import { packWords } from "../../../../../src/search/format/suggestion-file.ts";
import { readTokens } from "../../../../../src/text/normalise.ts";
import { makeNames, type TestName } from "./make-names.ts";

async function suggest(query: string, names: readonly TestName[], words: readonly [string, number][] = []) {
  const file = {
    words: packWords(words.map(([word]) => word)),
    episodes: words.map(([, episodes]) => episodes),
  };
  return suggestNames(query, await makeNames(names), await openWords(file, async () => undefined), 8);
}

const textsOf = async (...parameters: Parameters<typeof suggest>) =>
  (await suggest(...parameters)).map(({ name }) => name.text);

const 蒸馏: TestName = {
  text: "蒸馏",
  kind: "term",
  also: ["知识蒸馏", "distillation"],
  heard: ["征流"],
  episodes: 12,
};

describe("a name is suggested for", () => {
  it.each([
    ["its first character", "蒸"],
    ["its characters", "蒸馏"],
    ["its characters in Traditional", "蒸餾"],
    ["its pinyin", "zhengliu"],
    ["its pinyin in capitals", "ZhengLiu"],
    ["its pinyin with a space", "zheng liu"],
    ["its pinyin with an apostrophe", "zheng'liu"],
    ["the beginning of its pinyin", "zhengl"],
    ["the beginning of its first syllable", "zhe"],
    ["its initials", "zl"],
    ["its initials with both letters", "zhl"],
    ["its initials with an apostrophe", "zh'l"],
    ["pinyin and characters", "zheng馏"],
    ["characters and pinyin", "蒸liu"],
    ["characters and an initial", "蒸l"],
    ["the beginning of another right name for it", "distil"],
    ["another right name in pinyin", "zhishizhengliu"],
    ["what a recogniser writes for it", "征流"],
    ["characters that sound the same", "正流"],
    ["pinyin with a sound that is easily taken for another", "zengliu"],
    ["a slip in another right name", "distilation"],
  ])("%s: %s", async (_, query) => {
    expect(await textsOf(query, [{ text: "苹果" }, 蒸馏])).toEqual(["蒸馏"]);
  });

  it.each([
    ["ü as v", "nvquan", "女权"],
    ["ü as it is", "nüquan", "女权"],
    ["a syllable without an initial", "xian'e", "险恶"],
    ["a part of it in pinyin", "xuexi", "强化学习"],
    ["a part of it in characters", "学习", "强化学习"],
    ["Latin letters across its parts", "gpt4", "GPT-4o"],
    ["a space that the name does not have", "deep see", "DeepSeek"],
    ["mixed scripts", "aiyingy", "AI应用"],
  ])("%s: %s", async (_, query, text) => {
    expect(await textsOf(query, [{ text }, { text: "苹果" }])).toEqual([text]);
  });

  it.each([
    ["pinyin that is cut otherwise", "xi'an", "先生"],
    ["initials of its middle", "xx", "强化学习"],
    ["a letter that is no initial of its second character", "zf", "蒸馏"],
    ["one character that sounds the same", "正", "蒸馏"],
    ["nothing", "", "蒸馏"],
    ["what goes on after a space", "zheng ", "蒸馏"],
  ])("and not for %s: %s", async (_, query, text) => {
    expect(await textsOf(query, [{ text }])).toEqual([]);
  });

  it("the reading that its word has, not its characters alone", async () => {
    expect(await textsOf("yinhang", [{ text: "银行" }])).toEqual(["银行"]);
    expect(await textsOf("chongqing", [{ text: "重庆" }])).toEqual(["重庆"]);
  });

  it("every likely reading of a name that no dictionary knows", async () => {
    const names: TestName[] = [{ text: "单田芳", kind: "person" }];
    expect(await textsOf("shantian", names)).toEqual(["单田芳"]);
    expect(await textsOf("dantian", names)).toEqual(["单田芳"]);
    const opened = await makeNames([{ text: "重楼", kind: "term" }], new Map([["重", ["zhong4", "chong2"]]]));
    for (const query of ["zhonglou", "chonglou", "cl", "zhl"])
      expect(suggestNames(query, opened, [], 8).map(({ name }) => name.text)).toEqual(["重楼"]);
  });
});

describe("suggestions", () => {
  it("come in order: glossary terms, then fit, then number of episodes", async () => {
    const names: TestName[] = [
      { text: "走路", episodes: 40 },
      { text: "整理", episodes: 50 },
      { text: "张老师", episodes: 90 },
      { ...蒸馏, episodes: 2 },
    ];
    expect(await textsOf("zl", names)).toEqual(["蒸馏", "整理", "走路", "张老师"]);
  });

  it("put what begins so before what only holds it, even where that is a term", async () => {
    const names: TestName[] = [{ text: "知识经济", kind: "term" }, { text: "经济" }];
    expect(await textsOf("经济", names)).toEqual(["经济", "知识经济"]);
  });

  it("take the place of the last word only", async () => {
    const [first] = await suggest("DeepSeek zhengl", [蒸馏]);
    expect(first).toMatchObject({ query: "DeepSeek 蒸馏", isAlone: false });
  });

  it("keep the sign that leaves a word out", async () => {
    expect((await suggest("模型 -zl", [蒸馏]))[0]?.query).toBe("模型 -蒸馏");
  });

  it("quote a name of several words, also one that was begun with a quote", async () => {
    const names: TestName[] = [{ text: "reward model", kind: "term" }];
    expect((await suggest("rew", names))[0]?.query).toBe('"reward model"');
    expect((await suggest("reward mo", names))[0]?.query).toBe('"reward model"');
    expect((await suggest('RL "reward m', names))[0]?.query).toBe('RL "reward model"');
  });

  it("say how a name is read only where pinyin was typed", async () => {
    expect((await suggest("zhengl", [蒸馏]))[0]).toMatchObject({ reading: "zheng liu", mark: [0, 2] });
    expect((await suggest("蒸", [蒸馏]))[0]).toMatchObject({ reading: undefined, mark: [0, 1] });
    expect((await suggest("xuexi", [{ text: "强化学习" }]))[0]).toMatchObject({ mark: [2, 4] });
  });

  it("mark the letters that were typed of a longer word, and write ü in pinyin", async () => {
    expect((await suggest("deep", [{ text: "DeepSeek" }]))[0]?.mark).toEqual([0, 4]);
    expect((await suggest("gpt4", [{ text: "GPT-4o" }]))[0]?.mark).toEqual([0, 5]);
    expect((await suggest("nvq", [{ text: "女权" }]))[0]).toMatchObject({ reading: "nü quan", mark: [0, 2] });
  });

  it("name the other form that was typed", async () => {
    expect((await suggest("征", [蒸馏]))[0]?.form).toMatchObject({ text: "征流", role: "heard" });
  });
});

describe("a value", () => {
  const speakers: TestName[] = [
    { text: "陈天一", also: ["Tianyi"], episodes: 3 },
    { text: "Maya Cohen", episodes: 2 },
    { text: "单田芳", episodes: 1 },
  ];
  const topics: TestName[] = [
    { text: "强化学习", episodes: 9 },
    { text: "open models", episodes: 4 },
  ];
  const suggestValues = async (query: string) =>
    suggestNames(query, await makeNames([蒸馏], new Map(), { speaker: speakers, topic: topics }), [], 8);
  const queriesOf = async (query: string) => (await suggestValues(query)).map((own) => own.query);

  it.each([
    ["its first character", "speaker:陈", "speaker:陈天一"],
    ["its pinyin", "speaker:chent", "speaker:陈天一"],
    ["its initials", "speaker:cty", "speaker:陈天一"],
    ["its middle", "speaker:tianyi", "speaker:陈天一"],
    ["another name", "speaker:Ti", "speaker:陈天一"],
    ["a reading that is rare", "speaker:shantian", "speaker:单田芳"],
    ["its letters, and quoted", "speaker:may", 'speaker:"Maya Cohen"'],
    ["its letters after a quote", 'speaker:"Maya Co', 'speaker:"Maya Cohen"'],
    ["a slip", "speaker:Tianyo", "speaker:陈天一"],
    ["its pinyin, in Chinese", "说话人：chen", "说话人：陈天一"],
    ["its characters, after a word", "蒸馏 topic:学习", "蒸馏 topic:强化学习"],
    ["its second word", "主题:models", '主题:"open models"'],
  ])("is suggested for %s: %s", async (_, query, suggested) => {
    expect((await queriesOf(query))[0]).toBe(suggested);
  });

  it("is one of all, what most episodes have first, while nothing is typed", async () => {
    expect(await queriesOf("模型 speaker:")).toEqual([
      "模型 speaker:陈天一",
      '模型 speaker:"Maya Cohen"',
      "模型 speaker:单田芳",
    ]);
  });

  it("is none of another key, and no word", async () => {
    expect(await queriesOf("speaker:强化")).toEqual([]);
    expect(await queriesOf("topic:zhengl")).toEqual([]);
    expect(await queriesOf("强化")).toEqual([]);
  });

  it("has a number of episodes where nothing else is asked", async () => {
    expect((await suggestValues("speaker:陈"))[0]).toMatchObject({ isAlone: true, name: { episodes: 3 } });
    expect((await suggestValues("蒸馏 speaker:陈"))[0]).toMatchObject({ isAlone: false });
  });
});

describe("a word in Latin letters", () => {
  const words: [string, number][] = [
    ["DeepSeek", 12],
    ["DeepSleep", 1],
    ["python", 7],
  ];

  it.each([
    ["a letter left out", "DeepSek"],
    ["a letter too many", "DeeppSeek"],
    ["two neighbours swapped", "DeepSeke"],
    ["two slips in a long word", "DepSek"],
    ["a slip at the very beginning", "eepSeek"],
  ])("is suggested for %s: %s", async (_, query) => {
    expect((await textsOf(query, [], words))[0]).toBe("DeepSeek");
  });

  it.each(["MoR", "MEo", "Me"])("is near in a short word only at one slip: %s", async (query) => {
    expect(await textsOf(query, [], [["MoE", 3]])).toEqual(["MoE"].filter(() => query.length > 2));
  });

  it("is suggested by its beginning", async () => {
    expect(await textsOf("pyt", [], words)).toEqual(["python"]);
  });

  it("is not doubted where the archive says it", async () => {
    expect(await textsOf("python", [], [...words, ["pythom", 9]])).toEqual(["python"]);
  });
});

describe("every name", () => {
  const character = fc.constantFrom(
    ..."蒸馏模型强化学习数据女绿重行乐长单略嗯经济安恩儿中国重庆银行".split(""),
  );
  const name = fc.array(character, { minLength: 2, maxLength: 5 }).map((characters) => characters.join(""));
  const others = ["苹果", "GPT-4o", "全世界"].map((text) => ({ text }));

  async function expectFound(text: string, query: string) {
    expect(await textsOf(query, [{ text, kind: "term" }, ...others]), query).toContain(text);
  }

  it("is found by its whole pinyin, with and without spaces", async () => {
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        const [spelling = []] = spellName(readTokens(text));
        await expectFound(text, spelling.join(""));
        await expectFound(text, spelling.join("'"));
        await expectFound(text, spelling.join(" "));
      }),
      { numRuns: 60 },
    );
  });

  it("is found by any beginning of its pinyin", async () => {
    await fc.assert(
      fc.asyncProperty(name, fc.nat(), async (text, seed) => {
        const typed = spellName(readTokens(text))[0]?.join("") ?? "";
        await expectFound(text, typed.slice(0, 1 + (seed % typed.length)));
      }),
      { numRuns: 60 },
    );
  });

  it("is found by its initials", async () => {
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        const [spelling = []] = spellName(readTokens(text));
        await expectFound(text, spelling.map((syllable) => syllable.charAt(0)).join(""));
      }),
      { numRuns: 60 },
    );
  });

  it("is found by any beginning of its characters", async () => {
    await fc.assert(
      fc.asyncProperty(name, fc.nat(), async (text, seed) => {
        await expectFound(text, text.slice(0, 1 + (seed % text.length)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("whatever is typed", () => {
  it("gives at most as many suggestions as asked for, each once, and never fails", async () => {
    const opened = await makeNames([蒸馏, { text: "GPT-4o" }, { text: "C++" }, { text: "女权" }]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (query) => {
        const found = suggestNames(query, opened, [], 3).map((own) => own.name.text);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
