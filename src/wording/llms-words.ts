import { formatCount } from "../text/format-count.ts";
import type { Wording } from "./interface-words.ts";
import type { TextOrigin } from "./text-words.ts";

/** What `/llms.txt` says to language models, in the language of the show. */
export const llmsWords = {
  episodes: { zh: "节目", en: "Episodes" },
  programs: { zh: "给程序", en: "For programs" },
  searchTitle: { zh: "搜索接口", en: "Search API" },
  search: {
    zh: 'ES模块，在网页里import。search(query, { tiers: ["exact", "variant", "related", "sound"] })给出所有地方的数目，每一段的文字、秒数和链接',
    en: 'an ES module to import in a page. search(query, { tiers: ["exact", "variant", "related", "sound"] }) counts all places and gives each passage\'s text, second and link',
  },
  listTitle: { zh: "全部节目（JSON）", en: "All episodes (JSON)" },
  list: {
    zh: "每期的名字、日期、时长、人和主题；每期旁边的transcript.json是带时间的文字稿",
    en: "each one's name, date, duration, people and topics; beside each episode, transcript.json is its transcript with times",
  },
  mcp: {
    zh: "给智能体用的MCP，在装了听索的机器上运行，有search、read、episodes三个工具",
    en: "MCP for agents, on a machine with Tingsuo, with the tools search, read and episodes",
  },
  /** The heading has to be this word: it says that the section may be left out (https://llmstxt.org). */
  optional: { zh: "Optional", en: "Optional" },
} as const satisfies Record<string, Wording>;

/** What an archive is, in a paragraph. */
export function wordArchive(episodes: number, origin: TextOrigin): Wording {
  const count = formatCount(episodes);
  const made = {
    machine: {
      zh: "文字由机器听写，会有听错的地方。",
      en: "The texts were made by a machine, which mishears.",
    },
    people: { zh: "文字由人工听写。", en: "The texts were typed by people." },
  }[origin];
  return {
    zh: `这里是播客的文字稿，共${count}期。下面每期的链接是Markdown：每一段有说话人、时间和打开那一刻的链接；带≈的时间是按文字长短估计的。${made.zh}引用时请带上那一段的链接。`,
    en: `The transcripts of a podcast: ${count} ${episodes === 1 ? "episode" : "episodes"}. Each link below is Markdown in which every passage has its speaker, its time and the link that opens that moment; a time with ≈ is estimated from the text's length. ${made.en} Quote with the link of the passage.`,
  };
}
