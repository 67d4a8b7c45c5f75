import { z } from "zod";
import { defineGroup, defineLine, defineList, defineText, packFaults } from "./fields.ts";

const heardSchema = z.preprocess(
  (value) => (typeof value === "string" ? { form: value } : value),
  defineGroup(
    {
      form: defineText().describe("What the recogniser wrote."),
      near: defineList(defineText(), "[模型, 数据]")
        .min(1, packFaults({ kind: "near-empty", values: {} }))
        .optional()
        .describe("Replaced only within 30 characters of one of these words."),
    },
    "{ form: 整流, near: [模型] }",
  ),
);

/** One entry of glossary.yaml. */
export const termSchema = defineGroup(
  {
    term: defineLine().describe("How it is written."),
    slug: defineLine()
      .optional()
      .describe("Its address, where the term's own would clash with another's (C++ and C#)."),
    also: defineList(defineLine(), "[知识蒸馏, distillation]")
      .default([])
      .describe("Other right ways to say it: never replaced in the text; a search for one finds all."),
    heard: defineList(heardSchema, "[征流, { form: 整流, near: [模型] }]")
      .default([])
      .describe("What recognisers write for it: replaced everywhere, and what was heard is kept."),
    note: defineText().optional().describe("What it means, for the term's page and as a tooltip."),
  },
  "term: 蒸馏",
);

/** glossary.yaml */
export const glossarySchema = defineList(termSchema, "- term: 蒸馏").describe("The terms of the field.");

export type GlossaryFile = z.output<typeof glossarySchema>;

/** variants.yaml */
export const variantsSchema = defineList(
  defineList(defineLine(), "[英伟达, Nvidia]").min(2, packFaults({ kind: "variant-alone", values: {} })),
  "- [英伟达, Nvidia]",
).describe("Names of the same thing, as other languages have them: a search for one also shows the others.");
