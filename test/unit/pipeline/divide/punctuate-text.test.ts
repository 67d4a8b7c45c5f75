import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change, CorrectedCue } from "../../../../src/model/cue.ts";
import { composeText } from "../../../../src/pipeline/divide/compose-text.ts";
import { dividePassages } from "../../../../src/pipeline/divide/divide-passages.ts";
import { punctuateText } from "../../../../src/pipeline/divide/punctuate-text.ts";
import { listDottedWords, readTokens } from "../../../../src/text/normalise.ts";

const compose = (...texts: string[]) =>
  composeText(texts.map((text, index): CorrectedCue => ({ text, line: index + 1, changes: [] })));
const punctuate = (lines: string | readonly string[], copy: string) =>
  punctuateText(compose(...[lines].flat()), copy);
const textOf = (lines: string | readonly string[], copy: string) => punctuate(lines, copy).composition.text;

describe("a punctuated copy", () => {
  it("gives its marks and paragraphs, over the breaks of cues", () => {
    const { composition, paragraphs } = punctuate(
      ["大家好欢迎收听今天我们", "聊聊蒸馏好的先说量化"],
      "大家好，欢迎收听。今天我们聊聊“蒸馏”。\n\n好的，先说量化。",
    );
    expect(composition.text).toBe("大家好，欢迎收听。今天我们聊聊“蒸馏”。好的，先说量化。");
    expect([...paragraphs].map((at) => composition.text.slice(at))).toEqual(["好的，先说量化。"]);
    expect(composition.cues.map(({ from, to }) => composition.text.slice(from, to))).toEqual([
      "大家好，欢迎收听。今天我们",
      "聊聊“蒸馏”。好的，先说量化。",
    ]);
  });

  it("takes the marks of the text away where it has none", () => {
    expect(textOf("大家，好欢迎 收听", "大家好，欢迎收听。")).toBe("大家好，欢迎收听。");
  });

  it("gives no word, and keeps its marks beside the words that differ", () => {
    const { composition, problems } = punctuate(
      "今天我们聊聊蒸馏然后说说量化的事情吧",
      "今天，我们聊聊征流。然后说说量化这件事情吧！",
    );
    expect(composition.text).toBe("今天，我们聊聊蒸馏。然后说说量化的事情吧！");
    expect(problems.map(({ kind, values }) => [kind, values])).toEqual([
      ["punctuated-differs", { text: "蒸馏", copy: "征流", line: 1 }],
      ["punctuated-differs", { text: "的", copy: "这件", line: 1 }],
    ]);
  });

  it("may have a word as it was heard, and a speaker's name before a paragraph", () => {
    const changes: Change[] = [{ from: 4, to: 6, heard: "征流", source: "glossary", sure: 1 }];
    const [leo, tianyi] = ["Leo", "天一"].map((name) => ({ key: name, name, sure: 1 }));
    const composed = composeText([
      { text: "我们聊聊蒸馏", line: 1, changes, ...(leo && { speaker: leo }) },
      { text: "好的", line: 2, changes: [], ...(tianyi && { speaker: tianyi }) },
    ]);
    const { composition, problems } = punctuateText(composed, "**Leo：** 我们聊聊征流。\n\n天一：好的。");
    expect(problems).toEqual([]);
    expect(composition.text).toBe("我们聊聊蒸馏。好的。");
    expect(composition.changes).toMatchObject([{ from: 4, to: 6 }]);
  });

  it("may be of a part: the rest stays as it is", () => {
    const { composition, problems } = punctuate("大家好今天聊聊蒸馏的事情谢谢", "大家好，今天聊聊。");
    expect(composition.text).toBe("大家好，今天聊聊。蒸馏的事情谢谢");
    expect(problems).toMatchObject([{ kind: "punctuated-differs", values: { copy: "" } }]);
  });

  it("of another text is not used", () => {
    const { composition, problems } = punctuate("大家好今天聊聊蒸馏", "完全是另一回事，没有关系。");
    expect(composition.text).toBe("大家好今天聊聊蒸馏");
    expect(problems).toMatchObject([{ kind: "punctuated-of-other-words", severity: "warning" }]);
  });

  it.each([
    ["between digits", "一共 3 7 个和 3.7 个", "一共 3，7 个，和 3.7 个。", "一共 3 7 个，和 3.7 个。"],
    ["inside a word", "it's a GPT-4 model", "it’s a GPT—4 model.", "it's a GPT-4 model."],
    ["that are a token's sign", "我用 C 写", "我用 C+，写。", "我用 C，写。"],
    ["that would be a word's dot", "他说 NET 好", "他说.NET，好。", "他说. NET，好。"],
    ["without a partner", "我们聊聊蒸馏", "我们（聊聊“蒸馏。", "我们聊聊蒸馏。"],
  ])("gives no marks %s", (_, text, copy, read) => {
    expect(textOf(text, copy)).toBe(read);
  });

  it("gives its own for a comma between two Latin words", () => {
    expect(textOf("用 Cursor,Windsurf 写 Node.js", "用 Cursor、Windsurf 写 Node.js。")).toBe(
      "用 Cursor、Windsurf 写 Node.js。",
    );
  });

  it("leaves one space between Latin words, and full stops behind them", () => {
    expect(textOf("hello world this is us", 'Hello, world. "This is us."')).toBe(
      "hello, world. “this is us.”",
    );
  });

  it("divides passages at its paragraphs, and nowhere in a sentence where it can", () => {
    const sentence = "今天我们要聊的是怎么把一个很大的模型变成一个很小的模型";
    const words = sentence.repeat(40).match(/.{1,17}/g) ?? [];
    const cues = words.map((text, index): CorrectedCue => {
      const startTime = index * 4;
      return { text, line: index + 1, changes: [], startTime, endTime: startTime + 4 };
    });
    const copy = Array.from(
      { length: 40 },
      (_, index) => `${sentence}。${index % 8 === 7 ? "\n\n" : ""}`,
    ).join("");
    const { passages } = dividePassages(cues, { chapters: [], offset: 0, punctuated: copy });
    expect(passages.map(({ text }) => text)).toEqual(
      Array.from({ length: 5 }, () => `${sentence}。`.repeat(8)),
    );
  });

  it("changes no token of any text", () => {
    const word = fc.constantFrom(
      ..."3 7 30% DeepSeek c++ .NET it's GPT-4 日 本 です カ é A&B 。 大 家 好 的".split(" "),
    );
    const sign = fc.constantFrom(
      "",
      "",
      " ",
      "，",
      "。",
      ".",
      "“",
      "”",
      '"',
      "\n\n",
      "+",
      "%",
      "-",
      "（",
      "…",
      "\u0301",
    );
    const pairs = fc.array(fc.tuple(word, sign, sign, fc.boolean()), { maxLength: 60 });
    const dotted = listDottedWords([".NET"]);
    fc.assert(
      fc.property(pairs, (own) => {
        const text = own.map(([written, after]) => written + after).join("");
        const copy = own.map(([written, , after, isKept]) => (isKept ? written : "另") + after).join("");
        const plain = compose(...text.split("\n"));
        const { composition } = punctuateText(plain, copy);
        const read = (given: string) => readTokens(given, dotted).map((token) => token.text);
        expect(read(composition.text)).toEqual(read(plain.text));
      }),
      { numRuns: 2000 },
    );
  });
});
