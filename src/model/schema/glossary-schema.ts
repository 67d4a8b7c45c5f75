import type { z } from "zod";
import { defineGroup, defineLine, defineList, defineShorthand, defineText, packFaults } from "./fields.ts";

const heardSchema = defineShorthand(
  "form",
  defineGroup(
    {
      form: defineText()
        .describe("What the recogniser wrote.")
        .meta({ zh: "识别工具写成了什么。", example: "整流" }),
      near: defineList(defineText(), "[模型, 数据]")
        .min(1, packFaults({ kind: "near-empty", values: {} }))
        .optional()
        .describe("Replaced only within 30 characters of one of these words.")
        .meta({ zh: "只在这些词前后30个字以内才替换。" }),
    },
    "{ form: 整流, near: [模型] }",
  ),
);

/** One entry of glossary.yaml. */
export const termSchema = defineGroup(
  {
    term: defineLine().describe("How it is written.").meta({ zh: "怎么写。", example: "蒸馏" }),
    slug: defineLine()
      .optional()
      .describe("Its address, where the term's own would clash with another's (C++ and C#).")
      .meta({ zh: "网址里的名字；和另一个词撞了才要写（例如C++和C#）。", example: "c-plus-plus" }),
    also: defineList(defineLine(), "[知识蒸馏, distillation]")
      .default([])
      .describe("Other right ways to say it: never replaced in the text; a search for one finds all.")
      .meta({ zh: "同样正确的说法：文字里不替换，搜一个就全找到。" }),
    heard: defineList(heardSchema, "[征流, { form: 整流, near: [模型] }]")
      .default([])
      .describe("What recognisers write for it: replaced everywhere, and what was heard is kept.")
      .meta({ zh: "会被听成什么：到处替换，并记住原来写的。" }),
    note: defineText()
      .optional()
      .describe("What it means, for the term's page and as a tooltip.")
      .meta({ zh: "是什么意思，词的页面和提示里都用。", example: "用大模型的输出训练小模型。" }),
  },
  "term: 蒸馏",
);

/** glossary.yaml */
export const glossarySchema = defineList(termSchema, "- term: 蒸馏")
  .describe("The terms of the field.")
  .meta({ zh: "这一行的词：怎么写、会被听成什么、是什么意思。" });

export type GlossaryFile = z.output<typeof glossarySchema>;

/** variants.yaml */
export const variantsSchema = defineList(
  defineList(defineLine(), "[英伟达, Nvidia]").min(2, packFaults({ kind: "variant-alone", values: {} })),
  "- [英伟达, Nvidia]",
)
  .describe("Names of the same thing, as other languages have them: a search for one also shows the others.")
  .meta({ zh: "同一样东西的中外名字：搜一个，也给出另一个。" });
