import { defineChoice, defineGroup, defineLine, defineList, defineSureness, defineText } from "./fields.ts";

const decide = defineChoice(["yes", "here", "no"])
  .optional()
  .describe(
    "yes: so it is. here: so it is, but only here. no: right as it stands. Nothing: not decided yet.",
  );

const reviewPlaceSchema = defineGroup(
  {
    at: defineLine().describe("The episode and the line of its transcript; #2 for the second on that line."),
    in: defineText().optional().describe("The words around it."),
    decide,
  },
  '{ at: "deepseek-r1:6" }',
);

/** The review file of `npm run suggest`. */
export const reviewSchema = defineList(
  defineGroup(
    {
      term: defineLine().describe("The term, person or topic that is meant."),
      heard: defineText().describe("What stands in the transcripts."),
      meant: defineText().describe("What was said; it may be changed here."),
      decide,
      sure: defineSureness().optional().describe("How sure it is, from 0 to 1."),
      why: defineText().optional().describe("The reason."),
      places: defineList(reviewPlaceSchema, '- { at: "deepseek-r1:6" }').describe(
        "Where; a decision here goes before that of the whole.",
      ),
    },
    "term: …, heard: …, meant: …, places: …",
  ),
  "- term: 蒸馏",
);
