import { afterEach, describe, expect, it, vi } from "vitest";
import { recallSound, rememberSound } from "../../../../src/browser/search-page/search-memory.ts";

afterEach(() => vi.unstubAllGlobals());

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
