import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName, listDottedWords, readLexical, readTokens } from "../../../src/text/normalise.ts";

const textsOf = (text: string) => readTokens(text).map((token) => token.text);

describe("readTokens", () => {
  it("takes each Han character and each run of other letters and digits for a token", () => {
    expect(textsOf("用DeepSeek做蒸馏")).toEqual(["用", "deepseek", "做", "蒸", "馏"]);
  });
  it("separates at everything that is neither letter nor digit", () => {
    expect(textsOf("GPT-4o, 3.7 it's")).toEqual(["gpt", "4o", "3", "7", "it", "s"]);
  });
  it("keeps + and # at the end of a token and nowhere else", () => {
    expect(textsOf("C++ c# #1 a+b +")).toEqual(["c++", "c#", "1", "a+", "b"]);
  });
  it("folds width and case", () => {
    expect(textsOf("ＭｏＥ①Ⅳ")).toEqual(["moe1iv"]);
  });
  it("folds Traditional to Simplified", () => {
    expect(textsOf("強化學習")).toEqual(textsOf("强化学习"));
  });
  it("folds 乾, which has two Simplified forms, to the first", () => {
    expect(textsOf("乾")).toEqual(["干"]);
  });
  it("takes % and ‰ after a number for a part of it, and nowhere else", () => {
    expect(textsOf("30% 5‰ 30％ 3.5% 30 % a1% % 50%%+")).toEqual([
      ...["30%", "5‰", "30%", "3", "5%", "30", "a1", "50%"],
    ]);
  });
  it("takes each kana with its marks for a token, in either width", () => {
    expect(textsOf("ｶﾞラーメンか\u3099")).toEqual(["ガ", "ラ", "ー", "メ", "ン", "が"]);
  });
  it("takes each Hangul syllable for a token, composed or not", () => {
    expect(textsOf("한국".normalize("NFD"))).toEqual(["한", "국"]);
  });
  it("takes each Thai letter with its marks for a token", () => {
    expect(textsOf("กี่น้ำ")).toEqual(["กี่", "น้ํ", "า"]);
    expect(textsOf("น้ำ")).toEqual(textsOf("น้ําx").slice(0, 2));
  });
  it("says which tokens are a character that is not Han", () => {
    expect(readTokens("汉あa").map(({ isHan, isPhonetic }) => [isHan, isPhonetic])).toEqual([
      [true, undefined],
      [false, true],
      [false, undefined],
    ]);
  });
  it("keeps the marks of a letter that no letter is composed with", () => {
    expect(textsOf("नमस्ते x\u030cy 1\ufe0f\u20e32")).toEqual(["नमस्ते", "x\u030cy", "1", "2"]);
  });
  it("sees nothing of what is invisible", () => {
    expect(textsOf("强\u200b化 re\u00adward 3\u20600\ufeff% e\u200d\u0301")).toEqual([
      ...["强", "化", "reward", "30%", "é"],
    ]);
    expect(readTokens("re\u00adward\u200b!").map(({ from, to }) => [from, to])).toEqual([[0, 7]]);
  });
  it("takes a radical for the ideograph", () => {
    expect(textsOf("⻢⻅⼈㇐")).toEqual(["马", "见", "人", "一"]);
  });
  it("folds Σ, ς and İ to one letter each", () => {
    expect(textsOf("ΣΟΦΟΣ σοφος σοφοσ")).toEqual(["σοφοσ", "σοφοσ", "σοφοσ"]);
    expect(textsOf("İstanbul i\u0307stanbul")).toEqual(["istanbul", "istanbul"]);
  });
  it("folds what Taiwan and Hong Kong write otherwise", () => {
    expect(textsOf("著名衞視")).toEqual(textsOf("着名卫视"));
    expect(textsOf("瞭解答覆妳藉口")).toEqual(textsOf("了解答复你借口"));
  });
  it("knows the form that dictionaries have", () => {
    expect(readTokens("著名瞭解").map(readLexical).join("")).toBe("著名瞭解");
    expect(readTokens("強化").map(readLexical).join("")).toBe("强化");
  });
  it("gives a leading dot to a word that is listed with it, and to no other", () => {
    const dotted = listDottedWords([".NET", "．env files", "..x", "a.b"]);
    const read = (text: string) => readTokens(text, dotted).map((token) => token.text);
    expect(read("用.NET和ASP.NET，NET .but …net .Env")).toEqual([
      ...["用", ".net", "和", "asp", "net", "net", "but", "net", ".env"],
    ]);
    expect(readTokens("用.NET", dotted).at(-1)).toEqual({ text: ".net", isHan: false, from: 1, to: 5 });
  });
  it("reads a text as it reads its small letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        expect(textsOf(text)).toEqual(textsOf(text.toLowerCase()));
      }),
    );
    for (let point = 0; point <= 0x1ffff; point++) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const character = String.fromCodePoint(point);
      const lower = character.toLowerCase();
      if (lower === character) continue;
      for (const mark of ["", "\u0301", "\u030c", "\u0331", "\u0308", "\u030a", "\u0307"])
        if (foldName(`${character}${mark}x`) !== foldName(`${lower}${mark}x`))
          expect.fail(`U+${point.toString(16)} with ${mark}`);
    }
  });
  it("takes a base letter with its accent for the letter", () => {
    expect(textsOf("cafe\u0301s")).toEqual(textsOf("cafés"));
  });
  it("knows Han characters beyond the first plane", () => {
    expect(readTokens("𠮷野")).toEqual([
      { text: "𠮷", isHan: true, from: 0, to: 2 },
      { text: "野", isHan: true, from: 2, to: 3 },
    ]);
  });
  it("leads back to what was written", () => {
    const text = "啊㈱ＧＰＴ—𝟒o 強";
    expect(readTokens(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      "啊",
      "㈱",
      "ＧＰＴ",
      "𝟒o",
      "強",
    ]);
  });
  it("has ascending offsets inside the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        let last = 0;
        for (const { from, to } of readTokens(text)) {
          expect(from).toBeGreaterThanOrEqual(Math.min(last, from));
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          last = from;
        }
      }),
    );
  });
  it("reads a million characters on one line in linear time", () => {
    expect(readTokens("蒸a".repeat(500_000))).toHaveLength(1_000_000);
  });
});
