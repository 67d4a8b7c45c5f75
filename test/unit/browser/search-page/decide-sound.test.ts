import { afterEach, describe, expect, it, vi } from "vitest";
import {
  decideSound,
  groupForms,
  recallSound,
  rememberSound,
} from "../../../../src/browser/search-page/decide-sound.ts";
import type { FoundForm } from "../../../../src/search/api/search-types.ts";

afterEach(() => vi.unstubAllGlobals());

describe("decideSound", () => {
  const occasion = {
    query: "蒸馏",
    isUnfinished: false,
    isSentence: false,
    isNearShown: false,
  };

  it.each([
    ["蒸馏", 0],
    ["抢红包", 4],
    ["具身智能", 29],
    ["Claude", 0],
  ])("looks at once for what sounds like %s with %i exact hits", (query, exactHits) => {
    expect(decideSound({ ...occasion, query, exactHits })).toBe("ask");
  });

  it.each([
    ["蒸馏", 1],
    ["抢红包", 5],
    ["Claude", 1],
    ["具身智能", 50],
  ])("waits for a reader to come near with %s and %i exact hits", (query, exactHits) => {
    expect(decideSound({ ...occasion, query, exactHits })).toBe("wait");
  });

  it("waits for a reader to come near below passages that are near to several words", () => {
    expect(decideSound({ ...occasion, query: "蒸馏 量化", exactHits: 0, isNearShown: true })).toBe("wait");
    expect(decideSound({ ...occasion, query: "知识整流", exactHits: 0, isNearShown: true })).toBe("ask");
  });

  it("has nothing to listen for in a sentence", () => {
    expect(decideSound({ ...occasion, exactHits: 0, isSentence: true })).toBe("none");
  });

  it.each(["dee", "DeepSeek R1", "蒸馏 推", "open 馏"])(
    "waits to be asked while the last word of %s is being typed",
    (query) => {
      expect(
        decideSound({ query, exactHits: 0, isUnfinished: true, isSentence: false, isNearShown: false }),
      ).toBe("offer");
      expect(
        decideSound({ query, exactHits: 0, isUnfinished: false, isSentence: false, isNearShown: false }),
      ).toBe("ask");
    },
  );

  it.each(["蒸馏", "DeepSeek 蒸馏", '"open source"', "DeepSeek "])(
    "does not wait where the last word of %s says enough",
    (query) => {
      expect(
        decideSound({ query, exactHits: 0, isUnfinished: true, isSentence: false, isNearShown: false }),
      ).toBe("ask");
    },
  );

  it.each(["", "馏", "R", "3.7", "2025", "！？"])("has nothing to listen for in %s", (query) => {
    expect(
      decideSound({ query, exactHits: 0, isUnfinished: false, isSentence: false, isNearShown: false }),
    ).toBe("none");
  });
});

describe("groupForms", () => {
  const form = (name: string, hits: number, isLikely = false): FoundForm => ({
    tier: "sound",
    form: name,
    hits,
    episodes: 1,
    isLikely,
  });

  it("keeps likely writings apart from others, and shows the likely ones together first", () => {
    expect(
      groupForms([form("梦妍", 71, true), form("梦言", 14, true), form("梦魇", 38)], 123, false),
    ).toEqual({
      likely: [
        { kind: "all", forms: ["梦妍", "梦言"], hits: 85 },
        { kind: "form", forms: ["梦妍"], hits: 71 },
        { kind: "form", forms: ["梦言"], hits: 14 },
      ],
      unlikely: [{ kind: "form", forms: ["梦魇"], hits: 38 }],
    });
  });

  it("needs no choice of all where one writing is likely, and shows nothing first where none is", () => {
    expect(groupForms([form("何润峰", 3, true)], 3, false).likely).toEqual([
      { kind: "form", forms: ["何润峰"], hits: 3 },
    ]);
    expect(groupForms([form("螺旋", 39)], 39, false).likely).toEqual([]);
  });

  it("lists few writings, and the others with what was not read as one", () => {
    const many = Array.from({ length: 12 }, (_, k) => form(`词${k}`, 2));
    const { unlikely } = groupForms(many, 29, false);
    expect(unlikely).toHaveLength(8);
    expect(unlikely.at(-1)?.kind).toBe("rest");
    expect(unlikely.at(-1)?.forms).toContain("");
    expect(unlikely.reduce((sum, { hits }) => sum + hits, 0)).toBe(29);
  });

  it("puts what was not read with the likely ones where all of it is", () => {
    expect(groupForms([form("agent", 5, true)], 7, true).likely).toEqual([
      { kind: "all", forms: ["agent", ""], hits: 7 },
      { kind: "form", forms: ["agent"], hits: 5 },
      { kind: "rest", forms: [""], hits: 2 },
    ]);
  });
});

describe("the choice to see what sounds alike", () => {
  it("is kept until it is taken back", () => {
    const values = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
      removeItem: (key: string) => void values.delete(key),
    });
    expect(recallSound()).toBe(true);
    rememberSound(false);
    expect(recallSound()).toBe(false);
    rememberSound(true);
    expect(recallSound()).toBe(true);
  });

  it("is yes where storage is forbidden", () => {
    const forbid = () => {
      throw new Error("forbidden");
    };
    vi.stubGlobal("localStorage", { getItem: forbid, setItem: forbid, removeItem: forbid });
    rememberSound(false);
    expect(recallSound()).toBe(true);
  });
});
