import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTranscript } from "../../../../src/pipeline/parse/parse-transcript.ts";
import { formatClock } from "../../../../src/pipeline/parse/read-clock.ts";
import { parseString } from "./parse-string.ts";

const fileName = fc.constantFrom(
  "transcript.txt",
  "transcript.md",
  "transcript.vtt",
  "transcript.srt",
  "transcript.json",
  "x.lrc",
);

/** Texts made of what transcripts are made of, so that the parsers get past their first line. */
const transcript = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'\n|\r\n|\r|WEBVTT\n\n|00:00:01.000 --> 00:00:02.000|0:00:03,5 --> x|1\n|<v 天一>|<v |</v>|<00:00:01.500>|<c.a>|&lt;|&#0;|NOTE|STYLE|Ryu: |天一：|[00:12]|**Ryu:**|**|`|[a](b)|# |---|\\|{\\an8}|<ruby>|<rt>|\u0000|\u202e|\ud800|�|发言人1 00:03|{"segments":[|{"body":"好"}|]}|- | |  |蒸馏|MoE|。'.split(
          "|",
        ),
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

const speech = fc
  .array(fc.constantFrom("蒸馏", "強化學習", "MoE", "a < b", "R&D", "GPT-4o", "，", "。", "好", "2025年"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join(" "))
  // A file of nothing but marks is no transcript.
  .filter((text) => /[\p{L}\p{N}]/u.test(text));

const cueList = fc.array(
  fc.record({
    start: fc.integer({ min: 0, max: 9_000_000 }),
    length: fc.integer({ min: 1, max: 60_000 }),
    lines: fc.array(speech, { minLength: 1, maxLength: 3 }),
    speaker: fc.constantFrom("天一", "Ryu", "发言人1", "Smith & Co"),
  }),
  { minLength: 1, maxLength: 12 },
);

const escapeEntities = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe("parseTranscript", () => {
  it("never throws on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fileName, (bytes, name) => {
        const { cues, problems } = parseTranscript(bytes, name);
        expect(cues.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it("never throws on anything like a transcript, and gives either cues or an error", () => {
    fc.assert(
      fc.property(transcript, fileName, (text, name) => {
        const { cues, problems } = parseString(name, text);
        expect(problems.some(({ severity }) => severity === "error")).toBe(cues.length === 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives cues whose lines ascend, stay inside the file and hold no control characters", () => {
    fc.assert(
      fc.property(transcript, fileName, (text, name) => {
        const lines = text.trim().split(/\r\r?\n|\n|\r/).length;
        // The records of a JSON document on one line have their numbers for lines.
        const count = lines === 1 && /^[{[]/.test(text.trim()) ? 40 : text.split(/\r\r?\n|\n|\r/).length;
        let previous = 1;
        for (const { line, text: said, startTime, endTime } of parseString(name, text).cues) {
          expect(line).toBeGreaterThanOrEqual(previous);
          expect(line + said.split("\n").length - 1).toBeLessThanOrEqual(count);
          expect(said.trim()).toBe(said);
          expect(said).not.toBe("");
          expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ufeff]/);
          expect(startTime ?? 0).toBeGreaterThanOrEqual(0);
          if (endTime !== undefined) expect(endTime).toBeGreaterThan(startTime ?? Number.POSITIVE_INFINITY);
          previous = line;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("gives each line of a cue's text from that line of the file", () => {
    const line = fc.constantFrom(
      "大家好",
      "Ryu: 你好",
      "[00:12] 好",
      "天一：嗯",
      "比如：这个",
      "",
      "12:30 再见",
      "MoE 和 RL",
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        (lines, end) => {
          for (const { line: number, text } of parseString("transcript.txt", lines.join(end)).cues) {
            text.split("\n").forEach((row, index) => {
              expect(lines[number - 1 + index]).toContain(row);
            });
          }
        },
      ),
    );
  });

  it("reads back every WebVTT file that it could have come from", () => {
    fc.assert(
      fc.property(cueList, (list) => {
        const file = list.map(
          ({ start, length, lines, speaker }) =>
            `${formatClock(start / 1000)} --> ${formatClock((start + length) / 1000)}\n<v ${escapeEntities(speaker)}>${lines.map(escapeEntities).join("\n")}\n`,
        );
        expect(parseString("transcript.vtt", `WEBVTT\n\n${file.join("\n")}`).cues).toMatchObject(
          list.map(({ start, length, lines, speaker }) => ({
            startTime: start / 1000,
            endTime: (start + length) / 1000,
            speaker,
            text: lines.join("\n"),
          })),
        );
      }),
    );
  });

  it("reads back every SRT file that it could have come from", () => {
    fc.assert(
      fc.property(cueList, fc.constantFrom("\n", "\r\n", "\r"), (list, end) => {
        const file = list.map(
          ({ start, length, lines }, index) =>
            `${index + 1}${end}${formatClock(start / 1000).replace(".", ",")} --> ${formatClock((start + length) / 1000).replace(".", ",")}${end}${lines.map((line) => line.replaceAll("&", "&amp;")).join(end)}${end}`,
        );
        const { cues } = parseString("transcript.srt", file.join(end));
        expect(cues).toMatchObject(
          list.map(({ start, length, lines }) => ({
            startTime: start / 1000,
            endTime: (start + length) / 1000,
            text: lines.join("\n"),
          })),
        );
      }),
    );
  });
});

describe("parseTranscript on a line of a million characters", () => {
  const million = 1_000_000;
  it.each([
    ["字"],
    ["<"],
    ["<b "],
    ["<v "],
    ["**a "],
    ["`a "],
    ["[x]("],
    ["\\["],
    ["{\\"],
    ["&amp"],
    ["<!--"],
    ["1:"],
    ["[1:11"],
    ["<ruby><rt>"],
    ['{"a":'],
    ["| - "],
    [" "],
  ])("reads %j repeated in well under a second in every format", (unit) => {
    const line = `${unit.repeat(Math.floor(million / unit.length))}完`;
    for (const [name, before] of [
      ["transcript.txt", ""],
      ["transcript.md", ""],
      ["transcript.json", ""],
      ["transcript.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n"],
      ["transcript.srt", "1\n00:00:01,000 --> 00:00:02,000\n"],
    ] as const) {
      // The processor's time: other processes do not make it longer.
      const start = process.cpuUsage();
      parseString(name, before + line);
      // Measured: 0.3 s at most on a slow machine; a pattern that backtracks needs minutes.
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
    }
  });
});
