import type { z } from "zod";
import {
  defineDictionary,
  defineDuration,
  defineFileOrAddress,
  defineFlag,
  defineGroup,
  defineLanguage,
  defineLine,
  defineList,
  defineMediaType,
  defineMoment,
  definePartialDate,
  defineSecondsOffset,
  defineShorthand,
  defineText,
  defineWholeNumber,
} from "./fields.ts";
import { roleSchema } from "./people-schema.ts";
import { linksSchema } from "./show-schema.ts";

const participantSchema = defineShorthand(
  "id",
  defineGroup(
    {
      id: defineLine()
        .describe("The person's id, name or alias in people.yaml; any other is a person without a page.")
        .meta({ zh: "people.yaml里的代号、名字或别名；写别的也行，只是没有自己的页面。", example: "lin" }),
      role: roleSchema
        .optional()
        .describe("What the person does in this episode; else the person's usual role.")
        .meta({ zh: "在这一期里是什么角色；不写就照people.yaml。", example: "guest" }),
    },
    "{ id: lin, role: guest }",
  ),
);

const audioSchema = defineShorthand(
  "url",
  defineGroup(
    {
      url: defineFileOrAddress("audio")
        .describe("An address, or a file in the folder.")
        .meta({ zh: "网址，或者这个文件夹里的文件。", example: "https://tea.example/12.mp3" }),
      bytes: defineWholeNumber(1)
        .optional()
        .describe("Its size in bytes.")
        .meta({ zh: "文件有多大，字节数。", example: "41234567" }),
      type: defineMediaType()
        .optional()
        .describe("Its MIME type.")
        .meta({ zh: "声音的类型。", example: "audio/mpeg" }),
    },
    "https://example.org/12.mp3",
  ),
);

/** Where an episode's sound is, as episode.md says it. */
export type AudioSource = z.output<typeof audioSchema>;

/** The front matter of episode.md. */
export const episodeSchema = defineGroup(
  {
    title: defineLine().describe("The episode's title.").meta({ zh: "这一期的标题。", example: "一壶好水" }),
    date: definePartialDate()
      .describe(
        "When it was published; a year or a year-month is shown as such, and of a date with a time the day in its own zone.",
      )
      .meta({
        zh: "什么时候发布的。只知道年或年月就只写那些，照样显示；带时间的，取它那个时区的日子。",
        example: "2026-03-04",
      }),
    number: defineWholeNumber(0)
      .optional()
      .describe("The episode's number.")
      .meta({ zh: "第几期。", example: "12" }),
    season: defineWholeNumber(0)
      .optional()
      .describe("The season's number.")
      .meta({ zh: "第几季。", example: "1" }),
    audio: audioSchema
      .optional()
      .describe(
        "An address, or a file in the folder; or { url, bytes, type } as a feed gives it. Without it the page reads, links and searches all the same.",
      )
      .meta({
        zh: "网址，或者这个文件夹里的文件；也可以照RSS里写成{ url, bytes, type }。没有录音，照样能读、能链接、能搜索。",
      }),
    guid: defineLine()
      .optional()
      .describe("That of the item in the podcast's own feed; import writes it.")
      .meta({ zh: "播客自己的RSS里这一期的guid，import会写好。", example: "tea-2026-012" }),
    duration: defineDuration()
      .optional()
      .describe("How long the episode is; else from the last cue.")
      .meta({ zh: "这一期多长；不写就看最后一条字幕。", example: '"1:09:30"' }),
    people: defineList(participantSchema, "[lin, { id: zhou, role: guest }]")
      .default([])
      .describe("Who takes part, by the ids, names or aliases of people.yaml.")
      .meta({ zh: "有谁：people.yaml里的代号、名字或别名。" }),
    speakers: defineDictionary(defineLine(), "{ 发言人1: lin }")
      .default({})
      .describe("The transcript's labels, each with a person's id or name.")
      .meta({ zh: "文字稿里的标签各是谁：代号或名字。" }),
    language: defineLanguage()
      .optional()
      .describe("The episode's language (BCP 47); else the show's.")
      .meta({ zh: "这一期的语言；不写就是节目的语言。", example: "en" }),
    topics: defineList(defineLine(), "[DeepSeek, 蒸馏]")
      .default([])
      .describe("What it is about.")
      .meta({ zh: "讲什么。" }),
    summary: defineText()
      .optional()
      .describe("What happens in it, in a few sentences.")
      .meta({ zh: "几句话说说这一期。", example: "水、火候和一只旧壶。" }),
    links: linksSchema,
    offset: defineSecondsOffset()
      .default(0)
      .describe("Seconds added to every time of the transcript (inserted advertisements).")
      .meta({ zh: "文字稿里每个时间都加上多少秒（后来插进了广告）。", example: "30" }),
    draft: defineFlag()
      .default(false)
      .describe("True keeps the episode out of everything that is published.")
      .meta({ zh: "写true，这一期就不发布。", example: "true" }),
    publish: defineMoment()
      .optional()
      .describe(
        "The episode is not in the site before then; the next build after it brings it. Without a zone that of the machine that builds.",
      )
      .meta({
        zh: "到了这个时间之后构建，网站里才有这一期。没有写时区，就用构建那台机器的。",
        example: "2026-12-01T08:00+08:00",
      }),
  },
  "title: …",
)
  .describe("What an episode is; the show notes stand below it.")
  .meta({ zh: "一期节目的信息；节目介绍写在它下面。" });

export type EpisodeFile = z.output<typeof episodeSchema>;
