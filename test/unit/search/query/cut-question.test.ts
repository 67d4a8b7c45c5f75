import { describe, expect, it } from "vitest";
import { cutQuestion } from "../../../../src/search/query/cut-question.ts";
import { questionPhrases, stopPhrases, stopWords } from "../../../../src/search/query/stop-phrases.ts";
import { listDottedWords, readTokens } from "../../../../src/text/normalise.ts";

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
});
