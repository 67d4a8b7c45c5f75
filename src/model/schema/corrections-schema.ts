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
  line: defineWholeNumber(1)
    .optional()
    .describe("The line of the transcript file.")
    .meta({ zh: "在文字稿文件的第几行。", example: "7" }),
  time: defineSeconds()
    .optional()
    .describe("Or the time, as the transcript file has it, of the cue in which it stands.")
    .meta({ zh: "或者写它所在那一条在文字稿里的时间。", example: '"12:30"' }),
};
const sure = defineSureness()
  .default(1)
  .describe("How sure the reader of the text was, from 0 to 1.")
  .meta({ zh: "有多大把握，0到1。", example: "0.8" });
const by = defineLine().optional().describe("Who decided.").meta({ zh: "谁定的。", example: "周宁" });
const nth = defineWholeNumber(1)
  .optional()
  .describe("2 for the second on that line.")
  .meta({ zh: "这一行里的第二处就写2。", example: "2" });

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
      heard: defineText()
        .describe("What stands in the file.")
        .meta({ zh: "文件里写的是什么。", example: "整理" }),
      meant: defineText().describe("What was said.").meta({ zh: "本来说的是什么。", example: "蒸馏" }),
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
        .describe("The words of the file with which the turn begins; else the line's beginning.")
        .meta({ zh: "从文件里的哪几个字开始；不写就是行首。", example: "就根据这个蒸馏" }),
      speaker: defineLine()
        .describe("A person's id; anything else is shown as a plain label.")
        .meta({ zh: "这个人的代号；写别的，就照样显示成标签。", example: "lin" }),
      sure,
      by,
    },
    "{ line: 5, speaker: lin }",
  ),
);

const keepSchema = requirePlace(
  defineGroup(
    {
      ...place,
      heard: defineText()
        .describe("What stands there, and is right.")
        .meta({ zh: "那里写的，没有错。", example: "整理" }),
      nth,
      by,
    },
    "{ line: 33, heard: 整理 }",
  ),
);

const unclearSchema = requirePlace(
  defineGroup(
    {
      ...place,
      heard: defineText()
        .describe("What stands there, and was not said.")
        .meta({ zh: "那里写的，但说的不是它。", example: "拉奇比" }),
      nth,
      by,
    },
    "{ line: 17, heard: 拉奇比 }",
  ),
);

/** corrections.yaml */
export const correctionsSchema = defineGroup(
  {
    replace: defineList(replacementSchema, "- { line: 7, heard: 整理, meant: 蒸馏 }")
      .default([])
      .describe("What was heard wrong, place by place.")
      .meta({ zh: "听错的地方，一处一条。" }),
    turns: defineList(turnSchema, "- { line: 5, speaker: lin }")
      .default([])
      .describe("Who speaks from here on, where the transcript does not say.")
      .meta({ zh: "从这里起是谁在说，文字稿没有写的才要。" }),
    keep: defineList(keepSchema, "- { line: 33, heard: 整理 }")
      .default([])
      .describe(
        "Looked at, and right as it stands: never replaced or suggested again, and spoken where it was taken for no speech.",
      )
      .meta({ zh: "看过了，没有错：不替换，也不再提；被当作不是说话的，也照样算说的话。" }),
    unclear: defineList(unclearSchema, "- { line: 17, heard: 拉奇比 }")
      .default([])
      .describe("Heard wrong, and what was said cannot be told: shown so, searched as it stands.")
      .meta({ zh: "听错了，但说的是什么已经听不出来：页面上会标出来，搜索照原文。" }),
  },
  "replace: …, turns: …, keep: …, unclear: …",
)
  .describe("What was heard wrong in this episode, and who speaks.")
  .meta({ zh: "这一期听错的地方，以及谁在说话。" });
