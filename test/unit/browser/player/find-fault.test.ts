import { describe, expect, test } from "vitest";
import { type LoadFailure, MediaErrorCode, wordFailure } from "../../../../src/browser/player/find-fault.ts";

const failure: LoadFailure = {
  code: MediaErrorCode.notSupported,
  type: "audio/mpeg",
  canPlay: "maybe",
  isOnline: true,
};

describe("why a recording does not play", () => {
  test("is the network where there is none", () => {
    expect(wordFailure({ ...failure, isOnline: false }).zh).toContain("没有网络");
  });

  test("is the address where nothing stands there", () => {
    expect(wordFailure({ ...failure, status: 404 }).en).toContain("no recording at its address");
  });

  test("is the format where the browser has no decoder for it, and names it", () => {
    const wording = wordFailure({ ...failure, type: "audio/flac", canPlay: "", status: 200 });
    expect(wording.zh).toContain("audio/flac");
    expect(wording.en).toContain("audio/flac");
  });

  test("is the connection where it broke off", () => {
    expect(wordFailure({ ...failure, code: MediaErrorCode.network }).en).toContain("connection broke");
  });

  test("is the file where it is damaged", () => {
    expect(wordFailure({ ...failure, code: MediaErrorCode.decode }).zh).toContain("损坏");
  });

  test("is left open where nobody knows, and blames nobody", () => {
    expect(wordFailure(failure).en).toContain("its address may be wrong, or this browser cannot play");
  });

  test("always leaves the reader the transcript", () => {
    for (const code of Object.values(MediaErrorCode)) {
      const wording = wordFailure({ ...failure, code });
      expect(wording.zh).toContain("文字稿照常可读");
      expect(wording.en).toContain("The transcript reads as before");
    }
  });
});
