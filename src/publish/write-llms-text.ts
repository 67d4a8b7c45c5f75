import type { Episode, Show } from "../model/archive.ts";
import { makeFileAddress, makePageAddress } from "../model/site-address.ts";
import { formatTime } from "../text/time.ts";
import { putOnOneLine } from "./write-captions.ts";
import { escapeMarkdown } from "./write-text.ts";

/** Episodes that a model is given in any case; what is older may be left out. Chosen: some 10 KB. */
export const newestListed = 50;

/** What an llms.txt tells of. */
interface LlmsSource {
  readonly show: Pick<Show, "title" | "description">;
  /** Newest first. */
  readonly episodes: readonly Pick<
    Episode,
    "slug" | "title" | "date" | "duration" | "isDurationEstimated" | "people"
  >[];
  /** The site's base path. */
  readonly base: string;
  /** Absent where the owner has named none: addresses are root-relative. */
  readonly origin?: string | undefined;
}

/** Its words, in the language of the show. */
interface LlmsWords {
  /** What the archive is, in a paragraph. */
  readonly about: string;
  readonly episodes: string;
  readonly programs: string;
  readonly searchTitle: string;
  readonly search: string;
  readonly listTitle: string;
  readonly list: string;
  readonly mcp: string;
  readonly optional: string;
}

/**
 * An llms.txt (https://llmstxt.org): the show, what programs ask, the newest episodes as Markdown, and as what may be
 * left out all others. A reader that stops early has read what matters.
 */
export function writeLlmsText({ show, episodes, base, origin = "" }: LlmsSource, words: LlmsWords): string {
  const locate = (...parts: string[]) => origin + makeFileAddress(base, ...parts);
  const link = (name: string, address: string, about: string) => `- [${name}](${address}): ${about}`;
  const list = (own: LlmsSource["episodes"]) =>
    own.map((episode) =>
      link(
        escapeLine(episode.title),
        locate("episodes", episode.slug, "index.md"),
        escapeLine(describeEpisode(episode)),
      ),
    );
  const site = origin === "" ? "<dist>" : origin + makePageAddress(base);
  const older = episodes.slice(newestListed);
  const sections: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    [
      words.programs,
      [
        link(words.searchTitle, locate("search-api.js"), words.search),
        link(words.listTitle, locate("episodes.json"), words.list),
        `- ${words.mcp}: \`npm run --silent mcp -- ${site}\``,
      ],
    ],
    [words.episodes, list(episodes.slice(0, newestListed))],
    [words.optional, list(older)],
  ];
  return `${[
    `# ${escapeLine(show.title)}`,
    `> ${escapeLine(show.description)}`,
    words.about,
    ...sections.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : [`## ${heading}`, lines.join("\n")],
    ),
  ].join("\n\n")}\n`;
}

function describeEpisode({
  date,
  duration,
  isDurationEstimated,
  people,
}: LlmsSource["episodes"][number]): string {
  const names = people.map(({ name }) => name).join(", ");
  return [date, formatTime(duration, isDurationEstimated), ...(names === "" ? [] : [names])].join(" · ");
}

function escapeLine(text: string): string {
  return escapeMarkdown(putOnOneLine(text));
}
