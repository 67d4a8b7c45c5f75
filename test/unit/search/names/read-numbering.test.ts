import { describe, expect, it } from "vitest";
import { readNumbering } from "../../../../src/search/names/read-numbering.ts";

describe("readNumbering", () => {
  it.each<[text: string, number: number, rest: string]>([
    ["12", 12, ""],
    ["#12", 12, ""],
    ["第12期", 12, ""],
    ["第十二期", 12, ""],
    ["第一百零二集 去海边", 102, "去海边"],
    ["12期", 12, ""],
    ["EP 12", 12, ""],
    ["Vol.12 去海边", 12, "去海边"],
    ["No.56：做一个废物也是没那么容易的", 56, "做一个废物也是没那么容易的"],
    ["E12 | 去海边", 12, "去海边"],
    ["008｜人生如选秀", 8, "人生如选秀"],
    ["22. 开发板", 22, "开发板"],
    ["【随机波动137】很想跟上时代", 137, "很想跟上时代"],
    ["我们不会永远年轻｜VOL.152", 152, "我们不会永远年轻"],
    ["帮你应对日常情绪挑战 - 102", 102, "帮你应对日常情绪挑战"],
  ])("reads %s as number %d", (text, number, rest) => {
    expect(readNumbering(text)).toMatchObject({ number, rest });
  });

  it.each([
    ["S1E12", 1, 12],
    ["s01e05 | 张琳", 1, 5],
    ["S5 Vol.26 设计师们", 5, 26],
  ])("reads the season of %s", (text, season, number) => {
    expect(readNumbering(text)).toMatchObject({ season, number });
  });

  it("reads what ends a long text, and goes once through what only looks like its end", () => {
    expect(readNumbering(`${"去海边".repeat(200)} · EP12`)).toMatchObject({
      number: 12,
      rest: "去海边".repeat(200),
    });
    expect(readNumbering(`${"- ".repeat(50_000)}去海边`)).toBeUndefined();
  });

  it.each(["90后的我们", "3.7 版本", "GPT4", "E2E 测试", "Elephant 12", "2024年终总结", "一起去海边", ""])(
    "takes no number from %j",
    (text) => {
      expect(readNumbering(text)).toBeUndefined();
    },
  );
});
