import { describe, expect, it } from "vitest";
import { findWordStarts, makeWordList } from "../../../../src/search/tokenize/cut-words.ts";
import { SoundReader } from "../../../../src/search/tokenize/read-sounds.ts";
import { readTokens } from "../../../../src/text/normalise.ts";
import { readSyllable } from "../../../../src/text/sound/sound.ts";

function readText(text: string, reader = new SoundReader()) {
  const tokens = readTokens(text);
  return reader.read(tokens, findWordStarts(tokens, makeWordList([])));
}

const sounds = (...pinyin: string[]) => pinyin.map(readSyllable);
const bare = (text: string, reader?: SoundReader) =>
  readText(text, reader).map(({ text: syllable, variant }) => ({ syllable, variant }));

describe("SoundReader", () => {
  it("reads a character as its word has it", () => {
    expect(bare("银行")).toEqual(sounds("yin2", "hang2"));
    expect(bare("行走")).toEqual(sounds("xing2", "zou3"));
    expect(bare("重新")).toEqual(sounds("chong2", "xin1"));
  });
  it("reads Traditional characters as the Simplified ones", () => {
    expect(bare("經濟學")).toEqual(bare("经济学"));
  });
  it("keeps a sound for every token at the token's place, in mixed script", () => {
    const text = "用 DeepSeek 蒸馏,GPT-4o 的";
    const read = readText(text);
    expect(read.map(({ from, to }) => [from, to])).toEqual(
      readTokens(text).map(({ from, to }) => [from, to]),
    );
    expect(read.map(({ isHan }) => isHan)).toEqual([true, false, true, true, false, false, true]);
    expect(read[1]?.text).toBe("tpsk");
  });
  it("reads alike what it has read before and what is new, in one call or many", () => {
    const reader = new SoundReader();
    const first = readText("我们在银行门口重新见面", reader);
    expect(readText("我们在银行门口重新见面", reader)).toEqual(first);
    expect(readText("我们在银行门口重新见面")).toEqual(first);
  });
  it("reads a word alike whatever was read before it, and whatever stands beside it", () => {
    const words = [
      "事情",
      "学习",
      "应该",
      "重新",
      "兴趣",
      "作为",
      "家长",
      "音乐",
      "这个",
      "东西",
      "处分",
      "着急",
      "暑假",
    ];
    const readIn = (order: readonly string[]) => {
      const reader = new SoundReader();
      return new Map(order.map((word) => [word, bare(word, reader)]));
    };
    const alone = readIn(words);
    const backwards = readIn([...words].reverse());
    for (const word of words) expect(backwards.get(word), word).toEqual(alone.get(word));
    const together = bare(words.join("，"));
    expect(together).toEqual(words.flatMap((word) => alone.get(word)));
    expect(bare([...words].reverse().join("，"))).toEqual(
      [...words].reverse().flatMap((word) => alone.get(word)),
    );
    expect(alone.get("音乐")).toEqual(sounds("yin1", "yue4"));
  });
  it("keeps a character that nobody reads apart from every syllable", () => {
    expect(readText("𠮷").map(({ text, isHan }) => [text, isHan])).toEqual([["𠮷?", false]]);
  });
});
