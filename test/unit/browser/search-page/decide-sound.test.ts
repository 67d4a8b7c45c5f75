import { afterEach, describe, expect, it, vi } from "vitest";
import { decideSound, recallSound, rememberSound } from "../../../../src/browser/search-page/decide-sound.ts";

afterEach(() => vi.unstubAllGlobals());

describe("decideSound", () => {
  it.each([0, 1, 4])("looks for what sounds like a word that has %i exact hits", (exactHits) => {
    expect(decideSound({ query: "蒸馏", exactHits, isUnfinished: false, isSentence: false })).toBe("ask");
  });

  it.each([5, 57])("only offers to look where there are %i exact hits", (exactHits) => {
    expect(decideSound({ query: "蒸馏", exactHits, isUnfinished: false, isSentence: false })).toBe("offer");
  });

  it.each(["dee", "DeepSeek R1", "蒸馏 推", "open 馏"])(
    "waits to be asked while the last word of %s is being typed",
    (query) => {
      expect(decideSound({ query, exactHits: 0, isUnfinished: true, isSentence: false })).toBe("offer");
      expect(decideSound({ query, exactHits: 0, isUnfinished: false, isSentence: false })).toBe("ask");
    },
  );

  it.each(["蒸馏", "DeepSeek 蒸馏", '"open source"', "DeepSeek "])(
    "does not wait where the last word of %s says enough",
    (query) => {
      expect(decideSound({ query, exactHits: 0, isUnfinished: true, isSentence: false })).toBe("ask");
    },
  );

  it.each(["", "馏", "R", "3.7", "2025", "！？"])("has nothing to listen for in %s", (query) => {
    expect(decideSound({ query, exactHits: 0, isUnfinished: false, isSentence: false })).toBe("none");
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
