import { defineChoice, defineDictionary, defineGroup, defineLine, defineList, defineText } from "./fields.ts";
import { linksSchema } from "./show-schema.ts";

/** What somebody does in a show. */
export const roleSchema = defineChoice(["host", "guest", "narrator"])
  .describe("host, guest or narrator.")
  .meta({ zh: "host（主持人）、guest（嘉宾）或narrator（旁白）。", example: "host" });

/** One person of people.yaml, under an id of the owner's choice. */
export const personSchema = defineGroup(
  {
    name: defineLine().describe("The name as shown.").meta({ zh: "显示的名字。", example: "林岚" }),
    aliases: defineList(defineLine(), "[小林, Lin]")
      .default([])
      .describe("Other names: labels of transcripts, nicknames, other scripts.")
      .meta({ zh: "别的名字：文字稿里的标签、外号、别种文字的写法。" }),
    role: roleSchema
      .optional()
      .describe("What the person usually does in the show.")
      .meta({ zh: "在节目里一般是什么角色。", example: "guest" }),
    bio: defineText()
      .optional()
      .describe("A sentence or two about the person.")
      .meta({ zh: "一两句介绍。", example: "走过两百多家茶馆。" }),
    links: linksSchema,
  },
  "{ name: 林晚, role: host }",
);

/** people.yaml */
export const peopleSchema = defineDictionary(personSchema, "lin: { name: 林晚 }")
  .describe("Everyone whom episodes name, by id. The id is the person's address.")
  .meta({ zh: "节目里出现的人。代号由你取，也是这个人的网址。" });
