import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cutQuestion,
  isSentence,
  MOST_ASKED_TOKENS,
  questionPhrases,
  stopPhrases,
  stopWords,
  tellAsking,
} from "../../../../src/search/query/cut-question.ts";
import { listDottedWords, readTokens } from "../../../../src/text/normalise.ts";

const cut = (text: string) =>
  cutQuestion(text).map(({ tokens }) => text.slice(tokens[0]?.from, tokens.at(-1)?.to));

describe("cutQuestion", () => {
  it("knows its stop phrases as they are folded", () => {
    const fold = (text: string) => readTokens(text).map((token) => token.text);
    for (const phrase of [...stopPhrases, ...questionPhrases]) expect(fold(phrase).join("")).toBe(phrase);
    for (const word of stopWords) expect(fold(word)).toEqual([word]);
  });
  it("asks for .NET with its dot where the glossary has it", () => {
    const [run] = cutQuestion("什么是.NET？", listDottedWords([".NET"]));
    expect(run?.tokens.map(({ text }) => text)).toEqual([".net"]);
  });
  it.each([
    ["胡夫金字塔内部的情况如何？", ["胡夫金字塔内部"]],
    ["你们对于借钱这类事情是如何处理的？", ["借钱这类事情", "处理"]],
    ["DeepSeek R1 是怎么训练出来的", ["DeepSeek", "R1", "训练"]],
    ["DeepSeek的蒸馏", ["DeepSeek", "蒸馏"]],
    ["why should I use TypeScript", ["use", "TypeScript"]],
    ["強化學習為什麼有用", ["強化學習", "有用"]],
    ["讲敦煌壁画的那一期", ["讲敦煌壁画"]],
    ["是什么？", []],
    ["", []],
  ])("keeps of %s what it asks about", (text, runs) => {
    expect(cut(text)).toEqual(runs);
  });
  it("reads a bounded part of a text, however long", () => {
    const count = cutQuestion("蒸馏量化".repeat(5_000)).reduce((sum, { tokens }) => sum + tokens.length, 0);
    expect(count).toBe(MOST_ASKED_TOKENS);
  });
  it("keeps no stop phrase whole, and no token twice", () => {
    const piece = fc.constantFrom(...stopPhrases, "蒸馏", "模型", "R1", " ", "，", "?");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const offsets = cutQuestion(text).flatMap(({ tokens }) => tokens.map(({ from }) => from));
        expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
        for (const run of cut(text)) expect(stopPhrases).not.toContain(run);
      }),
    );
  });
});

describe("isSentence", () => {
  it.each([
    "蒸馏是什么",
    "有没有讲过强化学习",
    "why does R1 use reinforcement learning at all",
    "蒸馏好吗",
    "小模型从大模型的输出里学到了推理的能力",
    "R1 开源了？",
    "why should I use typescript",
    "Is TypeScript worth it",
    "deepseek 是 how trained the model",
  ])("is true of %s", (query) => {
    expect(isSentence(query)).toBe(true);
  });
  it.each([
    "蒸馏",
    "强化学习",
    "DeepSeek R1",
    "蒸馏 量化 推理",
    "The Who",
    "test driven development",
    '"小模型从大模型的输出里学到了推理的能力"',
    "",
  ])("is false of %s", (query) => {
    expect(isSentence(query)).toBe(false);
  });
});

describe("tellAsking", () => {
  it.each([
    ["why should I use typescript", [false, false, false, true, true]],
    ["to be", [true, true]],
    ["what is it", [true, true, true]],
    ["蒸馏 的 模型", [true, true, true]],
    ["为什么 蒸馏 的 模型", [false, true, false, true]],
  ])("of %s: %j", (text, asks) => {
    expect(tellAsking(text, text.split(" "))).toEqual(asks);
  });
});
