import type { z } from "zod";
import {
  defineGroup,
  defineLine,
  defineList,
  defineSeconds,
  defineSureness,
  defineText,
  defineWholeNumber,
  packFaults,
} from "./fields.ts";

const place = {
  line: defineWholeNumber(1).optional().describe("The line of the transcript file."),
  time: defineSeconds()
    .optional()
    .describe("Or the time, as the transcript file has it, of the cue in which it stands."),
};
const sure = defineSureness().default(1).describe("How sure the reader of the text was, from 0 to 1.");
const by = defineLine().optional().describe("Who decided.");
const nth = defineWholeNumber(1).optional().describe("2 for the second on that line.");

function requirePlace<T extends z.ZodType<{ line?: number | undefined; time?: number | undefined }>>(
  entry: T,
) {
  return entry.superRefine(({ line, time }, context) => {
    if ((line === undefined) !== (time === undefined)) return;
    const kind = line === undefined ? "entry-without-place" : "entry-with-two-places";
    context.addIssue({ code: "custom", message: packFaults({ kind, values: {} }) });
  });
}

const replacementSchema = requirePlace(
  defineGroup(
    {
      ...place,
      heard: defineText().describe("What stands in the file."),
      meant: defineText().describe("What was said."),
      sure,
      nth,
      by,
    },
    "{ line: 7, heard: 整理, meant: 蒸馏 }",
  ),
);

const turnSchema = requirePlace(
  defineGroup(
    {
      ...place,
      from: defineText()
        .optional()
        .describe("The words of the file with which the turn begins; else the line's beginning."),
      speaker: defineLine().describe("A person's id; anything else is shown as a plain label."),
      sure,
      by,
    },
    "{ line: 5, speaker: lin }",
  ),
);

const keepSchema = requirePlace(
  defineGroup(
    { ...place, heard: defineText().describe("What stands there, and is right."), nth, by },
    "{ line: 33, heard: 整理 }",
  ),
);

/** corrections.yaml */
export const correctionsSchema = defineGroup(
  {
    replace: defineList(replacementSchema, "- { line: 7, heard: 整理, meant: 蒸馏 }")
      .default([])
      .describe("What was heard wrong, place by place."),
    turns: defineList(turnSchema, "- { line: 5, speaker: lin }")
      .default([])
      .describe("Who speaks from here on, where the transcript does not say."),
    keep: defineList(keepSchema, "- { line: 33, heard: 整理 }")
      .default([])
      .describe(
        "Looked at, and right as it stands: never replaced or suggested again, and spoken where it was taken for no speech.",
      ),
  },
  "replace: …, turns: …, keep: …",
);
