import { describe, expect, it } from "vitest";
import { parseString } from "./parse-string.ts";

const textsOf = (text: string) => parseString("transcript.vtt", text).cues.map((cue) => cue.text);

describe("dropRollingLines", () => {
  it("says each line of YouTube's rolling captions once and keeps its words", () => {
    const { cues } = parseString(
      "transcript.vtt",
      "WEBVTT\nKind: captions\n\n00:00.000 --> 00:02.000\n \n大家<00:00.500><c>好</c>\n\n00:02.000 --> 00:02.010\n大家好\n \n\n00:02.010 --> 00:04.000\n大家好\n欢迎<00:03.000><c>收听</c>\n\n00:04.000 --> 00:04.010\n欢迎收听\n \n\n00:04.010 --> 00:06.000\n欢迎收听\n再见",
    );
    expect(cues.map(({ text, line }) => [text, line])).toEqual([
      ["大家好", 6],
      ["欢迎收听", 14],
      ["再见", 22],
    ]);
    expect(cues[1]?.words).toEqual([
      { text: "欢迎", startTime: 2.01 },
      { text: "收听", startTime: 3 },
    ]);
  });

  it("says each line once where every cue shows two", () => {
    expect(
      textsOf(
        "WEBVTT\n\n00:00.000 --> 00:01.000\none\ntwo\n\n00:01.000 --> 00:02.000\ntwo\nthree\n\n00:02.000 --> 00:03.000\nthree\nfour",
      ),
    ).toEqual(["one\ntwo", "three", "four"]);
  });

  it("keeps what a person says twice", () => {
    expect(
      textsOf(
        "WEBVTT\n\n00:00.000 --> 00:01.000\n对\n\n00:01.000 --> 00:02.000\n对\n\n00:02.000 --> 00:03.000\n对\n\n00:03.000 --> 00:04.000\n就是",
      ),
    ).toEqual(["对", "对", "对", "就是"]);
  });
});
