import { z } from "zod";
import {
  defineDictionary,
  defineDuration,
  defineFileOrAddress,
  defineFlag,
  defineGroup,
  defineLanguage,
  defineLine,
  defineList,
  definePartialDate,
  defineSecondsOffset,
  defineText,
  defineWholeNumber,
} from "./fields.ts";
import { roleSchema } from "./people-schema.ts";
import { linksSchema } from "./show-schema.ts";

const participantSchema = z.preprocess(
  (value) => (typeof value === "string" ? { id: value } : value),
  defineGroup(
    {
      id: defineLine().describe("The person's id in people.yaml."),
      role: roleSchema
        .optional()
        .describe("What the person does in this episode; else the person's usual role."),
    },
    "{ id: lin, role: guest }",
  ),
);

/** The front matter of episode.md. */
export const episodeSchema = defineGroup(
  {
    title: defineLine().describe("The episode's title."),
    date: definePartialDate().describe("When it was published; a year or a year-month is shown as such."),
    number: defineWholeNumber(0).optional().describe("The episode's number."),
    season: defineWholeNumber(0).optional().describe("The season's number."),
    audio: defineFileOrAddress("audio")
      .optional()
      .describe(
        "An address, or a file in the folder; without it the page reads, links and searches all the same.",
      ),
    duration: defineDuration().optional().describe("How long the episode is; else from the last cue."),
    people: defineList(participantSchema, "[lin, { id: zhou, role: guest }]")
      .default([])
      .describe("Who takes part, by the ids of people.yaml."),
    speakers: defineDictionary(defineLine(), "{ 发言人1: lin }")
      .default({})
      .describe("The transcript's labels, each with the id of a person."),
    language: defineLanguage().optional().describe("The episode's language (BCP 47); else the show's."),
    topics: defineList(defineLine(), "[DeepSeek, 蒸馏]").default([]).describe("What it is about."),
    summary: defineText().optional().describe("What happens in it, in a few sentences."),
    links: linksSchema,
    offset: defineSecondsOffset()
      .default(0)
      .describe("Seconds added to every time of the transcript (inserted advertisements)."),
    draft: defineFlag()
      .default(false)
      .describe("True keeps the episode out of everything that is published."),
  },
  "title: …",
);

export type EpisodeFile = z.output<typeof episodeSchema>;
