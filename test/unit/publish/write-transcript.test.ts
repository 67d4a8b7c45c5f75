import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  restoreHeard,
  type TranscriptEntry,
  type TranscriptJson,
} from "../../../src/publish/make-transcript-json.ts";
import { writeSrt, writeVtt } from "../../../src/publish/write-captions.ts";
import { writeMarkdown, writePlainText } from "../../../src/publish/write-text.ts";
import { parseString } from "../pipeline/parse/parse-string.ts";

function makeTranscript(
  segments: readonly TranscriptEntry[],
  part: Partial<TranscriptJson> = {},
): TranscriptJson {
  return {
    version: "1.0.0",
    timing: "cue",
    title: "蒸馏怎么做",
    show: "小样播客",
    date: "2025-03",
    language: "zh-CN",
    segments,
    ...part,
  };
}

const two = makeTranscript([
  { speaker: "林晚", startTime: 1, endTime: 4.5, body: "大家好，今天聊 R&D。" },
  { speaker: "Maya", startTime: 4.5, endTime: 3700, body: "if a < b --> <i>then</i>" },
]);
const about = { address: "https://example.org/episodes/1/", heading: "文字稿", notes: ["校订稿。"] };
const readSpoken = (fileName: string, text: string) =>
  parseString(fileName, text).cues.map(({ speaker, text: said }) => [speaker, said]);
const spoken = two.segments.map(({ speaker, body }) => [speaker, body]);

describe("writeVtt", () => {
  it("names speakers in voice tags and escapes what is markup", () => {
    expect(writeVtt(two, ["来自小样播客"])).toBe(
      "WEBVTT\n\nNOTE 来自小样播客\n\n00:00:01.000 --> 00:00:04.500\n<v 林晚>大家好，今天聊 R&amp;D。\n\n" +
        "00:00:04.500 --> 01:01:40.000\n<v Maya>if a &lt; b --&gt; &lt;i&gt;then&lt;/i&gt;\n",
    );
  });

  it("keeps the cues of the file a passage was joined from", () => {
    const passage: TranscriptEntry = {
      startTime: 10,
      endTime: 20,
      body: "我们聊蒸馏。Then MoE.",
      cues: [
        [0, 10],
        [6, 15.25],
      ],
    };
    const { cues } = parseString("x.vtt", writeVtt(makeTranscript([passage]), []));
    expect(cues.map(({ startTime, endTime, text }) => [startTime, endTime, text])).toEqual([
      [10, 15.25, "我们聊蒸馏。"],
      [15.25, 20, "Then MoE."],
    ]);
  });

  it("keeps words that look like the times of a cue", () => {
    const words = "12:30 --> 12:40";
    const transcript = makeTranscript([{ startTime: 1, endTime: 2, body: words }]);
    expect(readSpoken("x.vtt", writeVtt(transcript, []))).toEqual([[undefined, words]]);
    expect(readSpoken("x.srt", writeSrt(transcript, []))).toEqual([[undefined, words]]);
  });

  it("writes a note on one line, whatever it holds", () => {
    expect(writeVtt(two, ["a\n\n00:01 --> 00:02\nb"])).toContain("NOTE a 00:01 -> 00:02 b\n\n00:00:01.000");
  });
});

describe("writeSrt", () => {
  it("leaves a plain less-than sign as it is and writes tags as text", () => {
    expect(writeSrt(two, [])).toContain("Maya: if a < b --> &lt;i>then&lt;/i>");
  });

  it("shows notes in a cue of their own, because the format has no comments", () => {
    expect(writeSrt(two, ["时间是估算的。"])).toMatch(
      /^1\n00:00:00,000 --> 00:00:05,000\n\[时间是估算的。\]\n\n2\n/,
    );
  });
});

describe("writePlainText", () => {
  it("gives each passage a paragraph with its time and speaker", () => {
    expect(writePlainText(two)).toBe(
      "[0:01] 林晚: 大家好，今天聊 R&D。\n\n[0:04] Maya: if a < b --> <i>then</i>\n",
    );
  });

  it("leaves estimated times out", () => {
    const estimated = makeTranscript([{ startTime: 9, endTime: 12, body: "你好", isEstimated: true }]);
    expect(writePlainText(estimated)).toBe("你好\n");
  });
});

describe("writeMarkdown", () => {
  it("begins with the episode, its address and its notes, and numbers the chapters", () => {
    const chapters = [{ title: "为什么 *便宜*", startTime: 750, isEstimated: true as const, first: 0 }];
    const text = writeMarkdown(makeTranscript(two.segments, { chapters }), about);
    expect(text).toContain(
      "# 蒸馏怎么做\n\n小样播客 · 2025-03 · <https://example.org/episodes/1/>\n\n校订稿。",
    );
    expect(text).toContain("### 1. 为什么 \\*便宜\\* (≈12:30)\n\n**林晚:** [0:01] 大家好");
  });

  it("is read again without its head and its headings", () => {
    expect(readSpoken("x.md", writeMarkdown(two, about))).toEqual(spoken);
  });
});

describe("restoreHeard", () => {
  it("puts back what the recogniser wrote and moves the cues along", () => {
    const entry: TranscriptEntry = {
      startTime: 0,
      endTime: 9,
      body: "用DeepSeek做蒸馏吧",
      cues: [
        [0, 0],
        [10, 4],
      ],
      changes: [
        [1, 9, "低费"],
        [10, 12, "征流"],
      ],
    };
    const restored = restoreHeard(makeTranscript([entry])).segments[0];
    expect(restored).toEqual({
      startTime: 0,
      endTime: 9,
      body: "用低费做征流吧",
      cues: [
        [0, 0],
        [4, 4],
      ],
    });
  });

  it("lets a cue that begins inside a corrected stretch begin behind it", () => {
    const entry: TranscriptEntry = {
      startTime: 0,
      endTime: 9,
      body: "强化学习好",
      cues: [
        [0, 0],
        [2, 4],
      ],
      changes: [[0, 4, "墙画学习了"]],
    };
    expect(restoreHeard(makeTranscript([entry])).segments[0]?.cues?.[1]).toEqual([5, 4]);
  });
});

const said = fc
  .array(
    fc.constantFrom(
      ..."蒸馏|強化學習|MoE|a < b|R&D|&lt;|<i>|</v>|{\\an8}|-->|12:30 --> 12:40|3:1|GPT-4o|*|_|[a](b)|`|#|- |1. |，|。|\\|~~|C++|😀|café|</b>|42".split(
        "|",
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => words.join(" ").replace(/\s+/g, " ").trim())
  // Plain text takes a time at a paragraph's beginning for the paragraph's own.
  .map((text) => (/^\p{L}/u.test(text) ? text : `好 ${text}`));

const conversation = fc
  .constantFrom(["林晚", "周一鸣", "Maya Cohen"], ["发言人1", "发言人2"])
  .chain((cast) =>
    fc.array(
      fc.record({
        speaker: fc.constantFrom(...cast),
        length: fc.integer({ min: 1, max: 90_000 }),
        body: said,
      }),
      { minLength: 2, maxLength: 12 },
    ),
  )
  .map((turns) => {
    let at = 0;
    return makeTranscript(
      turns.map(({ speaker, length, body }) => {
        const startTime = at / 1000;
        at += length;
        return { speaker, startTime, endTime: at / 1000, body };
      }),
    );
  });

describe("what is written", () => {
  it.each([
    ["x.vtt", (transcript: TranscriptJson) => writeVtt(transcript, ["一句说明"])],
    ["x.srt", (transcript: TranscriptJson) => writeSrt(transcript, [])],
    ["x.json", (transcript: TranscriptJson) => JSON.stringify(transcript)],
  ])("is read again with its times, speakers and words: %s", (fileName, write) => {
    fc.assert(
      fc.property(conversation, (transcript) => {
        const { cues } = parseString(fileName, write(transcript));
        expect(
          cues.map(({ startTime, endTime, speaker, text: body }) => ({ startTime, endTime, speaker, body })),
        ).toEqual(
          transcript.segments.map(({ startTime, endTime, speaker, body }) => ({
            startTime,
            endTime,
            speaker,
            body,
          })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["x.txt", writePlainText],
    ["x.md", (transcript: TranscriptJson) => writeMarkdown(transcript, about)],
  ])("is read again with its speakers, words and whole seconds: %s", (fileName, write) => {
    fc.assert(
      fc.property(conversation, (transcript) => {
        const { cues } = parseString(fileName, write(transcript));
        expect(cues.map(({ startTime, speaker, text: body }) => [startTime, speaker, body])).toEqual(
          transcript.segments.map(({ startTime, speaker, body }) => [Math.floor(startTime), speaker, body]),
        );
      }),
      { numRuns: 300 },
    );
  });
});
