import { describe, expect, it } from "vitest";
import { isHanToken, readPlainTokens } from "../../bench/plain-tokens.ts";

function cut(text: string): string[] {
  return readPlainTokens(text).map((token) => token.text);
}

describe("readPlainTokens", () => {
  it("makes every Han character a token", () => {
    expect(cut("强化学习")).toEqual(["强", "化", "学", "习"]);
  });

  it("cuts GPT-4o at the hyphen", () => {
    expect(cut("GPT-4o")).toEqual(["gpt", "4o"]);
  });

  it("keeps + and # at the end of a word, and nowhere else", () => {
    expect(cut("C++ 和 C#,1+1")).toEqual(["c++", "和", "c#", "1+", "1"]);
  });

  it("cuts 3.7 and it's", () => {
    expect(cut("3.7 it's")).toEqual(["3", "7", "it", "s"]);
  });

  it("folds Traditional characters to Simplified ones", () => {
    expect(cut("強化學習")).toEqual(cut("强化学习"));
  });

  it("folds full-width letters and capitals", () => {
    expect(cut("ＤｅｅｐＳｅｅｋ")).toEqual(["deepseek"]);
  });

  it("reads a letter and its accent as one letter", () => {
    expect(cut("cafe\u0301")).toEqual(["café"]);
  });

  it("keeps % with a number", () => {
    expect(cut("30% 3.5‰ a1% 50 %")).toEqual(["30%", "3", "5‰", "a1", "50"]);
  });

  it("makes every kana, Hangul syllable and Thai letter a token, with its marks", () => {
    expect(cut("ｶﾞーか\u3099한กี่")).toEqual(["ガ", "ー", "が", "한", "กี่"]);
  });

  it("sees no soft hyphen, and a radical as its ideograph", () => {
    expect(cut("re\u00adward\u200b ⻢")).toEqual(["reward", "马"]);
  });

  it("joins what Taiwan and Hong Kong write otherwise", () => {
    expect(cut("著名衞視瞭解")).toEqual(cut("着名卫视了解"));
  });

  it("cuts between Han and Latin where nothing stands between them", () => {
    expect(cut("用AI写")).toEqual(["用", "ai", "写"]);
  });

  it("tells where each token is written", () => {
    const text = "看 ﬁne 的㍿";
    expect(readPlainTokens(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      "看",
      "ﬁne",
      "的",
      "㍿",
      "㍿",
      "㍿",
      "㍿",
    ]);
  });
});

describe("isHanToken", () => {
  it("tells Han characters from other tokens", () => {
    expect(["馏", "𠮷", "ai", "7"].map(isHanToken)).toEqual([true, true, false, false]);
  });
});
