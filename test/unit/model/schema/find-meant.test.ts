import { expect, test } from "vitest";
import { episodeSchema } from "../../../../src/model/schema/episode-schema.ts";
import { findMeant } from "../../../../src/model/schema/find-meant.ts";
import { showSchema } from "../../../../src/model/schema/show-schema.ts";

const keys = Object.keys(episodeSchema.shape);

test.each([
  ["guest", "people"],
  ["Hosts", "people"],
  ["tags", "topics"],
  ["description", "summary"],
  ["audio_url", "audio"],
  ["pubDate", "date"],
  ["标题", "title"],
  ["嘉宾", "people"],
  ["titel", "title"],
  ["Title", "title"],
])("takes %s for %s, by meaning or by letters", (key, meant) => {
  expect(findMeant(key, keys)).toBe(meant);
});

test("means what the file knows: a summary of the show is its description", () => {
  expect(findMeant("summary", Object.keys(showSchema.shape))).toBe("description");
  expect(findMeant("weather", keys)).toBeUndefined();
});
