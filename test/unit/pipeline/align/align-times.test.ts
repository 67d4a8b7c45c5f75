import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Cue } from "../../../../src/model/cue.ts";
import { alignTimes } from "../../../../src/pipeline/align/align-times.ts";
import { composeText } from "../../../../src/pipeline/divide/compose-text.ts";
import { mapTimes } from "../../../../src/pipeline/divide/map-times.ts";
import { weighText } from "../../../../src/text/weigh-text.ts";
import { damageWords, listWords, makeRandom } from "./damage-words.ts";

const speech = readFileSync("content/episodes/deepseek-r1/transcript.txt", "utf8").replace(/\n/g, "");

/** The first episode as it would be timed: cues of one to twelve seconds, said at a pace that changes, with pauses. */
function timeSpeech(count: number, random: () => number): Cue[] {
  const cues: Cue[] = [];
  const words = listWords(speech);
  let time = 2;
  for (let at = 0; cues.length < count; ) {
    const length = 3 + Math.floor(random() * 30);
    const text = Array.from({ length }, (_, k) => words[(at + k) % words.length]).join("");
    at += length;
    const startTime = Math.round(time * 1000) / 1000;
    time += (weighText(text).at(-1) ?? 0) * (0.7 + random() * 0.6);
    cues.push({ text, line: cues.length + 1, startTime, endTime: Math.round(time * 1000) / 1000 });
    time += random() < 0.2 ? random() * 2 : 0;
  }
  return cues;
}

const untimed = ({ text, line }: Cue): Cue => ({ text, line });

/** How far the times of the cues' beginnings are off, in seconds: of all of them, and of those that are called real. */
function measureErrors(truth: readonly Cue[], own: readonly Cue[], recognition: readonly Cue[]) {
  const { cues, agreement } = alignTimes(
    own.filter(({ text }) => text !== ""),
    recognition,
  );
  const composition = composeText(cues.map((cue) => ({ ...cue, changes: [] }) as never));
  const times = mapTimes(composition, { offset: 0, duration: truth.at(-1)?.endTime });
  const errors = composition.cues.map(({ from, source: { line } }) => ({
    seconds: Math.abs(times.timeAt(from) - (truth[line - 1]?.startTime ?? 0)),
    isReal: times.getKnown(from) !== undefined,
  }));
  const near = errors.filter(({ seconds }) => seconds <= 0.5).length / errors.length;
  const real = errors.filter(({ isReal }) => isReal);
  const realNear = real.filter(({ seconds }) => seconds <= 0.5).length / real.length;
  return {
    agreement,
    near,
    realNear,
    realShare: real.length / errors.length,
    worstReal: Math.max(...real.map(({ seconds }) => seconds)),
  };
}

describe("the times of 700 cues of which words are damaged", () => {
  const random = makeRandom(13);
  const truth = timeSpeech(700, random);
  const pool = [...new Set(listWords(speech))];

  it.each([
    [0.1, 0.85],
    [0.25, 0.7],
    [0.4, 0.5],
  ])("are within half a second, for %f of them", (share, leastReal) => {
    const damage = (cue: Cue) => ({ ...cue, text: damageWords(cue.text, share, random, pool) });
    const heard = truth.map(damage).filter(({ text }) => text !== "");
    for (const { near, realNear, realShare, worstReal } of [
      measureErrors(truth, truth.map(untimed), heard),
      measureErrors(truth, truth.map(damage).map(untimed), truth),
    ]) {
      expect(near).toBeGreaterThanOrEqual(0.95);
      expect(realNear).toBeGreaterThanOrEqual(0.98);
      expect(realShare).toBeGreaterThanOrEqual(leastReal);
      expect(worstReal).toBeLessThanOrEqual(3);
    }
  });

  it("stand in their order, whatever the text is divided into", () => {
    const whole = [{ text: truth.map(({ text }) => text).join("\n"), line: 1 }];
    const times = alignTimes(whole, truth).cues.flatMap(({ words = [] }) => words);
    expect(times.length).toBeGreaterThan(10_000);
    expect(times.every(({ startTime }, at) => startTime >= (times[at - 1]?.startTime ?? 0))).toBe(true);
    expect(times.every(({ text, offset = -1 }) => whole[0]?.text.startsWith(text, offset))).toBe(true);
  });
});

describe("a recognition", () => {
  const cue = (startTime: number, endTime: number, text: string): Cue => ({
    startTime,
    endTime,
    text,
    line: 1,
  });

  it("gives real times to the words that begin its cues, are timed, or lie near such a time", () => {
    const { cues } = alignTimes(
      [{ text: "大家好欢迎收听今天我们聊聊蒸馏", line: 1 }],
      [
        cue(1, 3, "大家好欢迎收听"),
        { ...cue(4, 12, "今天我们聊聊蒸馏"), words: [{ text: "聊聊", startTime: 9 }] },
      ],
    );
    const real = cues[0]?.words?.filter(({ isEstimated }) => isEstimated !== true);
    expect(real?.map(({ text, startTime }) => [text, startTime])).toEqual([
      ...["大", "家", "好", "欢", "迎", "收", "听"].map((text, at) => [
        text,
        Math.round(1000 + (at * 2000) / 7) / 1000,
      ]),
      ["今", 4],
      ["聊", 9],
      ["聊", 9.75],
      ["蒸", 10.5],
      ["馏", 11.25],
    ]);
  });

  it("gives none real beside a cue that is much too long for its words", () => {
    const { cues } = alignTimes(
      [{ text: "我们配置的那个机器人已经处理好的我们看一下", line: 1 }],
      [cue(0, 2, "我们配置的那个机器人"), cue(2, 22, "已经处理好的"), cue(22, 23, "我们看一下")],
    );
    expect(cues[0]?.words?.every(({ isEstimated }) => isEstimated)).toBe(true);
  });

  it("of something else gives no times", () => {
    const own = [{ text: "今天我们聊聊怎么蒸馏一个模型", line: 1 }];
    const { cues, isSame, agreement } = alignTimes(own, [cue(0, 9, "下面请听天气预报明天有雨")]);
    expect([cues, isSame]).toEqual([own, false]);
    expect(agreement).toBeLessThan(0.5);
  });

  it("whose times run backward gives those that do not", () => {
    const { cues } = alignTimes(
      [{ text: "大家好欢迎收听今天我们聊聊蒸馏好的谢谢", line: 1 }],
      [cue(10, 12, "大家好欢迎收听"), cue(900, 902, "今天我们聊聊蒸馏"), cue(14, 16, "好的谢谢")],
    );
    expect(cues[0]?.words?.every(({ startTime }) => startTime <= 16)).toBe(true);
  });

  it("leaves words their own times", () => {
    const own = [{ text: "大家好", line: 1, words: [{ text: "大家好", startTime: 3 }] }];
    expect(alignTimes(own, [cue(1, 2, "大家好")]).cues).toEqual(own);
  });
});

describe("two texts that are hard to align", () => {
  const take = (own: string, heard: string): number => {
    const began = performance.now();
    alignTimes([{ text: own, line: 1 }], [{ text: heard, line: 1, startTime: 0, endTime: 9000 }]);
    return performance.now() - began;
  };

  it.each([
    ["that are all one word", "对".repeat(60_000), "对".repeat(50_000)],
    ["that have nothing in common", "大家好".repeat(20_000), "天气预".repeat(20_000)],
    ["that repeat", "对啊是的".repeat(15_000), "对啊没错".repeat(15_000)],
    ["of very different lengths", "对啊".repeat(10), "对啊是的".repeat(50_000)],
  ])("%s take seconds at most", (_, own, heard) => {
    expect(take(own, heard)).toBeLessThan(8000);
  });
});
