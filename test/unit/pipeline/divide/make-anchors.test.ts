import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Corrections } from "../../../../src/model/corrections.ts";
import type { Cue } from "../../../../src/model/cue.ts";
import type { ChapterSource, Passage } from "../../../../src/model/passage.ts";
import { alignTimes } from "../../../../src/pipeline/align/align-times.ts";
import { correctCues } from "../../../../src/pipeline/correct/correct-cues.ts";
import { dividePassages } from "../../../../src/pipeline/divide/divide-passages.ts";
import { findPassage } from "../../../../src/text/find-passage.ts";
import { parseFragment } from "../../../../src/text/time.ts";

/** What an owner may change of an episode: none of it may break a link. */
interface Division {
  readonly corrections: Partial<Corrections>;
  readonly chapters?: readonly ChapterSource[];
  /** Whether the cues have times. */
  readonly isTimed?: boolean;
  /** The text with other marks and paragraphs. */
  readonly punctuated?: string;
  /** Tokens of the text, from the first, that another recognition times. */
  readonly timedTokens?: number;
}

function divide(
  lines: readonly string[],
  { corrections, chapters = [], isTimed, punctuated, timedTokens }: Division,
): Passage[] {
  const cues = lines.map((text, index): Cue => {
    const times = isTimed === true ? { startTime: index * 20, endTime: index * 20 + 20 } : {};
    return { text, line: index + 1, ...times };
  });
  const recognition = [...lines.join("")].slice(0, timedTokens).map((text, index): Cue => {
    return { text, line: 1, startTime: index / 4, endTime: index / 4 + 0.25 };
  });
  const timed = timedTokens === undefined ? cues : alignTimes(cues, recognition).cues;
  const corrected = correctCues(timed, {
    terms: [],
    corrections: { replace: [], turns: [], keep: [], ...corrections },
    resolveSpeaker: (label) => ({ key: label, name: label, sure: 1 }),
  });
  const own = punctuated === undefined ? {} : { punctuated };
  return dividePassages(corrected.cues, { chapters, offset: 0, ...own }).passages;
}

function open(fragment: string, passages: readonly Passage[]): Passage | undefined {
  const places = passages.map(({ start, line, isEstimated, lineAnchor }) => {
    const place = parseFragment(lineAnchor);
    return { start, line, isEstimated, tokens: place?.kind === "line" ? place.tokens : 0 };
  });
  return passages[findPassage(fragment, places) ?? -1];
}

/** Whether a passage holds a character of the file, as it stands or as what was heard. */
function holds({ text, changes }: Passage, character: string): boolean {
  const kept = changes.reduceRight(
    (rest, { from, to, heard }) => rest.slice(0, from) + heard + rest.slice(to),
    text,
  );
  return kept.includes(character);
}

const lineLength = 90;
/** Every character of the file stands in it once, so a token is known by its character. */
const characterAt = (line: number, token: number) =>
  String.fromCodePoint(0x4e00 + (line - 1) * lineLength + token);

const marks = fc.constantFrom("", "", "", "，", "。", " ", "？", "……");

const linesOf = (shape: readonly (readonly string[])[]) =>
  shape.map((signs, index) => signs.map((sign, token) => characterAt(index + 1, token) + sign).join(""));

const shapes = fc.array(fc.array(marks, { minLength: 1, maxLength: lineLength }), {
  minLength: 1,
  maxLength: 8,
});

/** The text of a file with other marks, some characters left out or written otherwise. */
function punctuate(shape: readonly (readonly string[])[]): fc.Arbitrary<string> {
  const count = shape.reduce((sum, line) => sum + line.length, 0);
  const sign = fc.constantFrom("", "", "", "", "，", "。", "？”", "“", "\n\n", "。\n\n", "另", "\u0000");
  return fc.array(sign, { minLength: count, maxLength: count }).map((signs) => {
    const characters = shape.flatMap((line, index) => line.map((_, token) => characterAt(index + 1, token)));
    return characters.map((own, at) => (signs[at] === "\u0000" ? "" : own + (signs[at] as string))).join("");
  });
}

/** A division of a file of such lines. Entries that fit no text change nothing. */
function someDivision(shape: readonly (readonly string[])[]): fc.Arbitrary<Division> {
  const place = fc
    .nat(shape.length - 1)
    .chain((index) =>
      fc.tuple(fc.constant(index + 1), fc.nat((shape[index] as readonly string[]).length - 1)),
    );
  const turn = fc.tuple(place, fc.constantFrom("leo", "tianyi")).map(([[line, token], speaker]) => ({
    line,
    from: characterAt(line, token),
    speaker,
    sure: 1,
    sourceLine: 1,
  }));
  const replacement = fc
    .tuple(place, fc.constantFrom("DeepSeek 模型", "嗯", "a b c", "，"))
    .map(([[line, token], meant]) => ({
      line,
      heard: characterAt(line, token),
      meant,
      sure: 1,
      sourceLine: 1,
    }));
  const chapter = place.map(([line, token]) => ({
    title: "章",
    line,
    from: characterAt(line, token),
    sourceLine: 1,
  }));
  return fc
    .record({
      turns: fc.array(turn, { maxLength: 8 }),
      replace: fc.array(replacement, { maxLength: 8 }),
      chapters: fc.array(chapter, { maxLength: 3 }),
      isTimed: fc.boolean(),
      punctuated: fc.option(punctuate(shape), { nil: undefined }),
      timedTokens: fc.option(fc.nat(800), { nil: undefined }),
    })
    .map(({ turns, replace, punctuated, timedTokens, ...rest }) => ({
      corrections: { turns, replace },
      ...rest,
      ...(punctuated === undefined ? {} : { punctuated }),
      ...(timedTokens === undefined ? {} : { timedTokens }),
    }));
}

describe("the place of a passage", () => {
  it("is the line, and the tokens of the line before it as delivered", () => {
    const turns = [{ line: 1, from: "它能", speaker: "leo", sure: 1, sourceLine: 1 }];
    const replace = [{ line: 1, heard: "征流", meant: "知识蒸馏 distillation", sure: 1, sourceLine: 1 }];
    const passages = divide(["征流，GPT-4 也用。它能行"], { corrections: { turns, replace } });
    expect(passages.map(({ anchor }) => anchor)).toEqual(["p1", "p1.6"]);
  });

  it("opens the passage that holds its token, however the text is divided and corrected since", () => {
    const twice = shapes.chain((shape) =>
      fc.tuple(fc.constant(shape), someDivision(shape), someDivision(shape)),
    );
    fc.assert(
      fc.property(twice, ([shape, before, after]) => {
        const lines = linesOf(shape);
        const later = divide(lines, after);
        for (const { lineAnchor } of divide(lines, before)) {
          const place = parseFragment(lineAnchor);
          if (place?.kind !== "line") throw new Error(`${lineAnchor} is no place.`);
          const token = lines[place.line - 1]?.includes(characterAt(place.line, place.tokens));
          // A passage of signs alone may begin after the last token.
          if (token !== true) continue;
          const opened = open(`#${lineAnchor}`, later);
          expect(opened !== undefined && holds(opened, characterAt(place.line, place.tokens))).toBe(true);
        }
      }),
    );
  });

  it("of any token opens the passage that holds it", () => {
    const once = shapes.chain((shape) => fc.tuple(fc.constant(shape), someDivision(shape)));
    fc.assert(
      fc.property(once, fc.nat(), fc.nat(), ([shape, division], anyLine, anyToken) => {
        const line = (anyLine % shape.length) + 1;
        const token = anyToken % (shape[line - 1] as readonly string[]).length;
        const opened = open(`#p${line}.${token}`, divide(linesOf(shape), division));
        expect(opened !== undefined && holds(opened, characterAt(line, token))).toBe(true);
      }),
    );
  });

  it("is opened by the time that it had before a punctuated copy divided the text anew", () => {
    const copies = shapes.chain((shape) => fc.tuple(fc.constant(shape), punctuate(shape)));
    const division = { corrections: {}, isTimed: true };
    fc.assert(
      fc.property(copies, ([shape, punctuated]) => {
        const lines = linesOf(shape);
        const later = divide(lines, { ...division, punctuated });
        for (const { anchor, line, text, start } of divide(lines, division)) {
          const character = characterAt(line, 0);
          if (!text.startsWith(character)) continue;
          const named = later.find((passage) => passage.anchor === anchor);
          const opened = named ?? open(`#${anchor}`, later);
          // One that begins in the same second may come first.
          const isNear = opened !== undefined && opened.start >= start && opened.start < start + 1;
          expect(opened !== undefined && (holds(opened, character) || isNear)).toBe(true);
        }
      }),
    );
  });

  it("is another one for every passage, those without a token too", () => {
    const turns = ["甲", "…", "！", "乙"].map((from, index) => ({
      line: 1,
      from,
      speaker: `s${index}`,
      sure: 1,
      sourceLine: index + 1,
    }));
    const passages = divide(["甲…！乙"], { corrections: { turns } });
    expect(passages.map(({ text, anchor }) => [text, anchor])).toEqual([
      ["甲", "p1"],
      ["…", "p1.1.1"],
      ["！", "p1.1.2"],
      ["乙", "p1.1"],
    ]);
  });
});
