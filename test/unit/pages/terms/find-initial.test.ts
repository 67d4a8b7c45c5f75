import { describe, expect, it } from "vitest";
import { compareByIndex, findInitial } from "../../../../src/pages/terms/_find-initial.ts";

describe("findInitial", () => {
  it.each([
    ["蒸馏", "Z"],
    ["剪枝", "J"],
    ["强化学习", "Q"],
    ["英伟达", "Y"],
    ["阿里", "A"],
    ["微软", "W"],
    ["o1", "O"],
    ["École", "E"],
    ["C++", "C"],
    ["3.7", "#"],
  ])("lists %s under %s", (name, letter) => {
    expect(findInitial(name)).toBe(letter);
  });
});

describe("compareByIndex", () => {
  it("mixes Chinese and Latin names letter by letter, numbers last", () => {
    expect(["3D", "蒸馏", "Zod", "MoE", "量化", "Agent"].sort(compareByIndex)).toEqual([
      "Agent",
      "量化",
      "MoE",
      ...["蒸馏", "Zod"].sort(compareByIndex),
      "3D",
    ]);
  });
});
