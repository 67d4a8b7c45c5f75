import { describe, expect, it } from "vitest";
import { describeStatus } from "../../../../src/browser/search-page/describe-status.ts";

describe("describeStatus", () => {
  it("says nothing before the first query", () => {
    expect(describeStatus({ kind: "idle" })).toEqual({ zh: "", en: "" });
  });

  it("says in how many episodes a word stands and how often", () => {
    expect(describeStatus({ kind: "ready", query: "蒸馏", episodes: 1, hits: 50 })).toEqual({
      zh: "“蒸馏”在1期里出现50次",
      en: "“蒸馏” is said 50 times in 1 episode",
    });
  });

  it("counts one hit as once", () => {
    const { en } = describeStatus({ kind: "ready", query: "MoE", episodes: 1, hits: 1 });
    expect(en).toBe("“MoE” is said once in 1 episode");
  });

  it("says that an episode has to say all of several words", () => {
    expect(describeStatus({ kind: "ready", query: "蒸馏 MoE", episodes: 3, hits: 1057 })).toEqual({
      zh: "同时说到“蒸馏 MoE”的有3期，共1057处",
      en: "3 episodes say all of “蒸馏 MoE”: 1,057 hits",
    });
  });

  it("takes words in quotes for one", () => {
    const { zh } = describeStatus({ kind: "ready", query: '"open source"', episodes: 2, hits: 3 });
    expect(zh).toBe("“open source”在2期里出现3次");
  });

  it("does not count a lone sign as a word", () => {
    const { zh } = describeStatus({ kind: "ready", query: "蒸馏 ?", episodes: 2, hits: 3 });
    expect(zh).toBe("“蒸馏 ?”在2期里出现3次");
  });

  it("repeats what was searched when nothing was found", () => {
    expect(describeStatus({ kind: "ready", query: "蒸馏塔", episodes: 0, hits: 0 })).toEqual({
      zh: "没有找到“蒸馏塔”",
      en: "Nothing found for “蒸馏塔”",
    });
  });

  it("does not say that nothing was found where nothing that there is was asked for", () => {
    const { zh } = describeStatus({ kind: "ready", query: "", episodes: 0, hits: 0, isUnknown: true });
    expect(zh).toBe("还没有可以找的");
  });

  it("shortens a long query without splitting a character", () => {
    const { zh } = describeStatus({ kind: "loading", query: "𠮷".repeat(60) });
    expect(zh).toBe(`正在找“${"𠮷".repeat(40)}…”…`);
  });

  it("never lets a failure sound like nothing found", () => {
    for (const isOffline of [true, false]) {
      const { zh, en } = describeStatus({ kind: "failed", isOffline });
      expect(zh).not.toContain("没有找到");
      expect(en).not.toContain("Nothing found");
    }
  });
});
