import { describe, expect, test } from "vitest";
import { readPlayerKey } from "../../../../src/browser/player/player-keys.ts";

describe("a key of the player", () => {
  test.each([" ", "k", "K"])("plays or pauses: “%s”", (key) => {
    expect(readPlayerKey(key)).toEqual({ kind: "toggle" });
  });

  test.each([
    ["j", -15],
    ["l", 30],
    ["ArrowLeft", -5],
    ["ArrowRight", 5],
  ])("moves through the episode: %s by %i seconds", (key, seconds) => {
    expect(readPlayerKey(key)).toEqual({ kind: "skip", seconds });
  });

  test.each(["ArrowUp", "ArrowDown", "PageDown", "/", "Tab", "a"])(
    "is not one that the page needs: %s",
    (key) => {
      expect(readPlayerKey(key)).toBeUndefined();
    },
  );
});
