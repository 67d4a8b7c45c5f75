import { describe, expect, it } from "vitest";
import { readPlayerKey } from "../../../../src/browser/player/player-keys.ts";
import { readHitKey } from "../../../../src/browser/transcript/hit-keys.ts";

describe("readHitKey", () => {
  it("goes on with n and back with Shift-N, also with caps lock", () => {
    expect(readHitKey({ key: "n", shiftKey: false })).toEqual({ kind: "step", by: 1 });
    expect(readHitKey({ key: "N", shiftKey: false })).toEqual({ kind: "step", by: 1 });
    expect(readHitKey({ key: "N", shiftKey: true })).toEqual({ kind: "step", by: -1 });
  });

  it("finds with f", () => {
    expect(readHitKey({ key: "f", shiftKey: false })).toEqual({ kind: "find" });
  });

  it("takes no key of the player's", () => {
    for (const key of [" ", "k", "j", "l", "m", "?", "ArrowLeft", "ArrowRight"])
      expect(readHitKey({ key, shiftKey: false })).toBeUndefined();
    for (const key of ["f", "n", "N"]) expect(readPlayerKey(key)).toBeUndefined();
  });
});
