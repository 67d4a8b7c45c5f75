import type { Episode, Show } from "../model/archive.ts";
import { formatTime } from "../text/time.ts";
import { putOnOneLine } from "./write-captions.ts";
import { escapeMarkdown } from "./write-text.ts";

/**
 * An episode for programs that read Markdown: what is known of it as YAML, its chapters, and each passage with who
 * speaks, when, and the address at which it stands. Estimated times are marked with `≈`.
 * @param page the address of the episode's page, whole where the site's is known
 * @param words the headings
 */
export function writeEpisodeMarkdown(
  episode: Episode,
  show: Pick<Show, "title">,
  page: string,
  words: { readonly chapters: string; readonly transcript: string },
): string {
  const { title, chapters, passages } = episode;
  const link = (seconds: number, isEstimated: boolean, index: number) =>
    `[${formatTime(seconds, isEstimated)}](${page}#${passages[index]?.anchor ?? ""})`;
  const parts = [writeFrontMatter(episode, show, page), `# ${escapeLine(title)}`];
  if (chapters.length > 0) {
    const lines = chapters.map(
      ({ start, isEstimated, title: name, firstPassage }) =>
        `- ${link(start, isEstimated, firstPassage)} ${escapeLine(name)}`,
    );
    parts.push(`## ${words.chapters}`, lines.join("\n"));
  }
  parts.push(`## ${words.transcript}`);
  const begin = new Map(chapters.map(({ firstPassage, title: name }) => [firstPassage, name]));
  for (const [index, { start, isEstimated, speaker, text }] of passages.entries()) {
    const chapter = begin.get(index);
    if (chapter !== undefined) parts.push(`### ${escapeLine(chapter)}`);
    const name = speaker === undefined ? "" : `**${escapeLine(speaker.name)}:** `;
    parts.push(`${link(start, isEstimated, index)} ${name}${escapeLine(text)}`);
  }
  return `${parts.join("\n\n")}\n`;
}

function escapeLine(text: string): string {
  return escapeMarkdown(putOnOneLine(text));
}

/** What is known of an episode, as YAML: each value is JSON on a line of its own, which is YAML as well. */
function writeFrontMatter(episode: Episode, show: Pick<Show, "title">, page: string): string {
  const { title, date, number, season, language, timing, people, topics, summary, audio } = episode;
  const values: Readonly<Record<string, unknown>> = {
    title,
    show: show.title,
    date,
    number,
    season,
    url: page,
    audio: audio?.url,
    duration: episode.isDurationEstimated ? undefined : Math.round(episode.duration),
    language,
    timing,
    people: people.length === 0 ? undefined : people.map(({ name }) => name),
    topics: topics.length === 0 ? undefined : topics,
    summary,
  };
  const lines = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${writeValue(value)}`],
  );
  return ["---", ...lines, "---"].join("\n");
}

/** JSON of which YAML takes every character. */
function writeValue(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
