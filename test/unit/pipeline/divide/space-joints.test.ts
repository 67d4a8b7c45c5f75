import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctCues } from "../../../../src/pipeline/correct/correct-cues.ts";
import { composeText } from "../../../../src/pipeline/divide/compose-text.ts";
import { punctuateText } from "../../../../src/pipeline/divide/punctuate-text.ts";
import { spaceJoints } from "../../../../src/pipeline/divide/space-joints.ts";
import { readTokens } from "../../../../src/text/normalise.ts";

interface Replace {
  readonly line: number;
  readonly heard: string;
  readonly meant: string;
  readonly sure: number;
  readonly nth?: number;
}

const correct = (lines: readonly string[], replace: readonly Replace[], unclear: readonly string[] = []) =>
  correctCues(
    lines.map((text, index) => ({ text, line: index + 1 })),
    {
      terms: [],
      corrections: {
        replace: replace.map((entry) => ({ ...entry, sourceLine: 1 })),
        turns: [],
        keep: unclear.map((heard) => ({ line: 1, heard, isUnclear: true, sourceLine: 1 })),
      },
      resolveSpeaker: (name) => ({ key: name, name, sure: 1 }),
    },
  ).cues;
const meant = (heard: string, word: string): Replace => ({ line: 1, heard, meant: word, sure: 1 });
const read = (...given: Parameters<typeof correct>) => spaceJoints(composeText(correct(...given)), false);

describe("a corrected word", () => {
  it("has spaces around it where the text has them between Han and Latin", () => {
    const { text, changes } = read(["训练 cost 大约就下低费的 R1"], [meant("低费", "DeepSeek")]);
    expect(text).toBe("训练 cost 大约就下 DeepSeek 的 R1");
    expect(changes.map(({ from, to }) => text.slice(from, to))).toEqual(["DeepSeek"]);
  });

  it("has none where the text has none, nor where it has no such place to go by", () => {
    const replace = [meant("低费", "DeepSeek")];
    expect(read(["训练cost大约就下低费的R1"], replace).text).toBe("训练cost大约就下DeepSeek的R1");
    expect(read(["大约就下低费的"], replace).text).toBe("大约就下DeepSeek的");
  });

  it("that is a number goes by the numbers of the text", () => {
    const line = "2024年的 cost 和 model 都在25年低费的思念我试了";
    const replace = [meant("低费", "DeepSeek"), meant("思念", "4.5")];
    expect(read([line], replace).text).toBe("2024年的 cost 和 model 都在25年 DeepSeek 的4.5我试了");
  });

  it("has one space to the next one, and beside a break the space that is there", () => {
    const replace = [meant("低费", "DeepSeek"), meant("新", "很新"), { ...meant("欧盟", "o1"), line: 2 }];
    expect(read(["训练 cost 低费新", "欧盟的"], replace).text).toBe("训练 cost DeepSeek 很新\u2009o1 的");
  });

  it("has them at the breaks of a punctuated text's lines, as every word there", () => {
    const plain = composeText(correct(["训练 cost 就是", "DeepSeek 的。", "R1 的。"], []));
    expect(spaceJoints(plain, true).text).toBe("训练 cost 就是 DeepSeek 的。R1 的。");
    expect(spaceJoints(plain, false).text).toBe("训练 cost 就是DeepSeek 的。R1 的。");
    const paused = composeText(correct(["训练 cost 就是", "DeepSeek", "和 R1 的"], []));
    expect(spaceJoints(paused, true).text).toBe("训练 cost 就是 DeepSeek 和 R1 的");
    expect(spaceJoints(paused, false).text).toBe("训练 cost 就是\u2009DeepSeek\u2009和 R1 的");
  });

  it("leaves what was not corrected, or cannot be told, as it is", () => {
    const line = "这个 cost 和 model 都 work 是AI的低费和NP4的";
    expect(read([line], [meant("低费", "DeepSeek")], ["NP4"]).text).toBe(
      "这个 cost 和 model 都 work 是AI的 DeepSeek 和NP4的",
    );
  });

  it("keeps its spaces in a punctuated text, and gives them up for marks", () => {
    const plain = read(
      ["训练 cost 就下低费的 R1 再说低费"],
      [
        { ...meant("低费", "DeepSeek"), nth: 1 },
        { ...meant("低费", "DeepSeek"), nth: 2 },
      ],
    );
    const { composition } = punctuateText(plain, "训练 cost。就下DeepSeek的 R1，再说：“DeepSeek”。");
    expect(composition.text).toBe("训练 cost。就下 DeepSeek 的 R1，再说：“DeepSeek”。");
    expect(composition.changes.map(({ from, to }) => composition.text.slice(from, to))).toEqual([
      "DeepSeek",
      "DeepSeek",
    ]);
  });

  it("is found in no time in a text of digits", () => {
    const digits = "7".repeat(200_000);
    expect(read([`训练 cost ${digits}低费${digits}`], [meant("低费", "DeepSeek")]).text).toContain(
      "DeepSeek",
    );
  });

  it("changes no token for it, its own or another one", () => {
    const piece = fc.constantFrom(
      "低费",
      "欧",
      "模型",
      " cost ",
      "AI",
      "3 ",
      "7",
      "%",
      ".",
      "，",
      "カ",
      "\n",
      "c++",
    );
    const word = fc.constantFrom("DeepSeek", "4.5", "好", "R1 和 V3", "c#", ".NET", "カ", "30%");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), word, word, (pieces, first, second) => {
        const lines = pieces.join("").split("\n");
        const replace = lines.flatMap((text, index) => {
          const own = [meant("低费", first), meant("欧", second)].filter(({ heard }) => text.includes(heard));
          return own.map((entry) => ({ ...entry, line: index + 1 }));
        });
        const cues = correct(lines, replace);
        const bare = composeText(cues);
        const spaced = spaceJoints(bare, true);
        const tokens = (text: string) => readTokens(text).map((token) => token.text);
        expect(tokens(spaced.text)).toEqual(tokens(bare.text));
        expect(spaced.text.replace(/[ \u2009]/g, "")).toBe(bare.text.replace(/[ \u2009]/g, ""));
        expect(spaced.changes.map(({ from, to }) => spaced.text.slice(from, to))).toEqual(
          bare.changes.map(({ from, to }) => bare.text.slice(from, to)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
