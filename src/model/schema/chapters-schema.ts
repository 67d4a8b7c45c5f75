import { z } from "zod";
import {
  defineGroup,
  defineLine,
  defineList,
  defineSeconds,
  defineText,
  defineWholeNumber,
  packFaults,
} from "./fields.ts";

/** chapters.yaml: where each begins is a time, or a line of the transcript with the words it begins with. */
export const chaptersSchema = defineList(
  defineGroup(
    {
      start: defineSeconds()
        .optional()
        .describe("The time at which the chapter begins.")
        .meta({ zh: "这一章从什么时间开始。", example: '"12:30"' }),
      line: defineWholeNumber(1)
        .optional()
        .describe("Or the line of the transcript file in which it begins.")
        .meta({ zh: "或者从文字稿文件的第几行开始。", example: "22" }),
      from: defineText()
        .optional()
        .describe("The words of that line with which it begins; else the line's beginning.")
        .meta({ zh: "从那一行的哪几个字开始；不写就是行首。", example: "那好我们" }),
      title: defineLine()
        .describe("The chapter's title.")
        .meta({ zh: "这一章的标题。", example: "什么是蒸馏" }),
    },
    '{ start: "12:30", title: … }',
  ).superRefine(({ start, line, from }, context) => {
    if ((start === undefined) === (line === undefined)) {
      const kind = start === undefined ? "chapter-without-start" : "chapter-with-two-starts";
      context.addIssue({ code: "custom", message: packFaults({ kind, values: {} }) });
    } else if (from !== undefined && line === undefined) {
      const message = packFaults({ kind: "chapter-from-without-line", values: {} });
      context.addIssue({ code: "custom", message });
    }
  }),
  '- { start: "12:30", title: … }',
)
  .describe("The chapters, in order.")
  .meta({ zh: "章节，按先后。" });

/**
 * chapters.json: JSON chapters 1.2 of Podcasting 2.0
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md).
 * Other programs write it, so keys that are not read here are let be.
 */
export const jsonChaptersSchema = z.looseObject(
  {
    version: defineLine().optional().describe("The version of the format."),
    chapters: defineList(
      z.looseObject(
        {
          startTime: defineSeconds().describe("Seconds at which the chapter begins."),
          title: defineLine().optional().describe("The chapter's title; a chapter without one is not shown."),
          toc: z
            .preprocess((value) => String(value) !== "false", z.boolean())
            .describe("False for a chapter that belongs in no table of contents."),
        },
        { error: packFaults({ kind: "json-chapter-not-object", values: {} }) },
      ),
      '[{ "startTime": 0, "title": "…" }]',
    ).describe("The chapters."),
  },
  { error: packFaults({ kind: "json-chapters-not-object", values: {} }) },
);
