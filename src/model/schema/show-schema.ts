import {
  defineColour,
  defineDictionary,
  defineEmail,
  defineFileOrAddress,
  defineFlag,
  defineGroup,
  defineLanguage,
  defineLine,
  defineLink,
  defineList,
  defineShorthand,
  defineText,
  defineUuid,
  defineWebAddress,
} from "./fields.ts";

/** Name to address, wherever the owner lists links. */
export const linksSchema = defineDictionary(defineLink(), "{ YouTube: https://example.org/show }")
  .default({})
  .describe("Links by name: http, https and mailto only.")
  .meta({ zh: "链接：名字和网址，只能是http、https和mailto。" });

const ownerSchema = defineGroup(
  {
    name: defineLine()
      .optional()
      .describe("Who owns the podcast.")
      .meta({ zh: "播客是谁的。", example: "林晚" }),
    email: defineEmail()
      .optional()
      .describe("Where directories of podcasts write to its owner.")
      .meta({ zh: "播客目录给所有者写信的地址。", example: "lin@example.org" }),
  },
  "{ name: Lin Wan, email: lin@example.org }",
);

const feedSchema = defineGroup(
  {
    primary: defineFlag()
      .optional()
      .describe("true: the show has no feed at a host, and that of this site is its own.")
      .meta({ zh: "true：节目在别处没有RSS，这个网站的就是它自己的。", example: "true" }),
    original: defineWebAddress()
      .optional()
      .describe("The address of the show's feed at its host.")
      .meta({ zh: "节目在托管那里的RSS地址。", example: "https://example.org/feed.xml" }),
  },
  "{ original: https://example.org/feed.xml }",
);

/** show.yaml */
export const showSchema = defineGroup(
  {
    title: defineLine().describe("The show's name.").meta({ zh: "节目的名字。", example: "茶余" }),
    description: defineText()
      .describe("What the show is about, for the front page and for feeds.")
      .meta({ zh: "节目讲什么，首页和RSS里都用。", example: "两个人，一壶茶，一次只说一件事。" }),
    language: defineLanguage()
      .describe("The show's language (BCP 47). It decides the language of the interface as well.")
      .meta({ zh: "节目的语言，界面的语言也跟着它。", example: "zh-CN" }),
    author: defineLine().describe("Who makes the show.").meta({ zh: "谁做的节目。", example: "周宁" }),
    site: defineWebAddress()
      .optional()
      .describe("The show's own site, where it has another one.")
      .meta({ zh: "节目另有自己的网站，就写在这里。", example: "https://tea.example" }),
    cover: defineFileOrAddress("cover")
      .optional()
      .describe(
        "An image: an address, a path of the site (/cover.png), or a file in the content folder. The site's icons are made of that file, and a shared link shows it.",
      )
      .meta({
        zh: "封面：网址、站内路径（/cover.png），或者内容文件夹里的图片；网站的图标用那张图片做，分享链接时也显示它。",
        example: "cover.png",
      }),
    links: linksSchema,
    accent: defineShorthand(
      "light",
      defineGroup(
        {
          light: defineColour()
            .describe("On light pages; on dark ones as well, where `dark` is absent.")
            .meta({ zh: "浅色页面上的颜色；没有写`dark`，深色页面也用它。", example: '"#be3321"' }),
          dark: defineColour()
            .optional()
            .describe("On dark pages.")
            .meta({ zh: "深色页面上的颜色。", example: '"#f4795d"' }),
        },
        '{ light: "#be3321", dark: "#f4795d" }',
      ),
    )
      .optional()
      .describe(
        "The show's colour, in quotes, of links, buttons and marks. Where it cannot be read on the page, the nearest of its hue that can is used, and `check` says which.",
      )
      .meta({
        zh: "节目的颜色（写在引号里），链接、按钮和标记用它。在页面上看不清的，换用同色相里最接近的，`check`会说换成了哪个。",
        example: '"#be3321"',
      }),
    copyright: defineLine()
      .optional()
      .describe("Who holds the rights, or the licence.")
      .meta({ zh: "版权归谁，或者用什么许可。", example: "© 2026 茶余" }),
    repository: defineWebAddress()
      .optional()
      .describe(
        "The repository of the content folder, for “suggest a fix”: on GitHub, Gitee, GitLab or Codeberg; elsewhere, or where the content stands in another folder than content/, the address at which the host shows that folder.",
      )
      .meta({
        zh: "内容文件夹所在的仓库，“提出修改”用它：GitHub、Gitee、GitLab或Codeberg；别处的仓库，或者内容不在content/里，就写那里显示这个文件夹的网址。",
        example: "https://github.com/zhouning/chayu",
      }),
    guid: defineUuid()
      .optional()
      .describe("The podcast's own, for ever (podcast:guid); import writes the one that a feed has.")
      .meta({
        zh: "播客自己的编号，永远不变（podcast:guid）；RSS里有的，import会写好。",
        example: "917393e3-1b1e-5cef-ace4-edaa54e1f810",
      }),
    categories: defineList(defineLine(), "[Technology, Society & Culture > Documentary]")
      .optional()
      .describe("Those of Apple Podcasts, a subcategory behind its category and a >.")
      .meta({ zh: "Apple Podcasts的分类，子分类写在分类和“>”后面。" }),
    explicit: defineFlag()
      .optional()
      .describe("Whether it has explicit language (itunes:explicit); the feed says false where it is absent.")
      .meta({ zh: "有没有不适合孩子听的话（itunes:explicit）；不写，RSS里就是false。", example: "false" }),
    owner: ownerSchema
      .optional()
      .describe("Who owns the podcast, for directories of podcasts.")
      .meta({ zh: "播客是谁的，给播客目录用。" }),
    feed: feedSchema.optional().describe("The podcast's own feed.").meta({ zh: "播客自己的RSS。" }),
    machine: defineFlag()
      .optional()
      .describe("false: people typed the transcripts. The site then says so, and nothing of a machine.")
      .meta({ zh: "false：文字稿是人打的。网站会照实说，不再提机器。", example: "false" }),
    variants: defineFlag()
      .optional()
      .describe("false: the search shows no names of other languages but those of variants.yaml.")
      .meta({ zh: "false：搜索不用自带的中外名字对照，只用variants.yaml里的。", example: "false" }),
    remotePictures: defineFlag()
      .optional()
      .describe("false: show notes hold no pictures of other sites, which learn who looks at them.")
      .meta({ zh: "false：节目介绍里不放别的网站的图片，免得那些网站知道谁在看。", example: "false" }),
  },
  "title: My show",
)
  .describe("What the show is called, who makes it and what its pages say.")
  .meta({ zh: "节目叫什么、谁做的、页面上写什么。" });
