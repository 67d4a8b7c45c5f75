import { describe, expect, it } from "vitest";
import { measureAirtime, measureSpeech } from "../../../../src/pipeline/measure/measure-airtime.ts";
import { makeEpisode, makePassage, makeTerm } from "./make-episode.ts";

const distillation = makeTerm("蒸馏");
const moe = makeTerm("MoE");
const minute = "模".repeat(60);
const first = makePassage(0, minute, "lin");
const second = makePassage(1, minute, "zhou");
const third = makePassage(2, minute, "lin");
const episode = makeEpisode("one", [first, second, third]);
const silent = makeEpisode("two", [makePassage(0, minute, "zhou")]);

function measure() {
  return measureAirtime(
    [episode, silent],
    new Map([
      [
        distillation,
        [
          {
            episode,
            passages: [
              { passage: first, marks: [[0, 2]] },
              {
                passage: second,
                marks: [
                  [30, 32],
                  [33, 35],
                ],
              },
            ],
          },
        ],
      ],
      [moe, [{ episode, passages: [{ passage: second, marks: [[40, 43]] }] }]],
    ]),
  );
}

describe("measureAirtime", () => {
  it("counts time and not mentions", () => {
    const airtime = measure().terms.get("蒸馏");
    expect(airtime?.seconds).toBeCloseTo(17 + 35, 5);
    expect(airtime?.episodes).toHaveLength(1);
  });

  it("leads to the passage in which a term is talked about longest", () => {
    expect(measure().terms.get("蒸馏")?.episodes[0]?.passage).toBe(second);
  });

  it("says who talks about a term, longest first", () => {
    const speakers = measure()
      .terms.get("蒸馏")
      ?.speakers.map(({ speaker, seconds }) => [speaker.key, Math.round(seconds)]);
    expect(speakers).toEqual([
      ["zhou", 35],
      ["lin", 17],
    ]);
  });

  it("finds the terms that are talked about at the same time, from both sides", () => {
    const { terms } = measure();
    expect(terms.get("蒸馏")?.companions).toEqual([expect.objectContaining({ term: moe, passage: second })]);
    expect(terms.get("MoE")?.companions[0]?.seconds).toBe(terms.get("蒸馏")?.companions[0]?.seconds);
    expect(terms.get("MoE")?.companions[0]?.seconds).toBeCloseTo(25, 5);
  });

  it("says how long everybody speaks, about a term and in all", () => {
    const { speakers } = measure();
    expect(speakers.get("lin")?.seconds).toBe(120);
    expect(speakers.get("zhou")?.seconds).toBe(120);
    expect(speakers.get("lin")?.secondsOf.get("蒸馏")).toBeCloseTo(17, 5);
  });

  it("leaves out a term that is never said", () => {
    expect(measureAirtime([episode], new Map([[moe, []]])).terms.size).toBe(0);
  });
});

describe("measureSpeech", () => {
  it("leaves out the silence between passages", () => {
    expect(measureSpeech(makeEpisode("gap", [makePassage(0, minute), makePassage(9, minute)]))).toBe(120);
  });
});
