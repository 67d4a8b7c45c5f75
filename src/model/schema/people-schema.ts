import { defineChoice, defineDictionary, defineGroup, defineLine, defineList, defineText } from "./fields.ts";
import { linksSchema } from "./show-schema.ts";

/** What somebody does in a show. */
export const roleSchema = defineChoice(["host", "guest", "narrator"]).describe("host, guest or narrator.");

/** One person of people.yaml, under an id of the owner's choice. */
export const personSchema = defineGroup(
  {
    name: defineLine().describe("The name as shown."),
    aliases: defineList(defineLine(), "[小林, Lin]")
      .default([])
      .describe("Other names: labels of transcripts, nicknames, other scripts."),
    role: roleSchema.optional().describe("What the person usually does in the show."),
    bio: defineText().optional().describe("A sentence or two about the person."),
    links: linksSchema,
  },
  "{ name: 林晚, role: host }",
);

/** people.yaml */
export const peopleSchema = defineDictionary(personSchema, "lin: { name: 林晚 }").describe(
  "Everyone whom episodes name, by id. The id is the person's address.",
);
