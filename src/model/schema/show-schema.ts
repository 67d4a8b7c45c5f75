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
  .describe("Links by name: http, https and mailto only.")
  .meta({ zh: "链接：名字和网址，只能是http、https和mailto。" });

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
      .describe("An image: an address, a path of the site (/cover.png), or a file in the content folder.")
      .meta({ zh: "封面：网址、站内路径（/cover.png），或者内容文件夹里的图片。", example: "cover.png" }),
    links: linksSchema,
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
