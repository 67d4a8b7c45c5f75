import {
  defineDictionary,
  defineEmail,
  defineFileOrAddress,
  defineFlag,
  defineGroup,
  defineLanguage,
  defineLine,
  defineLink,
  defineList,
  defineText,
  defineUuid,
  defineWebAddress,
} from "./fields.ts";

/** Name to address, wherever the owner lists links. */
export const linksSchema = defineDictionary(defineLink(), "{ YouTube: https://example.org/show }")
  .default({})
  .describe("Links by name: http, https and mailto only.");

const ownerSchema = defineGroup(
  {
    name: defineLine().optional().describe("Who owns the podcast."),
    email: defineEmail().optional().describe("Where directories of podcasts write to its owner."),
  },
  "{ name: Lin Wan, email: lin@example.org }",
);

const feedSchema = defineGroup(
  {
    primary: defineFlag()
      .optional()
      .describe("true: the show has no feed at a host, and that of this site is its own."),
    original: defineWebAddress().optional().describe("The address of the show's feed at its host."),
  },
  "{ original: https://example.org/feed.xml }",
);

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
    guid: defineUuid()
      .optional()
      .describe("The podcast's own, for ever (podcast:guid); import writes the one that a feed has."),
    categories: defineList(defineLine(), "[Technology, Society & Culture > Documentary]")
      .optional()
      .describe("Those of Apple Podcasts, a subcategory behind its category and a >."),
    explicit: defineFlag().optional().describe("Whether it has explicit language (itunes:explicit)."),
    owner: ownerSchema.optional().describe("Who owns the podcast, for directories of podcasts."),
    feed: feedSchema.optional().describe("The podcast's own feed."),
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
