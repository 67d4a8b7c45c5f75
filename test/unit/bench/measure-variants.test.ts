import { expect, it } from "vitest";
import { makeFormPairs } from "../../bench/measure-variants.ts";
import { makeRandom } from "../../bench/random.ts";
import type { SourceEpisode } from "../../bench/read-source.ts";

const texts = [
  "从2025年起有30%的人用GPT-4和MP3",
  "花了3.5个小时，百分之七十，CodePen",
  "she wrote many agents and one agent in a café",
];
const episode: SourceEpisode = {
  slug: "e",
  title: "e",
  chapters: [],
  cues: texts.map((text, at) => ({ startTime: at, endTime: at + 1, text })),
  summary: "",
  readFrom: "file",
};

it("writes what is said otherwise, each once", () => {
  const pairs = makeFormPairs([episode], makeRandom(3)).map(({ said, asked }) => `${said} ${asked}`);
  expect(pairs.sort()).toEqual(
    [
      "2025年 二零二五年",
      "30% 百分之三十",
      "3.5 三点五",
      "百分之七十 70%",
      "GPT-4 GPT4",
      "MP3 MP-3",
      "CodePen Code Pen",
      "café cafe",
      "agents agent",
      "agent agents",
    ].sort(),
  );
});

it("makes the same pairs from the same seed", () => {
  expect(makeFormPairs([episode], makeRandom(3))).toEqual(makeFormPairs([episode], makeRandom(3)));
});
