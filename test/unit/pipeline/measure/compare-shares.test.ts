import { describe, expect, it } from "vitest";
import { compareShares } from "../../../../src/pipeline/measure/compare-shares.ts";

const hour = 3600;
const speak = (shares: Record<string, number>, seconds = hour) => ({
  seconds,
  secondsOf: new Map(Object.entries(shares)),
});

describe("compareShares", () => {
  it("puts what one side says more before what both say alike", () => {
    const compared = compareShares(speak({ 蒸馏: 600, 模型: 900 }), speak({ RL: 600, 模型: 900 }));
    expect(compared.map(({ name }) => name)).toEqual(["蒸馏", "模型", "RL"]);
    expect(compared[1]?.score).toBeCloseTo(0, 5);
  });

  it("compares shares and not minutes", () => {
    const [same] = compareShares(speak({ 模型: 600 }), speak({ 模型: 6000 }, 10 * hour));
    expect(Math.abs(same?.score ?? 1)).toBeLessThan(0.5);
  });

  it("makes little of one mention in a short time", () => {
    const [once] = compareShares(speak({ MoE: 30 }, 300), speak({}, 10 * hour));
    const [often] = compareShares(speak({ MoE: 600 }), speak({}, 10 * hour));
    expect(once?.score).toBeLessThan(1.64);
    expect(often?.score).toBeGreaterThan(1.64);
  });

  it("has nothing to compare where one side is silent", () => {
    expect(compareShares(speak({ 模型: 60 }), speak({}, 0))).toEqual([]);
  });
});
