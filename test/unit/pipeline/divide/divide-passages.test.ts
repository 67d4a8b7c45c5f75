import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CorrectedCue, Speaker } from "../../../../src/model/cue.ts";
import type { ChapterSource } from "../../../../src/model/passage.ts";
import { type DivideOptions, dividePassages } from "../../../../src/pipeline/divide/divide-passages.ts";
import { wordProblems } from "../../../word-problems.ts";

const LEO: Speaker = { key: "leo", name: "Leo", personId: "leo", sure: 1 };
const TIANYI: Speaker = { key: "tianyi", name: "天一", personId: "tianyi", sure: 1 };

function makeCue(text: string, cue: Partial<CorrectedCue> = {}): CorrectedCue {
  return { text, line: 1, changes: [], ...cue };
}

/** Cues of two seconds one after another, each on a line of its own. */
function makeTimedCues(texts: readonly string[], cue: Partial<CorrectedCue> = {}): CorrectedCue[] {
  return texts.map((text, index) =>
    makeCue(text, { startTime: index * 2, endTime: index * 2 + 2, line: index * 3 + 3, ...cue }),
  );
}

function divide(cues: readonly CorrectedCue[], options: Partial<DivideOptions> = {}) {
  return dividePassages(cues, { chapters: [], offset: 0, ...options });
}

function readTexts(cues: readonly CorrectedCue[], options: Partial<DivideOptions> = {}): string[] {
  return divide(cues, options).passages.map(({ text }) => text);
}

const SENTENCE = "我们今天想聊一聊大模型的蒸馏和剪枝到底有什么不同。";

describe("passages", () => {
  it("join short cues of one speaker into one", () => {
    expect(readTexts(makeTimedCues(["大家好，", "我是 Leo。", "Welcome", "back."]))).toEqual([
      "大家好，我是 Leo。Welcome back.",
    ]);
  });

  it("make about eighty of 1,967 two-second cues, none shorter than 120 or longer than 400 characters", () => {
    const cues = makeTimedCues(Array.from({ length: 1967 }, (_, index) => `第${index % 9}句说十个字左右`));
    const { passages, timing } = divide(cues);
    expect(timing).toBe("cue");
    expect(passages.length).toBeGreaterThan(45);
    expect(passages.length).toBeLessThan(140);
    for (const { text } of passages) {
      expect(text.length).toBeGreaterThanOrEqual(120);
      expect(text.length).toBeLessThanOrEqual(400);
    }
  });

  it("keep a space between Han and Latin characters where a line has one at its edge", () => {
    expect(readTexts([makeCue("我们用 DeepSeek\n 模型做\nagent")])).toEqual(["我们用 DeepSeek 模型做agent"]);
  });

  it("begin anew where another speaks, however shortly", () => {
    const cues = [
      makeCue("我觉得可以。", { speaker: LEO }),
      makeCue("对。", { speaker: TIANYI, line: 2 }),
      makeCue("那就开始。", { speaker: LEO, line: 3 }),
    ];
    expect(divide(cues).passages.map(({ text, speaker }) => `${speaker?.key}: ${text}`)).toEqual([
      "leo: 我觉得可以。",
      "tianyi: 对。",
      "leo: 那就开始。",
    ]);
  });

  it("end where sentences end", () => {
    const texts = readTexts([makeCue(SENTENCE.repeat(40))]);
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(text.endsWith("。")).toBe(true);
  });

  it("keep the closing quote with its sentence", () => {
    const texts = readTexts([makeCue(`他说：“${SENTENCE}”`.repeat(20))]);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text.endsWith("。”")).toBe(true);
  });

  it("end English sentences at a dot, not inside 3.7 or after Dr.", () => {
    const text = "Dr. Chen has tried Sonnet 3.7 for a while and he likes it a lot. ".repeat(30);
    const texts = readTexts([makeCue(text)]);
    expect(texts.length).toBeGreaterThan(2);
    for (const part of texts) expect(part).toMatch(/^Dr\. .*a lot\.$/);
  });

  it("divide a long line without punctuation at the words with which a speaker goes on, never inside a word", () => {
    const words = ["我们", "模型", "训练", "数据", "参数", "然后"];
    const text = Array.from({ length: 400 }, (_, index) => words[(index * 7) % 6]).join("");
    const texts = readTexts([makeCue(text)]);
    expect(texts.length).toBeGreaterThan(1);
    for (const part of texts) expect(part).toMatch(/^(?:我们|模型|训练|数据|参数|然后)+$/);
    expect(texts.slice(1).every((part) => part.startsWith("然后"))).toBe(true);
  });

  it("keep the paragraphs of an untimed file together where they are long enough", () => {
    const paragraph = "天气很好我们去爬山".repeat(25);
    const cues = [1, 3, 5].map((line) => makeCue(paragraph, { line }));
    expect(divide(cues).passages.map(({ text, line }) => [text === paragraph, line])).toEqual([
      [true, 1],
      [true, 3],
      [true, 5],
    ]);
  });

  it("never divide a change", () => {
    const text = `${"很".repeat(395)}DeepSeek，V3${"好".repeat(395)}`;
    const changes = [{ from: 395, to: 406, heard: "滴普西克", source: "correction" as const, sure: 1 }];
    const { passages } = divide([makeCue(text, { changes })]);
    const found = passages.flatMap((p) => p.changes.map((change) => p.text.slice(change.from, change.to)));
    expect(found).toEqual(["DeepSeek，V3"]);
  });

  it("prefer a pause to run on over it", () => {
    const before = makeTimedCues(Array.from({ length: 20 }, () => "我们说了十来个字左右啊"));
    const after = before.map((cue) => ({
      ...cue,
      startTime: (cue.startTime ?? 0) + 45,
      endTime: (cue.endTime ?? 0) + 45,
      line: cue.line + 60,
    }));
    expect(divide([...before, ...after]).passages.map(({ start }) => start)).toContain(45);
  });

  it("keep every character but spaces, for any cues", () => {
    const text = fc.string({ unit: fc.constantFrom("蒸", "馏", "a", "b", "。", "，", " ", "\n", ".", "”") });
    const cue = fc.record({
      text,
      startTime: fc.option(fc.nat(50), { nil: undefined }),
      isLeo: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 12 }), fc.nat(30), (records, offset) => {
        const cues = records.map(({ text, startTime, isLeo }, index) =>
          makeCue(text, {
            line: index * 30 + 1,
            speaker: isLeo ? LEO : TIANYI,
            ...(startTime === undefined ? {} : { startTime }),
          }),
        );
        const { passages } = divide(cues, { offset });
        const squeeze = (value: string): string => value.replace(/\s/g, "");
        expect(squeeze(passages.map((p) => p.text).join(""))).toBe(squeeze(cues.map((c) => c.text).join("")));
        expect(new Set(passages.flatMap((p) => [p.anchor, p.lineAnchor])).size).toBe(
          new Set(passages.map((p) => p.anchor)).size +
            passages.filter((p) => p.anchor !== p.lineAnchor).length,
        );
        expect(new Set(passages.map((p) => p.anchor)).size).toBe(passages.length);
        expect(new Set(passages.map((p) => p.lineAnchor)).size).toBe(passages.length);
        const starts = passages.map((p) => p.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        for (const p of passages) expect(p.end).toBeGreaterThanOrEqual(p.start);
      }),
    );
  });

  it.each([
    ["Han characters", "中".repeat(1_000_000)],
    ["commas", "好，".repeat(500_000)],
    ["one word", "a".repeat(1_000_000)],
    ["full stops", "。 ".repeat(500_000)],
  ])(
    "read a line of a million characters: %s",
    (_, text) => {
      expect(
        readTexts([makeCue(text)])
          .join("")
          .replace(/ /g, ""),
      ).toBe(text.replace(/ /g, ""));
    },
    60_000,
  );
});

describe("anchors", () => {
  it("are the second of a real time, and numbered within it", () => {
    const cues = [
      makeCue("好。", { startTime: 754.1, line: 4, speaker: LEO }),
      makeCue("对。", { startTime: 754.6, line: 7, speaker: TIANYI }),
      makeCue("嗯。", { startTime: 754.9, line: 10, speaker: LEO }),
    ];
    expect(divide(cues).passages.map(({ anchor, lineAnchor }) => [anchor, lineAnchor])).toEqual([
      ["t=754", "p4"],
      ["t=754.2", "p7"],
      ["t=754.3", "p10"],
    ]);
  });

  it("are the line where the time is estimated, and the tokens of the line before it", () => {
    const delivered = { text: "对。", line: 12, tokensBefore: 340, offsets: [[0, 0]] } as const;
    const cues = [
      makeCue("好。", { line: 12, speaker: LEO }),
      makeCue("对。", { line: 12, speaker: TIANYI, delivered }),
      makeCue("嗯。", { line: 13, speaker: LEO }),
    ];
    expect(divide(cues).passages.map(({ anchor }) => anchor)).toEqual(["p12", "p12.340", "p13"]);
  });
});

describe("times", () => {
  it("are estimated from the text's length where the file has none, unscaled where no duration is known", () => {
    const cues = [
      makeCue("一二三四五六七八九", { speaker: LEO }),
      makeCue("two words", { speaker: TIANYI, line: 2 }),
    ];
    const { passages, timing, duration, isDurationEstimated } = divide(cues);
    expect(passages.map(({ start, end, isEstimated }) => [start, end, isEstimated])).toEqual([
      [0, 2, true],
      [2, 2.8, true],
    ]);
    expect([timing, duration, isDurationEstimated]).toEqual(["estimated", 2.8, true]);
  });

  it("are scaled to the duration where it is known, and the offset is not added", () => {
    const cues = [
      makeCue("一二三四五", { speaker: LEO }),
      makeCue("一二三四五", { speaker: TIANYI, line: 2 }),
    ];
    const { passages, duration, isDurationEstimated } = divide(cues, { duration: 100, offset: 30 });
    expect(passages.map(({ start, end }) => [start, end])).toEqual([
      [0, 50],
      [50, 100],
    ]);
    expect([duration, isDurationEstimated]).toEqual([100, false]);
  });

  it("are interpolated between known ones, which makes the timing mixed", () => {
    const cues = [
      makeCue("一二三四", { startTime: 10, speaker: LEO }),
      makeCue("五六七八", { line: 2, speaker: TIANYI }),
      makeCue("九十", { startTime: 30, line: 3, speaker: LEO }),
    ];
    const { passages, timing } = divide(cues);
    expect(passages.map(({ start, isEstimated, anchor }) => [start, isEstimated, anchor])).toEqual([
      [10, false, "t=10"],
      [20, true, "p2"],
      [30, false, "t=30"],
    ]);
    expect(timing).toBe("mixed");
  });

  it("are the file's with the offset added, and the last cue's end is the duration", () => {
    const cues = makeTimedCues(["好。", "对。"]);
    const { passages, timing, duration, isDurationEstimated } = divide(cues, { offset: 30.5 });
    expect(passages).toMatchObject([
      {
        start: 30.5,
        end: 34.5,
        anchor: "t=30",
        cueStarts: [
          [0, 30.5],
          [2, 32.5],
        ],
      },
    ]);
    expect([timing, duration, isDurationEstimated]).toEqual(["cue", 34.5, false]);
  });

  it("never run backward: a wrong time is estimated, the others are kept", () => {
    const speakers = [LEO, TIANYI];
    const cues = [10, 20, 9999, 40, 50].map((startTime, index) =>
      makeCue("一二三四", { startTime, line: index + 1, speaker: speakers[index % 2] ?? LEO }),
    );
    expect(divide(cues).passages.map(({ start, isEstimated }) => [start, isEstimated])).toEqual([
      [10, false],
      [20, false],
      [30, true],
      [40, false],
      [50, false],
    ]);
  });

  it("of speakers who interrupt each other are kept in the order of the file", () => {
    const cues = [
      makeCue("我觉得", { startTime: 10, speaker: LEO }),
      makeCue("对", { startTime: 9, line: 2, speaker: TIANYI }),
      makeCue("可以", { startTime: 12, line: 3, speaker: LEO }),
    ];
    const { passages, timing } = divide(cues);
    expect(passages.map(({ anchor }) => anchor)).toEqual(["t=10", "t=10.2", "t=12"]);
    expect(timing).toBe("cue");
  });

  it("of a cue's second part lie between those of the first and the cue's end", () => {
    const cues = [
      makeCue("一二三四", { startTime: 10, speaker: LEO }),
      makeCue("五六七八", { endTime: 20, speaker: TIANYI }),
    ];
    const { passages, duration, isDurationEstimated } = divide(cues);
    expect(passages.map(({ start, end }) => [start, end])).toEqual([
      [10, 15],
      [15, 20],
    ]);
    expect([duration, isDurationEstimated]).toEqual([20, false]);
  });

  it("of a passage end with its last cue, also where that interrupts and its start was moved", () => {
    const cues = [
      makeCue("我觉得", { startTime: 10, endTime: 13, speaker: LEO }),
      makeCue("对", { startTime: 9, endTime: 9.5, line: 2, speaker: TIANYI }),
    ];
    expect(divide(cues, { duration: 60 }).passages.map(({ end }) => end)).toEqual([13, 10]);
  });

  it("of words count where a cue is divided, and move with the offset", () => {
    const words = [
      { text: "好", startTime: 1, endTime: 2 },
      { text: "对", startTime: 2 },
    ];
    expect(divide([makeCue("好对", { startTime: 1, words })], { offset: 10 }).passages[0]?.words).toEqual([
      { text: "好", startTime: 11, endTime: 12, offset: 0 },
      { text: "对", startTime: 12, offset: 1 },
    ]);
  });
});

describe("chapters", () => {
  function makeChapter(title: string, place: Partial<ChapterSource>): ChapterSource {
    return { title, sourceLine: 1, ...place };
  }

  it("begin a passage at the cue of their time", () => {
    const cues = makeTimedCues(["大家好。", "开始吧。", "谢谢。", "再见。"]);
    const chapters = [makeChapter("尾声", { start: 4 }), makeChapter("开场", { start: 0 })];
    const divided = divide(cues, { chapters });
    expect(divided.passages.map(({ text, chapter }) => [text, chapter])).toEqual([
      ["大家好。开始吧。", 0],
      ["谢谢。再见。", 1],
    ]);
    expect(divided.chapters).toEqual([
      { title: "开场", start: 0, isEstimated: false, firstPassage: 0 },
      { title: "尾声", start: 4, isEstimated: false, firstPassage: 1 },
    ]);
  });

  it("leave the text before the first without a chapter", () => {
    const { passages } = divide(makeTimedCues(["大家好。", "开始吧。"]), {
      chapters: [makeChapter("正文", { start: 2 })],
    });
    expect(passages[0]).not.toHaveProperty("chapter");
    expect(passages[1]?.chapter).toBe(0);
  });

  it("begin inside a line at the words of the file, a corrected one among them", () => {
    const changes = [{ from: 6, to: 8, heard: "直播", source: "correction" as const, sure: 1 }];
    const chapters = [makeChapter("主题", { line: 4, from: "我们直播" })];
    const divided = divide([makeCue("好的那好我们直奔主题", { line: 4, changes: [...changes] })], {
      chapters,
    });
    expect(divided.passages.map(({ text }) => text)).toEqual(["好的那好", "我们直奔主题"]);
    expect(divided.chapters).toMatchObject([{ isEstimated: true, firstPassage: 1 }]);
  });

  it("are reported where their words or their line are not there", () => {
    const chapters = [
      makeChapter("一", { line: 4, from: "没有", sourceLine: 7 }),
      makeChapter("二", { line: 9, sourceLine: 8 }),
    ];
    const { problems } = divide([makeCue("好的那好", { line: 4 })], { chapters });
    expect(problems).toMatchObject([
      { severity: "error", line: 7 },
      { severity: "error", line: 8 },
    ]);
    expect(wordProblems(problems)[0]?.message).toContain("“没有”, which does not stand in line 4");
  });

  it("are left out with a warning where they begin after the end", () => {
    const { chapters, problems } = divide(makeTimedCues(["大家好。"]), {
      chapters: [makeChapter("彩蛋", { start: 3600 })],
    });
    expect(chapters).toEqual([]);
    expect(problems).toMatchObject([{ severity: "warning", line: 1 }]);
  });

  it("of an untimed file begin at the sentence whose estimate is nearest", () => {
    const text = SENTENCE.repeat(4);
    const length = SENTENCE.length - 1;
    const chapters = [makeChapter("后半", { start: (length * 2) / 4.5 + 1 })];
    expect(readTexts([makeCue(text)], { chapters })).toEqual([SENTENCE.repeat(2), SENTENCE.repeat(2)]);
  });
});
