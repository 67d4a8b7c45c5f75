import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSoundForms } from "../../../../../src/search/engine/sound/sound-forms.ts";
import { makeReadingTables, openReadings } from "../../../../../src/search/format/sound-readings.ts";
import { parseQuery, type QueryWord } from "../../../../../src/search/query/query.ts";
import { keyLatinSound } from "../../../../../src/text/sound/latin-sound.ts";
import { readSyllable } from "../../../../../src/text/sound/sound.ts";

const { usual } = makeReadingTables(
  new Map([
    ["银", ["yin2"]],
    ["行", ["xing2", "hang2"]],
    ["曹", ["cao2"]],
    ["伟", ["wei3"]],
    ["蒸", ["zheng1"]],
    ["知", ["zhi1"]],
    ["识", ["shi2"]],
    ["馏", ["liu2"]],
  ]),
  new Set("银行曹伟蒸知识馏"),
);
const readUsual = openReadings(usual, usual.syllables);
const read = (character: string) => readUsual(character) ?? [];

/** The forms of a query's word: a syllable by its code, another token by its key. */
function listForms(query: string, aliases: readonly (readonly string[])[] = []): string[][] {
  const [word] = parseQuery(query, aliases).words;
  return makeSoundForms(word as QueryWord, read).map(({ tokens }) => tokens.map(({ text }) => text));
}

const syllables = (...pinyin: string[]) => pinyin.map((own) => readSyllable(`${own}0`)?.syllable);

describe("makeSoundForms", () => {
  it("asks every likely reading of a character", () => {
    expect(listForms("银行")).toEqual(
      expect.arrayContaining([syllables("yin", "xing"), syllables("yin", "hang")]),
    );
  });
  it("has nothing for one syllable, for a number and for a word of one consonant", () => {
    for (const query of ["蒸", "2025", "3.7", "AI", "a"]) expect(listForms(query)).toEqual([]);
  });
  it("asks a name that was written in Latin letters", () => {
    expect(listForms("曹伟")).toContainEqual([keyLatinSound("cao"), keyLatinSound("wei")]);
  });
  it("asks the parts of a name that is written as one, and the words of two as one", () => {
    expect(listForms("DeepSeek")).toContainEqual([keyLatinSound("deep"), keyLatinSound("seek")]);
    expect(listForms("deepseek")).not.toContainEqual([keyLatinSound("deeps"), keyLatinSound("eek")]);
    expect(listForms('"deep seek"')).toContainEqual([keyLatinSound("deepseek")]);
  });
  it("asks the same however a query is capitalised", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{2,12}([ -]?[A-Za-z0-9]{1,6})?$/), (query) => {
        expect(listForms(query)).toEqual(listForms(query.toLowerCase()));
      }),
      { examples: [["DeepSeek"], ["GPT-4o"], ["iPhone"], ["YouTube"]] },
    );
  });
  it("asks letters and digits that are said by their names: 阿尔 for RL, 欧万 for o1", () => {
    expect(listForms("RL")).toContainEqual(syllables("a", "er"));
    expect(listForms("o1")).toContainEqual(syllables("ou", "wan"));
  });
  it("asks an English word that sounds like a syllable: 狼 COT for long CoT", () => {
    expect(listForms('"long CoT"')).toContainEqual([...syllables("lang"), keyLatinSound("cot")]);
  });
  it("asks other names of the glossary only where they are long enough to be told from accidents", () => {
    const aliases = [["蒸馏", "知识蒸馏", "银行"]];
    expect(listForms("蒸馏", aliases)).toContainEqual(syllables("zhi", "shi", "zheng", "liu"));
    expect(listForms("蒸馏", aliases)).not.toContainEqual(syllables("yin", "hang"));
  });
  it("asks few forms, however many readings a long word has", () => {
    expect(listForms("行行行行行行行行").length).toBeLessThanOrEqual(16);
  });
});
