import fc from "fast-check";
import { parseText } from "media-captions";
import { describe, expect, it } from "vitest";
import type { Passage } from "../../../src/model/passage.ts";
import { cutTimedCues } from "../../../src/publish/cut-timed-cues.ts";
import { writeVttCues } from "../../../src/publish/write-captions.ts";
import { makePassage, makePublished, makeUntimed } from "./make-published.ts";

const lin = { key: "lin", name: "林晚", sure: 1 };
const zhou = { key: "zhou", name: "周远", sure: 1 };

const cut = (timing: "cue" | "mixed", passages: readonly Passage[], duration = 60) =>
  cutTimedCues(makePublished({ timing, passages, duration }));

/** A cue in short: its times, and who says what. */
const tell = (cues: ReturnType<typeof cut>) =>
  cues.map(({ start, end, voices }) => [
    start,
    end,
    ...voices.map(({ speaker = "", lines }) => `${speaker}: ${lines.join("|")}`),
  ]);

/** Captions as another program reads them. */
async function read(cues: ReturnType<typeof cut>) {
  const { cues: found, errors } = await parseText(writeVttCues(cues, ["注 --> 解"]), {
    type: "vtt",
    strict: false,
    errors: true,
  });
  return { found, errors };
}

describe("cutTimedCues", () => {
  it("begins a cue where one of the file's begins, and ends it with the next or with what its speaker says", () => {
    const cues = cut("cue", [
      makePassage(1, 6, "今天说水。水要活。", {
        speaker: lin,
        cueStarts: [
          [0, 1],
          [5, 3.5],
        ],
      }),
      makePassage(7.25, 9, "对。", { speaker: zhou }),
    ]);
    expect(tell(cues)).toEqual([
      [1, 3.5, "林晚: 今天说水。"],
      [3.5, 6, "林晚: 水要活。"],
      [7.25, 9, "周远: 对。"],
    ]);
  });

  it("gives what has no time of its own to the cue before it", () => {
    const cues = cut("mixed", [
      makePassage(10, 14, "今天说水。", { speaker: lin }),
      makeUntimed(14, 21, "怎么说？", { speaker: zhou }),
      makePassage(21, 30, "水要活。", { speaker: lin }),
      makePassage(30, 40, "再见。", { speaker: lin }),
    ]);
    expect(tell(cues)).toEqual([
      [10, 21, "林晚: 今天说水。", "周远: 怎么说？"],
      [21, 30, "林晚: 水要活。"],
      [30, 60, "林晚: 再见。"],
    ]);
  });

  it("takes a real time in the middle of a passage whose beginning has none", () => {
    const cues = cut("mixed", [makeUntimed(2, 30, "今天说水。水要活。", { cueStarts: [[5, 8]] })]);
    expect(tell(cues)).toEqual([
      [0, 8, ": 今天说水。"],
      [8, 60, ": 水要活。"],
    ]);
  });

  it("makes no cue without length and none that begins before the one above it", () => {
    const cues = cut("cue", [
      makePassage(5, 5, "一。", { speaker: lin }),
      makePassage(5, 8, "二。", { speaker: zhou }),
      makePassage(4, 9, "三。", { speaker: lin }),
      makePassage(60, 60, "四。", { speaker: lin }),
    ]);
    expect(tell(cues)).toEqual([[5, 60, "林晚: 一。", "周远: 二。", "林晚: 三。四。"]]);
  });

  it("wraps lines at 65 characters, the speaker's tag among them", async () => {
    const text =
      "水要活火要稳壶要旧，".repeat(20) +
      "and a sentence in English that is long enough to be wrapped. ".repeat(3);
    const cues = cut("cue", [
      makePassage(1, 30, text, { speaker: { key: "x", name: "A & B <c>", sure: 1 } }),
    ]);
    const vtt = writeVttCues(cues, []);
    for (const line of vtt.split("\n")) expect(line.length).toBeLessThanOrEqual(65);
    const { found } = await read(cues);
    expect(found[0]?.text.split("\n").length).toBeGreaterThan(4);
  });

  it("is read by a parser that is not ours, whatever is said", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "-->",
        "<v x>",
        "</v>",
        "&amp;",
        "<",
        "&",
        "\n\n",
        "NOTE",
        "00:01.000 --> 00:02.000",
        "👩‍👩‍👧",
        "𠮷",
        "水。",
      ),
      fc.string({ unit: "grapheme", maxLength: 90 }),
    );
    const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => `水${parts.join("")}。`);
    const speaker = fc.option(fc.record({ key: fc.constant("x"), name: words, sure: fc.constant(1) }), {
      nil: undefined,
    });
    const passage = fc.record({
      text: words,
      speaker,
      isEstimated: fc.boolean(),
      length: fc.integer({ min: 0, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(passage, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("cue", "mixed"),
        async (list, timing) => {
          let at = 0;
          const passages = list.map(({ text, speaker: own, isEstimated, length }) => {
            const start = at;
            at += length;
            const more = own === undefined ? {} : { speaker: own };
            return isEstimated && timing === "mixed"
              ? makeUntimed(start, at, text, more)
              : makePassage(start, at, text, more);
          });
          const cues = cut(timing as "cue" | "mixed", passages, at + 1);
          const real = new Set([
            0,
            at + 1,
            ...passages.flatMap(({ isEstimated, start, end }) =>
              isEstimated ? [] : timing === "cue" ? [start, end] : [start],
            ),
          ]);
          for (const { start, end } of cues) {
            expect(end).toBeGreaterThan(start);
            expect(real.has(start) && real.has(end)).toBe(true);
          }
          const { found, errors } = await read(cues);
          expect(errors).toEqual([]);
          expect(found.map(({ startTime, endTime }) => [startTime, endTime])).toEqual(
            cues.map(({ start, end }) => [start, end]),
          );
          const bare = (text: string) => text.replace(/\s+/g, "");
          const readReferences = (text: string) =>
            text
              .replace(/<[^>]*>/g, "")
              .replace(/&lt;/g, "<")
              .replace(/&gt;/g, ">")
              .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
              .replace(/&amp;/g, "&");
          expect(bare(found.map(({ text }) => readReferences(text)).join(""))).toBe(
            bare(passages.map(({ text }) => text).join("")),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
