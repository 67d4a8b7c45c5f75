import { describe, expect, it } from "vitest";
import { makeMomentAddress } from "../../../../src/browser/quote/make-moment-address.ts";
import { locateOffset } from "../../../../src/browser/quote/make-quote.ts";

describe("makeMomentAddress", () => {
  it.each([
    ["https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=754"],
    ["https://youtu.be/abc?si=x&t=3", "https://youtu.be/abc?si=x&t=754"],
    ["https://open.spotify.com/episode/7abc?si=x", "https://open.spotify.com/episode/7abc?si=x&t=754"],
    ["https://www.bilibili.com/video/BV1xx", "https://www.bilibili.com/video/BV1xx?t=754"],
    ["https://pca.st/9mjo6ijv", "https://pca.st/9mjo6ijv?t=754"],
  ])("gives the moment to a place that takes one: %s", (address, expected) => {
    expect(makeMomentAddress(address, 754.9)).toBe(expected);
  });

  it.each([
    "https://www.xiaoyuzhoufm.com/episode/65f",
    "https://podcasts.apple.com/cn/podcast/x/id1?i=2",
    "https://www.youtube.com/@channel",
    "https://open.spotify.com/show/7abc",
    "https://notyoutu.be/abc",
    "mailto:hello@example.org",
  ])("gives none to a link that takes none: %s", (address) => {
    expect(makeMomentAddress(address, 754)).toBeUndefined();
  });
});

describe("locateOffset", () => {
  it("places words by how long those before them take to say", () => {
    expect(locateOffset({ text: "一二三四五六七八", start: 100, end: 108 }, 2)).toBe(102);
  });

  it("gives a passage's ends for its own ends", () => {
    const passage = { text: "蒸馏 and RL", start: 10, end: 20 };
    expect([locateOffset(passage, 0), locateOffset(passage, passage.text.length)]).toEqual([10, 20]);
  });

  it("stays at the beginning where nothing is said", () => {
    expect(locateOffset({ text: "……", start: 10, end: 20 }, 1)).toBe(10);
  });
});
