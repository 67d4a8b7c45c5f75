import { describe, expect, it } from "vitest";
import { listFeedItems } from "../../../src/archive/list-feed-items.ts";
import { makePublished } from "../publish/make-published.ts";

describe("listFeedItems", () => {
  it("takes an episode with a day and a recording of known size and kind, under its guid or else its slug", () => {
    const { items, left } = listFeedItems([
      makePublished({ guid: "tea-42" }),
      makePublished({ slug: "041" }),
    ]);
    expect(items.map(({ guid, audio }) => [guid, audio.bytes])).toEqual([
      ["tea-42", 41_234_567],
      ["041", 41_234_567],
    ]);
    expect(left).toEqual([]);
  });

  it("says of each other one what it lacks", () => {
    const url = "https://cdn.example/1";
    const { audio: _, ...silent } = makePublished({ slug: "b" });
    const episodes = [
      makePublished({ slug: "a", date: "2025-03" }),
      silent,
      makePublished({ slug: "c", audio: { url, type: "audio/mpeg" } }),
      makePublished({ slug: "d", audio: { url, bytes: 1 } }),
      makePublished({ slug: "e", guid: "x" }),
      makePublished({ slug: "f", guid: "x" }),
    ];
    const { items, left } = listFeedItems(episodes);
    expect(items.map(({ episode }) => episode.slug)).toEqual(["e"]);
    expect(left.map(([{ slug }, lack]) => [slug, lack])).toEqual([
      ["a", "day"],
      ["b", "audio"],
      ["c", "bytes"],
      ["d", "type"],
      ["f", "guid"],
    ]);
  });

  it("passes drafts over", () => {
    expect(listFeedItems([makePublished({ isDraft: true })])).toEqual({ items: [], left: [] });
  });
});
