import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNameHints } from "../../../src/import/gather/read-name-hints.ts";
import { type Reading, readReading } from "../../../src/import/gather/read-reading.ts";
import { type PairTarget, pairReadings } from "../../../src/import/pair/pair-readings.ts";
import { chooseReadings } from "../../../src/import/plan/choose-readings.ts";

test.each([
  ["ep012.srt", { number: 12, isNumberNamed: true, title: "" }],
  ["第12期 蒸馏.txt", { number: 12, isNumberNamed: true, title: "蒸馏" }],
  ["E12.vtt", { number: 12, isNumberNamed: true }],
  ["12.txt", { number: 12, isNumberNamed: true }],
  ["S2E03 - Title here.srt", { number: 3, season: 2, title: "Title here" }],
  ["MyShow-Episode-12.srt", { number: 12, isNumberNamed: true }],
  ["mypod_ep12_final.json", { number: 12, title: "mypod" }],
  ["我的播客 12 谈蒸馏 逐字稿.docx", { number: 12, isNumberNamed: false }],
  ["随机波动137.srt", { number: 137, isNumberNamed: false }],
  ["20250305 蒸馏与小模型.srt", { date: "2025-03-05", title: "蒸馏与小模型" }],
  ["录音2025年3月5日.txt", { date: "2025-03-05", title: "" }],
  ["ep12.mp3.zh-CN.srt", { number: 12, stem: "ep12" }],
])("reads of the name %s what it says", (name, hints) => {
  expect(readNameHints(name)).toMatchObject(hints);
});

test("reads any name quickly", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (name) => {
      const began = performance.now();
      readNameHints(name);
      expect(performance.now() - began).toBeLessThan(200);
    }),
  );
});

const targets: readonly (PairTarget & { readonly n: number })[] = [
  { n: 1, title: "第1期 开张", date: "2025-01-01", number: 1, duration: 3600, audioStem: "a8f3c1d2" },
  { n: 2, title: "蒸馏出来的小模型为什么变差", date: "2025-01-15", number: 2, duration: 4000 },
  { n: 3, title: "嘉宾对谈", date: "2025-02-01", number: 3, duration: 5000 },
  { n: 4, title: "年终特辑", date: "2025-02-01", number: 4, duration: 5005 },
];

function makeReading(name: string, own: Partial<Reading> = {}): Reading {
  const plain = {
    ...{ ending: "srt", digest: name, wordsDigest: name, letters: 1000, labels: [], timed: 1 },
    ...{ hasWordTimes: false, punctuation: 8, duration: 0, hints: readNameHints(name) },
  };
  return { name, ...plain, ...own };
}

function pair(name: string, own: Partial<Reading> = {}) {
  const [found] = pairReadings([makeReading(name, own)], targets);
  return { n: found?.guesses[0]?.target.n, isSure: found?.isSure, why: found?.guesses[0]?.why };
}

describe("a file", () => {
  test.each([
    ["ep002.srt", {}, 2, ["number"]],
    ["a8f3c1d2.mp3.srt", {}, 1, ["audio-name"]],
    ["2025-01-15.srt", {}, 2, ["date"]],
    ["小模型为什么变差.srt", {}, 2, ["title"]],
    ["我的播客 2 访谈.srt", { duration: 3995 }, 2, ["number", "length"]],
  ])("is surely an episode's: %s", (name, own, n, why) => {
    expect(pair(name, own)).toEqual({ n, isSure: true, why });
  });

  test.each([
    ["by its length alone", "录音.srt", { duration: 3998 }, 2],
    ["by a bare number in a longer name", "我的播客 2 访谈.srt", {}, 2],
    ["by a day of two episodes", "2025-02-01.srt", {}, 3],
    ["by a number that its length speaks against", "ep001.srt", { duration: 900 }, 1],
  ])("is asked about: %s", (_, name, own, n) => {
    expect(pair(name, own)).toMatchObject({ n, isSure: false });
  });

  test("is nobody's where nothing says anything", () => {
    expect(pair("notes.txt")).toEqual({ n: undefined, isSure: false, why: undefined });
  });
});

describe("of several readings of one recording", () => {
  const vtt = "WEBVTT\n\n00:00.000 --> 00:02.000\n今天聊聊蒸馏\n\n00:02.000 --> 00:05.000\n好的\n";
  const text = "林晚：今天聊聊蒸馏。\n周一鸣：好的。\n林晚：开始吧。\n周一鸣：行。\n";
  const read = (content: string, name: string): Reading => {
    const reading = readReading(new TextEncoder().encode(content), name);
    if ("kind" in reading) throw new Error(reading.kind);
    return reading;
  };

  test("the better text is the transcript, and the timed one gives it times", () => {
    const [raw, edited] = [read(vtt, "a.vtt"), read(text, "a.txt")];
    expect(chooseReadings([raw, edited])).toEqual({ transcript: edited, times: raw, left: [] });
  });

  test("a whole text without times is better than captions with other words, a summary is not", () => {
    const captions = read(
      "1\n00:00:00,000 --> 00:00:02,000\n林晚：今天聊聊征流。\n\n2\n00:00:02,000 --> 00:00:05,000\n周一鸣：好的。\n\n3\n00:00:05,000 --> 00:00:06,000\n林晚：开始吧。\n",
      "a.srt",
    );
    const edited = read("林晚：今天聊聊蒸馏。\n周一鸣：好的。\n林晚：开始吧。\n", "a.txt");
    const summary = read("林晚：聊蒸馏。\n周一鸣：好。\n", "b.txt");
    expect(chooseReadings([captions, edited])).toEqual({ transcript: edited, times: captions, left: [] });
    expect(chooseReadings([captions, summary]).transcript).toBe(captions);
  });

  test("of the same words the one with times is the transcript", () => {
    const [timed, plain] = [read(vtt, "a.vtt"), read("今天聊聊蒸馏\n好的\n", "a.txt")];
    expect(chooseReadings([plain, timed])).toEqual({ transcript: timed, left: [plain] });
  });

  test("is told by content and not by the ending", () => {
    expect(read(vtt, "a.bak")).toMatchObject({ timed: 1, duration: 5 });
    expect(readReading(new TextEncoder().encode("%PDF-1.7"), "a.txt")).toMatchObject({
      kind: "format-not-read",
    });
  });
});
