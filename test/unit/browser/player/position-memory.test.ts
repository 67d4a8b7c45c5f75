import { beforeEach, describe, expect, test, vi } from "vitest";
import { recallPosition, rememberPosition } from "../../../../src/browser/player/position-memory.ts";

function stubStorage(): Map<string, string> {
  const stored = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  return stored;
}

let stored: Map<string, string>;
beforeEach(() => {
  stored = stubStorage();
});

describe("the memory of positions", () => {
  test("knows where each episode was left", () => {
    rememberPosition("/episodes/001/", 754.27, 4170);
    rememberPosition("/episodes/第二期/", 60, 3600);
    expect(recallPosition("/episodes/001/")).toBe(754.3);
    expect(recallPosition("/episodes/第二期/")).toBe(60);
  });

  test("forgets an episode that was heard to its end", () => {
    rememberPosition("/episodes/001/", 754, 4170);
    rememberPosition("/episodes/001/", 4160, 4170);
    expect(recallPosition("/episodes/001/")).toBeUndefined();
  });

  test("begins anew what was heard for a moment only", () => {
    rememberPosition("/episodes/001/", 3, 4170);
    expect(recallPosition("/episodes/001/")).toBeUndefined();
  });

  test("keeps what is newest when there is too much", () => {
    for (let number = 1; number <= 310; number++) rememberPosition(`/episodes/${number}/`, 100, 4000);
    expect(recallPosition("/episodes/1/")).toBeUndefined();
    expect(recallPosition("/episodes/310/")).toBe(100);
  });

  test("knows nothing where storage holds something else", () => {
    stored.set("tingsuo-positions", "[1, {");
    expect(recallPosition("/episodes/001/")).toBeUndefined();
  });

  test("does without storage", () => {
    vi.stubGlobal("localStorage", undefined);
    rememberPosition("/episodes/001/", 754, 4170);
    expect(recallPosition("/episodes/001/")).toBeUndefined();
  });
});
