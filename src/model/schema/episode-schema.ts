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
  defineMediaType,
  defineMoment,
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
      id: defineLine().describe(
        "The person's id, name or alias in people.yaml; any other is a person without a page.",
      ),
      role: roleSchema
        .optional()
        .describe("What the person does in this episode; else the person's usual role."),
    },
    "{ id: lin, role: guest }",
  ),
);

const audioSchema = z.preprocess(
  (value) => (typeof value === "string" ? { url: value } : value),
  defineGroup(
    {
      url: defineFileOrAddress("audio").describe("An address, or a file in the folder."),
      bytes: defineWholeNumber(1).optional().describe("Its size."),
      type: defineMediaType().optional().describe("Its MIME type."),
    },
    "https://example.org/12.mp3",
  ),
);

/** Where an episode's sound is, as episode.md says it. */
export type AudioSource = z.output<typeof audioSchema>;

/** The front matter of episode.md. */
export const episodeSchema = defineGroup(
  {
    title: defineLine().describe("The episode's title."),
    date: definePartialDate().describe(
      "When it was published; a year or a year-month is shown as such, and of a date with a time the day in its own zone.",
    ),
    number: defineWholeNumber(0).optional().describe("The episode's number."),
    season: defineWholeNumber(0).optional().describe("The season's number."),
    audio: audioSchema
      .optional()
      .describe(
        "An address, or a file in the folder; or { url, bytes, type } as a feed gives it. Without it the page reads, links and searches all the same.",
      ),
    guid: defineLine().optional().describe("That of the item in the podcast's own feed; import writes it."),
    duration: defineDuration().optional().describe("How long the episode is; else from the last cue."),
    people: defineList(participantSchema, "[lin, { id: zhou, role: guest }]")
      .default([])
      .describe("Who takes part, by the ids, names or aliases of people.yaml."),
    speakers: defineDictionary(defineLine(), "{ 发言人1: lin }")
      .default({})
      .describe("The transcript's labels, each with a person's id or name."),
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
    publish: defineMoment()
      .optional()
      .describe(
        "The episode is not in the site before then; the next build after it brings it. Without a zone that of the machine that builds.",
      ),
  },
  "title: …",
);

export type EpisodeFile = z.output<typeof episodeSchema>;
