import { describe, expect, it } from "vitest";
import { parseString } from "./parse-string.ts";

const parse = (text: string) => parseString("transcript.json", text);

describe("parsePodcastJson", () => {
  it("reads speakers, times and words with the line on which the words stand", () => {
    const { cues, problems } = parse(
      '{\n  "version": "1.0.0",\n  "segments": [\n    {\n      "speaker": "天一",\n      "startTime": 0.5,\n      "endTime": 0.75,\n      "body": "蒸馏"\n    },\n    { "startTime": 1, "body": "你好\\n再见" }\n  ]\n}',
    );
    expect(cues).toEqual([
      { startTime: 0.5, endTime: 0.75, speaker: "天一", text: "蒸馏", line: 8 },
      { startTime: 1, text: "你好 再见", line: 10 },
    ]);
    expect(problems).toEqual([]);
  });

  it("is not misled by a body inside another field", () => {
    expect(
      parse(
        '{"a": {"segments": [{"body": 1}]},\n"segments": [\n{"x": {"body": "no"}, "y": [{"body": 2}],\n"body": "是"}]}',
      ).cues,
    ).toEqual([{ text: "是", line: 4 }]);
  });

  it("reads times written as text", () => {
    expect(
      parse('{"segments": [{"startTime": "1.5", "endTime": "00:00:02.500", "body": "好"}]}').cues[0],
    ).toMatchObject({
      startTime: 1.5,
      endTime: 2.5,
    });
  });

  it("takes an empty speaker for none", () => {
    expect(
      parse('{"segments": [{"startTime": 0, "speaker": " ", "body": "好"}]}').cues[0],
    ).not.toHaveProperty("speaker");
  });

  it("reads a record without its unreadable time and says so", () => {
    const { cues, problems } = parse('{"segments": [\n{"startTime": "soon", "body": "好"}]}');
    expect(cues).toEqual([{ text: "好", line: 2 }]);
    expect(problems).toEqual([
      {
        severity: "warning",
        line: 2,
        message:
          '"soon" is no valid “startTime”, so the record is read without it. Write the time in seconds.',
      },
    ]);
  });

  it("leaves out a record without text and says so", () => {
    const { cues, problems } = parse('{"segments": [{"body": "好"},\n{"startTime": 1},\n7]}');
    expect(cues).toHaveLength(1);
    expect(problems).toEqual([
      {
        severity: "warning",
        line: 2,
        message:
          "The record has no text in “body”, so it is left out. Add the text, or delete the record. The same holds for one more place, on line 3.",
      },
    ]);
  });

  it("removes control characters that escapes bring in", () => {
    expect(parse('{"segments": [{"body": "a\\u0000b\\u202ec\\ud800"}]}').cues[0]?.text).toBe("abc\ufffd");
  });

  it.each([
    ['{\n"segments": [\n{"body": bad}\n]}', 3],
    ['{\n"segments": [\n{"body": "a"},\n', 4],
    ['{\n"segments": [\n{"body": "a" "b"}\n]\n}', 3],
  ])("says on which line %j stops being JSON", (text, line) => {
    const { cues, problems } = parse(text);
    expect(cues).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ severity: "error", line })]);
  });
});
