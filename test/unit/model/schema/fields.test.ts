import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  defineEmail,
  defineFlag,
  defineGroup,
  defineLanguage,
  defineLine,
  defineList,
  definePartialDate,
  defineSecondsOffset,
  defineText,
  defineUuid,
  readSeconds,
  unpackFaults,
} from "../../../../src/model/schema/fields.ts";
import { wordProblems } from "../../../word-problems.ts";

function listMessages(schema: z.ZodType, value: unknown): string[] {
  const faults = schema.safeParse(value).error?.issues.flatMap(unpackFaults) ?? [];
  return wordProblems(faults.map((fault) => ({ severity: "error", ...fault }))).map(({ message }) => message);
}

describe("readSeconds", () => {
  test.each([
    ["12:30", 750],
    ["1:02:03", 3723],
    ["0:00:00.500", 0.5],
    ["00:00:04,560", 4.56],
    ["69:30", 4170],
    ["750", 750],
    ["750.25", 750.25],
    ["PT1H9M30S", 4170],
    ["PT45M", 2700],
  ])("reads %s", (text, seconds) => {
    expect(readSeconds(text)).toBe(seconds);
  });

  test.each(["", "12:60", "1:60:00", "-5", "PT", "12:3x", "1:2:3:4", "1e3", "soon"])("refuses %j", (text) => {
    expect(readSeconds(text)).toBeUndefined();
  });
});

test("reads every day of the calendar and no other", () => {
  const schema = definePartialDate();
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 1, max: 14 }),
      fc.integer({ min: 1, max: 33 }),
      (year, month, day) => {
        const text = [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
        const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(schema.safeParse(text).success).toBe(month <= 12 && day <= lastDay);
      },
    ),
  );
});

test("reads a negative offset and one without a sign", () => {
  expect(["-12.5", "30", "+0:30", "-0"].map((text) => defineSecondsOffset().parse(text))).toEqual([
    -12.5, 30, 30, 0,
  ]);
});

test("writes a language tag in its canonical case", () => {
  expect(defineLanguage().parse("ZH-hant-tw")).toBe("zh-Hant-TW");
  expect(listMessages(defineLanguage(), "Chinese")).toEqual([
    'The file is "Chinese". Write a language tag, as in zh-CN, zh-TW or en.',
  ]);
});

test("takes true and false for flags and nothing else", () => {
  expect(defineFlag().parse("True")).toBe(true);
  expect(defineFlag().safeParse("yes").success).toBe(false);
});

test("puts a line on one line and leaves text its lines", () => {
  expect(defineLine().parse(" 蒸馏\n 与  RL ")).toBe("蒸馏 与 RL");
  expect(defineText().parse("蒸馏\n\nRL\n")).toBe("蒸馏\n\nRL");
});

test("takes control characters and direction overrides out of text", () => {
  expect(defineLine().parse("前\u0000后\u202e反\u2066正\ufeff")).toBe("前后反正");
});

test("repeats the value, or says what it is where it is no text", () => {
  const schema = defineGroup({ date: definePartialDate() }, "date: …");
  expect(["蒸\n馏", [], ["a"], {}].flatMap((date) => listMessages(schema, { date }))).toEqual([
    expect.stringMatching(/^The date is "蒸 馏"\./),
    expect.stringMatching(/^The date is an empty list\./),
    expect.stringMatching(/^The date is a list\./),
    expect.stringMatching(/^The date is a group of keys\./),
  ]);
});

test("gives each unknown key a problem of its own", () => {
  const schema = defineGroup({ title: defineLine() }, "title: …");
  expect(listMessages(schema, { title: "一", titel: "二", zz: "三" })).toEqual([
    'The key "titel" is not known here. Did you mean "title"? Write that, or delete the line.',
    'The key "zz" is not known here. Delete it, or write one of title.',
  ]);
});

test("names the place of a list's item", () => {
  const schema = z.object({ topics: defineList(defineLine(), "[DeepSeek, 蒸馏]") });
  expect(listMessages(schema, { topics: ["蒸馏", ["x"]] })).toEqual([
    'Entry 2 of "topics" is a list. Write some text.',
  ]);
  expect(listMessages(schema, { topics: "蒸馏" })).toEqual([
    'The topics is "蒸馏". Write a list, as in [DeepSeek, 蒸馏].',
  ]);
});

test("takes a podcast's guid in either case, and nothing that only looks like one", () => {
  const read = (text: string) => defineUuid().safeParse(text).data;
  expect(read("9B024349-CCF0-5f69-a609-6b82873eab3c")).toBe("9b024349-ccf0-5f69-a609-6b82873eab3c");
  for (const text of ["9b024349ccf05f69a6096b82873eab3c", "guid", "9b024349-ccf0-5f69-a609-6b82873eab3g"])
    expect(read(text)).toBeUndefined();
  expect(listMessages(defineUuid(), "guid")[0]).toContain("9b024349-ccf0-5f69-a609-6b82873eab3c");
});

test.each([
  ["lin@example.org", true],
  ["a.b+c@例子.example", true],
  ["lin at example.org", false],
  ["Lin <lin@example.org>", false],
  ["a@b@c", false],
])("knows whether %j is an address of e-mail", (text, is) => {
  expect(defineEmail().safeParse(text).success).toBe(is);
});
