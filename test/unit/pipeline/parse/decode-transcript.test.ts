import { describe, expect, it } from "vitest";
import { decodeTranscript } from "../../../../src/pipeline/parse/decode/decode-transcript.ts";
import { wordProblems } from "../../../word-problems.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16 code units, low byte first; `isBigEndian` swaps them. */
function utf16(text: string, isBigEndian = false): Uint8Array {
  return Uint8Array.from(
    [...Array(text.length).keys()].flatMap((index) => {
      const unit = text.charCodeAt(index);
      return isBigEndian ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8];
    }),
  );
}

describe("decodeTranscript", () => {
  it("drops a byte order mark", () => {
    expect(decodeTranscript(utf8("\ufeffWEBVTT")).lines).toEqual(["WEBVTT"]);
  });

  it("ends lines at CRLF, LF and a lone CR", () => {
    expect(decodeTranscript(utf8("一\r\n二\n三\r四")).lines).toEqual(["一", "二", "三", "四"]);
  });

  it("takes a doubled carriage return before a line feed for one line end", () => {
    expect(decodeTranscript(utf8("一\r\r\n二")).lines).toEqual(["一", "二"]);
  });

  it.each([
    ["little", false],
    ["big", true],
  ])("reads UTF-16 %s endian with a byte order mark", (_, isBigEndian) => {
    expect(decodeTranscript(utf16("\ufeff大家好\nhello", isBigEndian)).lines).toEqual(["大家好", "hello"]);
  });

  it.each([
    ["little", false],
    ["big", true],
  ])("reads UTF-16 %s endian without a mark when its ASCII leaves no doubt", (_, isBigEndian) => {
    expect(decodeTranscript(utf16("1\n00:00:01,000 --> 00:00:02,000\n大家好", isBigEndian)).lines).toEqual([
      "1",
      "00:00:01,000 --> 00:00:02,000",
      "大家好",
    ]);
  });

  it("asks the owner where there is too little to tell GBK from Big5, with both readings of the line", () => {
    const gbk = Uint8Array.from([...utf8("Ryu:\r\n"), 0xc4, 0xe3, 0xba, 0xc3]);
    const { lines, problems } = decodeTranscript(gbk);
    expect(lines).toBeUndefined();
    expect(wordProblems(problems)).toEqual([
      {
        severity: "error",
        line: 2,
        message:
          "The bytes C4 E3 BA C3 are not valid UTF-8. Read as GBK (GB 18030) they say “你好”. Read as Big5 they say “斕疑”. There is too little text to tell, or it looks like no Chinese. Open the file in an editor with the right encoding, and save it as UTF-8.",
      },
    ]);
  });

  it.each([
    [
      "gb18030",
      "b4f3bcd2bac3a3acbbb6d3adcad5ccfdbdf1ccecb5c4bddac4bfa3acced2c3c7c0b4c1c4d2bbc1c4b4f3c4a3d0cdb5c4d5f4c1f3a3acceaacab2c3b4d0a1b5c4c4a3d0cdc4dcd1a7bbe1b4f3b5c4c4a3d0cdb5c4cdc6c0eda3acd5e2bcfecac2c7e9badcd3d0d2e2cbbca1a3",
      "大家好，欢迎收听今天的节目，我们来聊一聊大模型的蒸馏，为什么小的模型能学会大的模型的推理，这件事情很有意思。",
    ],
    [
      "big5",
      "a46aae61a66ea141c577aaefa6acc5a5a4b5a4d1aabab860a5d8a141a7daadcca8d3b2e1a440b2e1a46abcd2abacaababb5dc348a141acb0a4b0bbf2a470aababcd2abacafe0bec7b77ca46aaababcd2abacaabab1c0b27aa141b36fa5f3a8c6b1a1abdca6b3b74eabe4a143",
      "大家好，歡迎收聽今天的節目，我們來聊一聊大模型的蒸餾，為什麼小的模型能學會大的模型的推理，這件事情很有意思。",
    ],
  ] as const)("tells %s by its characters, and says so", (encoding, hex, text) => {
    const decoded = decodeTranscript(Uint8Array.from(Buffer.from(`${hex}0d0a31`, "hex")));
    expect(decoded.lines).toEqual([text, "1"]);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.problems).toEqual([{ severity: "notice", kind: "encoding-told", values: { encoding } }]);
  });

  it("takes no text of Western letters for Chinese", () => {
    const latin = Uint8Array.from(
      [..."Où était-il déjà ? À côté du café. ".repeat(10)].map((own) => own.charCodeAt(0)),
    );
    expect(decodeTranscript(latin).problems).toMatchObject([{ severity: "error", kind: "bytes-not-utf8" }]);
  });

  it("gives the line of a fault after lone carriage returns", () => {
    expect(decodeTranscript(Uint8Array.from([0x61, 0x0d, 0x62, 0x0d, 0xff])).problems[0]?.line).toBe(3);
  });

  it("leaves null characters out and says where they are", () => {
    const { lines, problems } = decodeTranscript(
      utf8("你好，这是一段正常的文字\n世\0界，后面还有很多很多字"),
    );
    expect(lines?.[1]).toBe("世界，后面还有很多很多字");
    expect(problems).toEqual([expect.objectContaining({ severity: "warning", line: 2 })]);
  });

  it("refuses a file full of null bytes", () => {
    const { lines, problems } = decodeTranscript(new Uint8Array(64));
    expect(lines).toBeUndefined();
    expect(wordProblems(problems)[0]?.message).toContain("null bytes");
  });

  it("removes control characters, inner byte order marks and bidirectional overrides", () => {
    expect(decodeTranscript(utf8("a\u0007b\ufeffc\u202ed\u2066e\u0085f\tg")).lines).toEqual(["abcde f\tg"]);
  });

  it("warns once of characters that were lost earlier, with a count", () => {
    expect(wordProblems(decodeTranscript(utf8("好\n你\ufffd\n\ufffd\n\ufffd")).problems)).toEqual([
      {
        severity: "warning",
        line: 2,
        message:
          "The line holds the character U+FFFD (\ufffd): a character was lost before the file came here. Correct the word, or export the transcript again. The same holds for 2 more places, the last on line 4.",
      },
    ]);
  });
});
