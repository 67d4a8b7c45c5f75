import { afterEach, describe, expect, it, vi } from "vitest";
import {
  makeEntry,
  readEntry,
  recallView,
  rememberView,
} from "../../../../src/browser/search-page/search-memory.ts";

function fakeStorage(): Pick<Storage, "getItem" | "setItem"> {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  };
}

afterEach(() => vi.unstubAllGlobals());

describe("readEntry", () => {
  it("reads what was put into the history's state", () => {
    const entry = makeEntry(true);
    expect(readEntry(JSON.parse(JSON.stringify({ search: entry })))).toEqual(entry);
  });

  it.each([null, undefined, {}, { search: 3 }, "x"])("takes %j for another page's", (state) => {
    expect(readEntry(state)).toBeUndefined();
  });
});

describe("recallView", () => {
  it("gives each entry its own view", () => {
    vi.stubGlobal("sessionStorage", fakeStorage());
    const [first, second] = [makeEntry(true), makeEntry(true)];
    rememberView(first, { shown: 40, opened: ["042"], anchor: { slug: "042", top: -12 } });
    rememberView(second, { shown: 20, opened: [] });
    expect(recallView(first)).toEqual({ shown: 40, opened: ["042"], anchor: { slug: "042", top: -12 } });
  });

  it("knows nothing where storage is forbidden", () => {
    const forbid = () => {
      throw new DOMException("forbidden", "SecurityError");
    };
    vi.stubGlobal("sessionStorage", { getItem: forbid, setItem: forbid });
    const entry = makeEntry(false);
    rememberView(entry, { shown: 20, opened: [] });
    expect(recallView(entry)).toBeUndefined();
  });
});
