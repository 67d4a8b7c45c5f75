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
      zh: "同时说到“蒸馏 MoE”的有3期，共1,057处",
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

  /** Beside each of these may stand names, other writings, sounds and passages that are near. */
  it.each([
    ["a Chinese word", { query: "蒸馏塔" }, "没有逐字说到“蒸馏塔”", "“蒸馏塔” is not said word for word"],
    [
      "a word that others hold",
      { query: "chat" },
      "没有单独说到“chat”",
      "“chat” is not said as a word of its own",
    ],
    [
      "a phrase",
      { query: '"open source"' },
      "没有逐字说到“open source”",
      "“open source” is not said word for word",
    ],
    [
      "words that are not together",
      { query: "火车 天气" },
      "没有一期同时说到“火车 天气”",
      "No episode says all of “火车 天气”",
    ],
    [
      "filters",
      { query: "火车", isNarrowed: true },
      "筛选之后，没有逐字说到“火车”",
      "With these filters, “火车” is not said word for word",
    ],
    [
      "filters on several words",
      { query: "火车 天气", isNarrowed: true },
      "筛选之后，没有一期同时说到“火车 天气”",
      "With these filters, no episode says all of “火车 天气”",
    ],
    [
      "a word that is being typed",
      { query: "chat", isBeginning: true },
      "没有单独说到“chat…”",
      "“chat…” is not said as a word of its own",
    ],
  ])("says only of what was asked that it is not there: %s", (_, asked, zh, en) => {
    expect(describeStatus({ kind: "ready", episodes: 0, hits: 0, ...asked })).toEqual({ zh, en });
    const near = describeStatus({ kind: "near", ...asked });
    expect(near.zh).toMatch(/，下面是最接近的段落$/);
    expect(near.en).toMatch(/\. These passages are nearest$/);
  });

  it.each([
    [{ query: "chat", isBeginning: true }, "“chat…”在1期里出现2次", "“chat…” is said 2 times in 1 episode"],
    [
      { query: "天气", isNarrowed: true },
      "筛选之后，“天气”在1期里出现2次",
      "With these filters, “天气” is said 2 times in 1 episode",
    ],
    [
      { query: "天气 rl", isNarrowed: true, isBeginning: true },
      "筛选之后，同时说到“天气 rl…”的有1期，共2处",
      "With these filters, 1 episode says all of “天气 rl…”: 2 hits",
    ],
  ])("counts what was counted, and no more: %o", (asked, zh, en) => {
    expect(describeStatus({ kind: "ready", episodes: 1, hits: 2, ...asked })).toEqual({ zh, en });
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
      expect(zh).not.toMatch(/没有[逐单一]/);
      expect(en).not.toMatch(/not said|no episode/i);
    }
  });
});
