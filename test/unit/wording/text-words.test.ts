import { describe, expect, test } from "vitest";
import {
  chooseOrigin,
  originWords,
  wordHeardFor,
  wordHeardForm,
  wordOrigin,
  wordOriginAtLength,
} from "../../../src/wording/text-words.ts";

/** Every state of a text: who wrote it, and in how many places it was corrected. */
const states = [
  ["machine", 0, "文字由机器听写。", "Text made by a machine."],
  ["machine", 1, "文字由机器听写，校订了1处。", "Text made by a machine, 1 place corrected."],
  ["machine", 12, "文字由机器听写，校订了12处。", "Text made by a machine, 12 places corrected."],
  ["people", 0, "文字由人工听写。", "Text typed by people."],
  ["people", 1, "文字由人工听写，校订了1处。", "Text typed by people, 1 place corrected."],
  ["people", 12, "文字由人工听写，校订了12处。", "Text typed by people, 12 places corrected."],
] as const;

test.each(states)(
  "says how a text was made, and what of it is corrected: %s, %i",
  (origin, count, zh, en) => {
    expect(wordOrigin(origin, count)).toEqual({ zh, en });
    const { zh: zhLong, en: enLong } = wordOriginAtLength(origin, count);
    expect(zhLong).toBe(`${zh.slice(0, -1)}；与录音不同之处，以录音为准。`);
    expect(enLong).toBe(
      `${en.slice(0, -1).replace(/^Text/, "The text was")}; where it differs from the recording, the recording is right.`,
    );
  },
);

describe("of what people typed", () => {
  const words = [
    ...Object.values(originWords.people),
    wordHeardForm("people", "征流"),
    wordHeardFor("people", "蒸馏", "征流"),
    ...[0, 3].flatMap((count) => [wordOrigin("people", count), wordOriginAtLength("people", count)]),
  ];

  test.each(words)("nothing is said of a machine, or of what was heard: $zh", ({ zh, en }) => {
    expect(zh).not.toMatch(/机器|听成/);
    expect(en).not.toMatch(/machine|heard|recogni/i);
  });
});

test("a show's texts are a machine's unless it says otherwise", () => {
  expect([{}, { machine: true }, { machine: false }].map(chooseOrigin)).toEqual([
    "machine",
    "machine",
    "people",
  ]);
});
