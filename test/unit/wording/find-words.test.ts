import { expect, test } from "vitest";
import { wordNotHere } from "../../../src/wording/find-words.ts";

test.each([
  [["蒸馏塔"], "这一期里没有逐字说到“蒸馏塔”", "“蒸馏塔” is not said word for word in this episode"],
  [["gpt"], "这一期里没有单独说到“gpt”", "“gpt” is not said as a word of its own in this episode"],
])("of an episode that says a word with %j in it, no more is told than is so", (words, zh, en) => {
  expect(wordNotHere(words)).toEqual({ zh, en });
});
