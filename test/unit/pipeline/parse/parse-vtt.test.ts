import { describe, expect, it } from "vitest";
import { parseString } from "./parse-string.ts";

const parse = (text: string) => parseString("transcript.vtt", text);

describe("parseVtt", () => {
  it("passes over header, notes, styles, regions, names and settings", () => {
    const { cues, problems } = parse(
      "WEBVTT - 第一期\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\n\nNOTE 注释\n不是台词\n\n开场\n00:00:01.000 --> 00:00:02.000 align:start\n大家好",
    );
    expect(cues).toEqual([{ startTime: 1, endTime: 2, text: "大家好", line: 15 }]);
    expect(problems).toEqual([]);
  });

  it("reads times without hours", () => {
    expect(parse("WEBVTT\n\n01:02.500 --> 01:03.000\n好").cues[0]?.startTime).toBe(62.5);
  });

  it("takes the speaker from a voice with classes and entities", () => {
    expect(parse("WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud.first 天一 &amp; Ryu>你好</v>").cues).toEqual([
      { startTime: 1, endTime: 2, speaker: "天一 & Ryu", text: "你好", line: 4 },
    ]);
  });

  it("keeps the speaker when a cue has no voice tag", () => {
    const { cues } = parse(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 天一>你好\n\n00:02.000 --> 00:03.000\n我接着说",
    );
    expect(cues.map(({ speaker }) => speaker)).toEqual(["天一", "天一"]);
  });

  it("makes one cue a voice, each with its line", () => {
    const { cues } = parse(
      "WEBVTT\n\n00:01.000 --> 00:04.000\n<v 天一>好的\n<v Ryu>Great, <i>then</i>\n开始吧",
    );
    expect(cues).toEqual([
      { startTime: 1, endTime: 4, speaker: "天一", text: "好的", line: 4 },
      { startTime: 1, endTime: 4, speaker: "Ryu", text: "Great, then\n开始吧", line: 5 },
    ]);
  });

  it("removes classes, emphasis and languages and decodes entities", () => {
    const { cues } = parse(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<c.red>蒸馏</c> <b>MoE</b> <lang en>a &lt; b</lang> &amp;amp; &#x4f60;",
    );
    expect(cues[0]?.text).toBe("蒸馏 MoE a < b &amp; 你");
  });

  it("leaves out the reading of a ruby", () => {
    const { cues } = parse(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>です",
    );
    expect(cues[0]?.text).toBe("漢字です");
  });

  it("gives words their times", () => {
    const { cues } = parse("WEBVTT\n\n00:01.000 --> 00:04.000\n大家<00:02.000><c>好 </c><00:00:03.000>Hello");
    expect(cues[0]).toMatchObject({
      text: "大家好 Hello",
      words: [
        { text: "大家", startTime: 1 },
        { text: "好", startTime: 2 },
        { text: "Hello", startTime: 3 },
      ],
    });
  });

  it("gives no words when the timestamps lie outside the cue", () => {
    expect(parse("WEBVTT\n\n00:00.000 --> 00:02.000\n<00:03.000>好").cues[0]).not.toHaveProperty("words");
  });

  it("keeps the file's line breaks, so that lines can be counted", () => {
    expect(parse("WEBVTT\n\n00:01.000 --> 00:02.000\n第一行 \n<i></i>\n第三行").cues[0]).toMatchObject({
      text: "第一行\n\n第三行",
      line: 4,
    });
  });

  it("keeps text whose tag is never closed, and says so", () => {
    const { cues, problems } = parse("WEBVTT\n\n00:01.000 --> 00:02.000\n<c 别丢了这句");
    expect(cues[0]?.text).toBe("<c 别丢了这句");
    expect(problems).toEqual([
      {
        severity: "warning",
        line: 4,
        message:
          "The tag “<c 别丢了这句” has no “>”, so it is read as text. Close the tag, or write “&lt;” for “<”.",
      },
    ]);
  });

  it("reads only the start of a cue that ends before it starts", () => {
    expect(parse("WEBVTT\n\n00:01:05.000 --> 00:01:02.000\n反了")).toEqual({
      cues: [{ startTime: 65, text: "反了", line: 4 }],
      problems: [
        {
          severity: "warning",
          line: 3,
          message:
            "The cue ends (00:01:02.000) before it starts (00:01:05.000), so only its start is used. Swap the two times, or delete the cue.",
        },
      ],
    });
  });

  it("keeps words that stand after a blank line inside a cue, without a time", () => {
    const { cues, problems } = parse("WEBVTT\n\n00:01.000 --> 00:02.000\n前半句\n\n后半句");
    expect(cues).toEqual([
      { startTime: 1, endTime: 2, text: "前半句", line: 4 },
      { text: "后半句", line: 6 },
    ]);
    expect(problems).toEqual([expect.objectContaining({ severity: "warning", line: 6 })]);
  });

  it("gives a cue its text across a blank line when it has no other", () => {
    expect(parse("WEBVTT\n\n00:01.000 --> 00:02.000\n\n迟到的字").cues).toEqual([
      { startTime: 1, endTime: 2, text: "迟到的字", line: 5 },
    ]);
  });

  it("reads text under a time that is none without a time", () => {
    const { cues, problems } = parse("WEBVTT\n\n00.00.000 --> 00:02.000\n好");
    expect(cues).toEqual([{ text: "好", line: 4 }]);
    expect(problems[0]).toMatchObject({ severity: "warning", line: 3 });
  });

  it("reads a file without its header and says so", () => {
    const { cues, problems } = parse("00:01.000 --> 00:02.000\n好");
    expect(cues).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ severity: "warning", line: 1 })]);
  });

  it("says once that many cues go backward", () => {
    const { problems } = parse(
      "WEBVTT\n\n00:05.000 --> 00:06.000\n一\n\n00:03.000 --> 00:04.000\n二\n\n00:01.000 --> 00:02.000\n三",
    );
    expect(problems).toEqual([
      {
        severity: "warning",
        line: 6,
        message:
          "The cue starts (00:00:03.000) before the one above it (00:00:05.000). Correct the time, or move the cue to its place. The same holds for one more place, on line 9.",
      },
    ]);
  });

  it("takes overlapping cues for people who talk at once", () => {
    expect(parse("WEBVTT\n\n00:01.000 --> 00:09.000\n一\n\n00:02.000 --> 00:03.000\n二").problems).toEqual(
      [],
    );
  });
});
