import {
  defineDictionary,
  defineFileOrAddress,
  defineFlag,
  defineGroup,
  defineLanguage,
  defineLine,
  defineLink,
  defineText,
  defineWebAddress,
} from "./fields.ts";

/** Name to address, wherever the owner lists links. */
export const linksSchema = defineDictionary(defineLink(), "{ YouTube: https://example.org/show }")
  .default({})
  .describe("Links by name: http, https and mailto only.");

/** show.yaml */
export const showSchema = defineGroup(
  {
    title: defineLine().describe("The show's name."),
    description: defineText().describe("What the show is about, for the front page and for feeds."),
    language: defineLanguage().describe(
      "The show's language (BCP 47). It decides the language of the interface as well.",
    ),
    author: defineLine().describe("Who makes the show."),
    site: defineWebAddress().optional().describe("The show's own site, where it has another one."),
    cover: defineFileOrAddress("cover")
      .optional()
      .describe("An image: an address, a path of the site (/cover.png), or a file in the content folder."),
    links: linksSchema,
    copyright: defineLine().optional().describe("Who holds the rights, or the licence."),
    repository: defineWebAddress()
      .optional()
      .describe(
        "The repository of the content folder, for “suggest a fix”: on GitHub, Gitee, GitLab or Codeberg; elsewhere, or where the content stands in another folder than content/, the address at which the host shows that folder.",
      ),
    machine: defineFlag()
      .optional()
      .describe("false: people typed the transcripts. The site then says so, and nothing of a machine."),
    variants: defineFlag()
      .optional()
      .describe("false: the search shows no names of other languages but those of variants.yaml."),
    remotePictures: defineFlag()
      .optional()
      .describe("false: show notes hold no pictures of other sites, which learn who looks at them."),
  },
  "title: My show",
);
