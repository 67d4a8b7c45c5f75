import { expect, test } from "vitest";
import type { z } from "zod";
import { chaptersSchema, jsonChaptersSchema } from "../../../src/model/schema/chapters-schema.ts";
import { correctionsSchema } from "../../../src/model/schema/corrections-schema.ts";
import { episodeSchema } from "../../../src/model/schema/episode-schema.ts";
import { termSchema } from "../../../src/model/schema/glossary-schema.ts";
import { personSchema } from "../../../src/model/schema/people-schema.ts";
import { showSchema } from "../../../src/model/schema/show-schema.ts";

const groups: [string, z.ZodObject][] = [
  ["show.yaml", showSchema],
  ["show.yaml, owner", showSchema.shape.owner.unwrap()],
  ["show.yaml, feed", showSchema.shape.feed.unwrap()],
  ["people.yaml", personSchema],
  ["glossary.yaml", termSchema],
  ["episode.md", episodeSchema],
  ["corrections.yaml", correctionsSchema],
  ["corrections.yaml, replace", correctionsSchema.shape.replace.unwrap().element],
  ["corrections.yaml, turns", correctionsSchema.shape.turns.unwrap().element],
  ["corrections.yaml, keep", correctionsSchema.shape.keep.unwrap().element],
  ["chapters.yaml", chaptersSchema.element],
  ["chapters.json", jsonChaptersSchema],
  ["chapters.json, chapters", jsonChaptersSchema.shape.chapters.element],
];

test.each(groups)("every key of %s has its documentation", (_, schema) => {
  const undocumented = Object.entries(schema.shape)
    .filter(([, field]) => !(field as z.ZodType).description)
    .map(([key]) => key);
  expect(undocumented).toEqual([]);
});

test("an episode needs a title and a date and has a default for the rest", () => {
  expect(episodeSchema.parse({ title: "第一期", date: "2025" })).toEqual({
    title: "第一期",
    date: "2025",
    people: [],
    speakers: {},
    topics: [],
    links: {},
    offset: 0,
    draft: false,
  });
});
