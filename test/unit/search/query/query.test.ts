import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundQuery, parseQuery } from "../../../../src/search/query/query.ts";
import { foldName } from "../../../../src/text/normalise.ts";

const aliases = [
  ["RL", "强化学习", "reinforcement learning"],
  ["蒸馏", "知识蒸馏"],
];
const describeWords = (text: string, isTyping = false) =>
  parseQuery(text, aliases, isTyping).words.map(({ text: word, forms }) => [
    word,
    ...forms.map((form) => form.map((token) => token.text).join(" ")),
  ]);

describe("parseQuery", () => {
  it("cuts words at spaces, full-width ones too", () => {
    expect(describeWords("苹果 公司　财报")).toEqual([
      ["苹果", "苹 果"],
      ["公司", "公 司"],
      ["财报", "财 报"],
    ]);
  });
  it("holds a quoted phrase together", () => {
    expect(describeWords('"open ai" “苹果 公司”')).toEqual([
      ["open ai", "open ai"],
      ["苹果 公司", "苹 果 公 司"],
    ]);
  });
  it("lets an open quote hold to the end", () => {
    expect(describeWords('说 "open ai')).toEqual([
      ["说", "说"],
      ["open ai", "open ai"],
    ]);
  });
  it("asks the glossary's other names of a whole word", () => {
    expect(describeWords("rl")).toEqual([["rl", "rl", "强 化 学 习", "reinforcement learning"]]);
  });
  it("asks them of a name typed in Traditional", () => {
    expect(describeWords("強化學習")[0]).toContain("rl");
  });
  it("does not ask them of a part of a word", () => {
    expect(describeWords("RLHF")).toEqual([["RLHF", "rlhf"]]);
  });
  it("drops words without a letter or digit and counts a word said twice once", () => {
    expect(describeWords("蒸馏 ！？ 蒸餾")).toEqual([["蒸餾", "蒸 馏", "知 识 蒸 馏"]]);
  });
  it("has the last word typed on, unless a space or a quote ends it", () => {
    const isTyping = (text: string) => parseQuery(text, [], true).words.map((word) => word.isTyping);
    expect(isTyping("deep pyth")).toEqual([false, true]);
    expect(isTyping("deep pyth ")).toEqual([false, false]);
    expect(isTyping('"pyth"')).toEqual([false]);
    expect(isTyping('"deep pyth')).toEqual([false]);
  });
  it("has no words where there is nothing to ask", () => {
    expect(parseQuery(" 。 ").words).toEqual([]);
  });
});

describe("what narrows a query down", () => {
  const read = (text: string, isTyping = false) => {
    const { words, excluded, filters } = parseQuery(text, [], isTyping);
    return [
      words.map((word) => word.text),
      excluded.map((word) => word.text),
      filters.map(({ key, value }) => `${key}=${value}`),
    ];
  };

  it("is a filter by who speaks, about what and when, in English and Chinese", () => {
    expect(read("蒸馏 speaker:天一 topic:MoE after:2025-01 before:2025/3/1")).toEqual([
      ["蒸馏"],
      [],
      ["speaker=天一", "topic=MoE", "after=2025-01", "before=2025-03-01"],
    ]);
    expect(read("说话人：天一 主题:MoE 之后：2025年1月 之前:2026 蒸馏")).toEqual([
      ["蒸馏"],
      [],
      ["speaker=天一", "topic=MoE", "after=2025-01", "before=2026"],
    ]);
  });
  it("is a filter in any case, with quotes around a name of several words", () => {
    expect(read('Speaker:"Lex Fridman" 说话人：“陈 光” AI')).toEqual([
      ["AI"],
      [],
      ["speaker=Lex Fridman", "speaker=陈 光"],
    ]);
  });
  it("excludes a word or a phrase by a hyphen before it, full-width too", () => {
    expect(read('蒸馏 -量化 －"open ai"')).toEqual([["蒸馏"], ["量化", "open ai"], []]);
  });
  it("leaves hyphens in words, between words and before nothing alone", () => {
    expect(read("GPT-4o AI - 未来 --x")).toEqual([["GPT-4o", "AI", "未来", "--x"], [], []]);
  });
  it("takes what cannot be a filter as a word", () => {
    expect(read("after:dinner year:25 https://x.com before:13.2025 myspeaker:x")).toEqual([
      ["after:dinner", "year:25", "https://x.com", "before:13.2025", "myspeaker:x"],
      [],
      [],
    ]);
    expect(read("-speaker:天一")).toEqual([[], ["speaker:天一"], []]);
  });
  it("keeps a day that there is not as a filter, not as words", () => {
    expect(read("蒸馏 after:2025-02-30")).toEqual([["蒸馏"], [], ["after=2025-02-30"]]);
  });
  it("asks for nothing while a name has no value, or a date is half typed", () => {
    expect(read("蒸馏 speaker:")).toEqual([["蒸馏"], [], []]);
    expect(read("蒸馏 after:202", true)).toEqual([["蒸馏"], [], []]);
  });
  it("never throws, and loses no word that nothing but letters and spaces make", () => {
    const bit = fc.constantFrom(...'-－:："“”„ 天a1', "speaker", "after", "2025", "说话人", "\ud800");
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 12 }), fc.boolean(), (bits, isTyping) => {
        const query = bits.join("");
        const { words, excluded, filters } = parseQuery(query, [], isTyping);
        for (const { forms } of [...words, ...excluded]) expect(forms[0]?.length).toBeGreaterThan(0);
        for (const { value } of filters) expect(value).not.toBe("");
        if (!/[-－:："“”„]/u.test(query)) {
          const said = [...words, ...excluded].map((word) => foldName(word.text));
          const typed = query.split(/\s+/u).filter((own) => /[\p{L}\p{N}]/u.test(own));
          expect(said).toEqual([...new Set(typed.map(foldName))]);
        }
      }),
    );
  });
});

describe("what is more than one search asks for", () => {
  const bound = async (text: string) => {
    // A word weighs what stands after its letter: `a3` is three files.
    const measure = async ({ text: word }: { readonly text: string }) => Number(word.slice(1));
    const { query, unasked } = await boundQuery(parseQuery(text), measure);
    return { words: query.words.map(({ text: word }) => word), excluded: query.excluded.length, unasked };
  };

  it("is nothing of a query of twelve words, which are not measured", async () => {
    const text = "一 二 三 四 五 六 七 八 九 十 百 千";
    const { query, unasked } = await boundQuery(parseQuery(text), () =>
      Promise.reject(new Error("measured")),
    );
    expect(query).toEqual(parseQuery(text));
    expect(unasked).toEqual([]);
  });

  it("is the most frequent of more words; the others stay in their order", async () => {
    const { words, unasked } = await bound("a1 a9 a2 a3 a8 a1 b1 b2 b3 b4 b5 b6 b7 c1 c2");
    expect(words).toEqual(["a1", "a2", "a3", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "c1", "c2"]);
    expect(unasked).toEqual(["a9", "a8"]);
  });

  it("is the end of a phrase of more than forty tokens", async () => {
    const long = "这".repeat(39);
    const { words, unasked } = await bound(`${long}，GPT 4o是`);
    expect([words, unasked]).toEqual([[`${long}，GPT`, "4o是"], []]);
    const quoted = await bound(`"${long}，GPT 4o是。"`);
    expect([quoted.words, quoted.unasked]).toEqual([[`${long}，GPT`], ["4o是"]]);
  });

  it("is the most frequent of what is excluded, too", async () => {
    const { excluded, unasked } = await bound(Array.from({ length: 14 }, (_, k) => `-a${k}`).join(" "));
    expect([excluded, unasked]).toEqual([12, ["a12", "a13"]]);
  });
});
