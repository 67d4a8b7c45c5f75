import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { weighText } from "../../../src/text/weigh-text.ts";

const ODYSSEY = "../shared/data/ai-odyssey/transcript.txt";

function weigh(text: string): number {
  return weighText(text)[text.length] ?? Number.NaN;
}

describe("weighText", () => {
  it("gives each Han character 1/4.5 s and punctuation nothing", () => {
    expect(weigh("我们用蒸馏，对吧。")).toBeCloseTo(7 / 4.5);
  });

  it("gives each Latin word and number 1/2.5 s", () => {
    expect(weigh("use GPT-4o 2025")).toBeCloseTo(4 / 2.5);
  });

  it("takes a decimal number and a word with an apostrophe for one word", () => {
    expect(weigh("3.7 it's")).toBeCloseTo(2 / 2.5);
  });

  it("weighs mixed text by its parts", () => {
    expect(weigh("用MoE做")).toBeCloseTo(2 / 4.5 + 1 / 2.5);
  });

  it.skipIf(!existsSync(ODYSSEY))("gives the AI Odyssey episode 68.6 minutes", () => {
    expect(weigh(readFileSync(ODYSSEY, "utf8")) / 60).toBeCloseTo(68.6, 1);
  });
});
