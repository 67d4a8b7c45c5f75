import fc from "fast-check";
import { cut } from "nodejs-jieba";
import { describe, expect, test } from "vitest";
import { readCorrections } from "../../../../src/archive/content/episode-reader.ts";
import { addCorrections } from "../../../../src/proofread/edit/edit-corrections.ts";
import { compareCopy } from "../../../../src/proofread/learn/compare-copy.ts";
import { readShown } from "../../../../src/proofread/learn/widen-difference.ts";
import { readTokens } from "../../../../src/text/normalise.ts";
import { hear } from "../suggest/hear.ts";

describe("what is learned from a copy", () => {
  test("gives the copy's words, whatever was changed in it", () => {
    const word = fc.constantFrom(
      "我们",
      "讲",
      "蒸馏",
      "征流",
      "模型",
      "DeepSeek",
      "DeepSig",
      "的",
      "RL",
      "好",
      "，",
      " ",
      "。",
      "3.7",
    );
    const text = fc.array(word, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, text, fc.nat(30), fc.nat(10), (own, other, at, length) => {
        const source = own.join("");
        const copy = [...own.slice(0, at), ...other.slice(0, length), ...own.slice(at + length)].join("");
        fc.pre(readTokens(source).length > 0 && readTokens(copy).length > 0);
        const { changes, unplaced } = compareCopy(hear(source), copy, {
          cut: (run) => cut(run),
          names: [readTokens("蒸馏模型")],
        });
        fc.pre(unplaced.length === 0);
        const written = addCorrections("", {
          replace: changes.map(({ place, meant }) => ({ ...place, meant })),
          keep: [],
        });
        const { corrections } = readCorrections(written);
        const shown = readShown(hear(source, corrections));
        expect(shown.map((token) => token.text)).toEqual(readTokens(copy).map((token) => token.text));
      }),
      { numRuns: 300 },
    );
  });
});
