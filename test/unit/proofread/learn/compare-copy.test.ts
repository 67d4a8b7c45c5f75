import { cut } from "nodejs-jieba";
import { describe, expect, test } from "vitest";
import { compareCopy } from "../../../../src/proofread/learn/compare-copy.ts";
import { readTokens } from "../../../../src/text/normalise.ts";
import { hear } from "../suggest/hear.ts";

const compare = (text: string, copy: string, options = {}) =>
  compareCopy(hear(text, options), copy, { cut: (run) => cut(run), names: [readTokens("post-training")] });
const list = (text: string, copy: string, options = {}) =>
  compare(text, copy, options).changes.map(
    ({ place, meant }) => `${place.line}${place.nth ? `#${place.nth}` : ""} ${place.heard} → ${meant}`,
  );

describe("compareCopy", () => {
  test("finds what was changed, with its line, over joined and divided paragraphs", () => {
    expect(
      list("我们讲征流，\n用 DeepSig 的数据。\n好。", "我们讲蒸馏，用\n\nDeepSeek 的数据。好。"),
    ).toEqual(["1 征流 → 蒸馏", "2 DeepSig → DeepSeek"]);
  });
  test("widens a changed character to its word", () => {
    expect(list("这个模统很大。", "这个模型很大。")).toEqual(["1 模统 → 模型"]);
  });
  test("widens a changed word to the name that it is part of", () => {
    expect(list("然后做 pose training 的。", "然后做 post-training 的。")).toEqual([
      "1 pose training → post-training",
    ]);
  });
  test("takes a neighbour in where words were only added or taken away", () => {
    expect(list("我们去了北京。", "我们昨天去了北京。")).toEqual([expect.stringMatching(/→ .*昨天/)]);
    expect(list("我们就是就是说这个。", "我们就是说这个。")).toHaveLength(1);
  });
  test("counts changes of punctuation, spaces, case and script, and ignores them", () => {
    const { changes, ignoredCount } = compare("大家好 我是 leo 今天講蒸餾", "大家好，我是 Leo。今天讲蒸馏！");
    expect(changes).toEqual([]);
    expect(ignoredCount).toBe(4);
  });
  test("takes a variant that the search joins for a change", () => {
    expect(list("效果很显着。", "效果很显著。")).toEqual(["1 显着 → 显著"]);
    expect(list("占了30%的份额。", "占了30的份额。")).toEqual(["1 30% → 30"]);
  });
  test("takes capitals inside a word for a change", () => {
    expect(list("Moe 的做法", "MoE 的做法")).toEqual(["1 Moe → MoE"]);
  });
  test("leaves alone what is corrected already and stands in the copy as it was heard", () => {
    const replace = [{ line: 1, heard: "征流", meant: "蒸馏", sure: 1, sourceLine: 1 }];
    const { changes, asHeardCount } = compare("我们讲征流。", "我们讲征流。", { replace });
    expect(changes).toEqual([]);
    expect(asHeardCount).toBe(1);
  });
  test("changes a corrected place as a whole when the copy says otherwise", () => {
    const replace = [{ line: 1, heard: "征流", meant: "蒸馏", sure: 1, sourceLine: 1 }];
    expect(list("我们讲征流。", "我们讲蒸发。", { replace })).toEqual(["1 征流 → 蒸发"]);
  });
  test("names the second of two on a line", () => {
    expect(list("征流和征流。", "征流和蒸馏。")).toEqual(["1#2 征流 → 蒸馏"]);
  });
  test("lists what runs over a change of speaker", () => {
    const { changes, unplaced } = compare(
      "甲：今天讲征\n乙：流是好的\n甲：对\n乙：好",
      "今天讲完全不一样的是好的对好",
    );
    expect(changes.length + unplaced.length).toBeGreaterThan(0);
    for (const { place } of changes) expect(place.heard).not.toContain("征流");
  });
  test("says of a long text that is no copy that nothing of it is alike", () => {
    const write = (first: number) =>
      Array.from({ length: 6_000 }, (_, k) => String.fromCharCode(first + (k % 3_000))).join("");
    expect(compare(`${write(0x4e00)}。`, write(0x7000)).alikeShare).toBe(0);
  });
  test("says how much is alike", () => {
    expect(compare("我们讲征流。", "完全别的东西").alikeShare).toBeLessThan(0.3);
    expect(compare("我们讲征流。", "我们讲征流。").alikeShare).toBe(1);
  });
});
