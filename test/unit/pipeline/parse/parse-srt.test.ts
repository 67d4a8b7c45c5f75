import { describe, expect, it } from "vitest";
import { parseString } from "./parse-string.ts";

const parse = (text: string) => parseString("transcript.srt", text);
const textsOf = (text: string) => parse(text).cues.map((cue) => cue.text);

describe("parseSrt", () => {
  it("reads numbers from 0, a dot and hours of one digit", () => {
    const { cues, problems } = parse(
      "0\n0:00:00.000 --> 0:00:02.920\n欢迎收听\n\n1\n0:00:02.920 --> 0:00:06.360\n乱弹",
    );
    expect(cues).toEqual([
      { startTime: 0, endTime: 2.92, text: "欢迎收听", line: 3 },
      { startTime: 2.92, endTime: 6.36, text: "乱弹", line: 7 },
    ]);
    expect(problems).toEqual([]);
  });

  it("reads cues without numbers", () => {
    expect(textsOf("00:00:01,000 --> 00:00:02,000\n一\n\n00:00:02,000 --> 00:00:03,000\n2025")).toEqual([
      "一",
      "2025",
    ]);
  });

  it("reads cues without blank lines between them", () => {
    expect(textsOf("1\n00:00:01,000 --> 00:00:02,000\n一\n2\n00:00:02,000 --> 00:00:03,000\n二")).toEqual([
      "一",
      "二",
    ]);
  });

  it("keeps a number that was said", () => {
    expect(textsOf("1\n00:00:01,000 --> 00:00:02,000\n2025\n\n2\n00:00:02,000 --> 00:00:03,000\n好")).toEqual(
      ["2025", "好"],
    );
  });

  it("reads a file with a blank line after every line", () => {
    const { cues, problems } = parse(
      "1\n\n00:00:01,000 --> 00:00:02,000\n\n一\n\n2\n\n00:00:02,000 --> 00:00:03,000\n\n二\n",
    );
    expect(cues).toEqual([
      { startTime: 1, endTime: 2, text: "一", line: 5 },
      { startTime: 2, endTime: 3, text: "二", line: 11 },
    ]);
    expect(problems).toEqual([]);
  });

  it("leaves out the end of a cue that has no duration", () => {
    expect(parse("1\n00:00:07,000 --> 00:00:07,000\n好").cues).toEqual([
      { startTime: 7, text: "好", line: 3 },
    ]);
  });

  it("reads a negative start as 0 and says so", () => {
    const { cues, problems } = parse("1\n-00:00:01,000 --> 00:00:02,000\n好");
    expect(cues).toEqual([{ startTime: 0, endTime: 2, text: "好", line: 3 }]);
    expect(problems).toEqual([expect.objectContaining({ severity: "warning", line: 2 })]);
  });

  it("removes tags and positions, and nothing else in angle brackets", () => {
    expect(
      textsOf(
        '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>List<String></i> <font color="red">a &amp; b</font> <script>x</script> 1 < 2',
      ),
    ).toEqual(["List<String> a & b <script>x</script> 1 < 2"]);
  });

  it("takes a label that recurs for the speaker and carries it on", () => {
    const { cues } = parse(
      "1\n00:00:01,000 --> 00:00:02,000\nWes Bos: Welcome to syntax\n\n2\n00:00:02,000 --> 00:00:03,000\nand so on\n\n3\n00:00:03,000 --> 00:00:04,000\nScott Tolinski: Hi\n\n4\n00:00:04,000 --> 00:00:05,000\nWes Bos: right",
    );
    expect(cues.map(({ speaker, text }) => [speaker, text])).toEqual([
      ["Wes Bos", "Welcome to syntax"],
      ["Wes Bos", "and so on"],
      ["Scott Tolinski", "Hi"],
      ["Wes Bos", "right"],
    ]);
  });

  it("parts two speakers inside one cue", () => {
    const { cues } = parse(
      "1\n00:00:01,000 --> 00:00:02,000\n- 天一：好的\n- 曹伟：可以\n\n2\n00:00:02,000 --> 00:00:03,000\n曹伟：那好\n\n3\n00:00:03,000 --> 00:00:04,000\n天一：嗯",
    );
    expect(cues.map(({ speaker, text, line }) => [speaker, text, line])).toEqual([
      ["天一", "好的", 3],
      ["曹伟", "可以", 4],
      ["曹伟", "那好", 8],
      ["天一", "嗯", 12],
    ]);
  });

  it("takes a sentence that leads to a colon for no speaker, even when it recurs", () => {
    const cue = (number: number, text: string) =>
      `${number}\n00:00:0${number},000 --> 00:00:0${number},900\n${text}\n\n`;
    const { cues } = parse(
      cue(1, "工作原理是这样的：") +
        cue(2, "比如：你好") +
        cue(3, "工作原理是这样的：") +
        cue(4, "比如：再见"),
    );
    expect(cues.every(({ speaker }) => speaker === undefined)).toBe(true);
  });

  it("keeps the text of a number without times, without a time", () => {
    const { cues, problems } = parse(
      "1\n00:00:01,000 --> 00:00:02,000\n一\n\n2\n二\n\n3\n00:00:03,000 --> 00:00:04,000\n三",
    );
    expect(cues[1]).toEqual({ text: "二", line: 6 });
    expect(problems).toEqual([expect.objectContaining({ severity: "warning", line: 6 })]);
  });
});
