import { expect, test } from "vitest";
import { findAudio } from "../../../../src/archive/content/make-episode.ts";

test.each([
  ["https://example.org/ep12.mp3?token=1", "audio/mpeg"],
  ["https://example.org/ep12.M4A", "audio/mp4"],
  ["ep12.opus", "audio/ogg"],
])("knows the type of %s", (audio, type) => {
  expect(findAudio({ url: audio }, "/", "one").type).toBe(type);
});

test("leaves the type out where the address says nothing", () => {
  expect(findAudio({ url: "https://example.org/listen" }, "/", "one")).toEqual({
    url: "https://example.org/listen",
  });
});

test("puts a file below the episode's address, whatever its name holds", () => {
  expect(findAudio({ url: "audio/第 1 期#1.mp3" }, "/pod/", "第一期").url).toBe(
    "/pod/episodes/%E7%AC%AC%E4%B8%80%E6%9C%9F/audio/%E7%AC%AC%201%20%E6%9C%9F%231.mp3",
  );
});

test("takes the size and the type that are given", () => {
  const audio = { url: "https://example.org/listen?id=12", bytes: 5_242_880, type: "audio/mpeg" };
  expect(findAudio(audio, "/", "one")).toEqual(audio);
});
