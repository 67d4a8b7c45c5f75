import { escapeMarkdown } from "../../publish/write-text.ts";
import { decodePercent } from "../../text/decode-percent.ts";
import { groupByEpisode, type KeptPassage } from "./kept-passages.ts";

/**
 * Kept passages as Markdown: an episode a heading with its link, a passage a quote that ends in who says it and the link
 * to it, the reader's note below.
 * @param address whole address of an episode's page
 */
export function writeKeptMarkdown(
  passages: readonly KeptPassage[],
  heading: string,
  address: (slug: string) => string,
): string {
  const parts = [`# ${escapeMarkdown(heading)}`];
  for (const group of groupByEpisode(passages)) {
    const [{ slug, title } = { slug: "", title: "" }] = group;
    parts.push(`## [${escapeMarkdown(title)}](<${address(slug)}>)`);
    for (const { anchor, time, speaker, texts, note } of group) {
      const who = speaker === "" ? "" : `${escapeMarkdown(speaker)}, `;
      const source = `— ${who}[${escapeMarkdown(time)}](<${address(slug)}#${anchor}>)`;
      parts.push([...texts.map(escapeMarkdown), source].map((text) => `> ${text}`).join("\n>\n"));
      if (note !== "") parts.push(note.split("\n").map(writeNoteLine).join("\n"));
    }
  }
  return `${parts.join("\n\n")}\n`;
}

/** Spaces at its beginning would make code of a line. */
function writeNoteLine(line: string): string {
  return escapeMarkdown(line.trimStart());
}

const link = /\[((?:[^\]\\]|\\.)*)\]\(<?([^>\s]*?)>?\)$/;
const episodeHeading = new RegExp(`^## ${link.source}`);
const sourceLine = new RegExp(`^— (?:(.*), )?${link.source}`);
/** Chosen: an address has 600 characters at most. What is longer is no line of ours. */
const longestSource = 2_000;
const episodeAddress = /(?:^|\/)episodes\/([^/#?]+)\/?(?:\?[^#]*)?(?:#(.*))?$/;

/**
 * Reads what `writeKeptMarkdown` writes, after a reader has written in it too: of links only the episode and the moment
 * are taken, so that passages may come from another address of the same site. What is no kept passage is left out.
 */
export function readKeptMarkdown(markdown: string): KeptPassage[] {
  const passages: KeptPassage[] = [];
  let title = "";
  let quoted: string[] = [];
  let note: string[] | undefined;
  const end = () => {
    const passage = readQuote(quoted, title);
    const last = passages.at(-1);
    if (passage !== undefined) passages.push(passage);
    else if (quoted.length === 0 && note !== undefined && last !== undefined)
      passages[passages.length - 1] = { ...last, note: note.map(unescapeMarkdown).join("\n").trim() };
    note = passage === undefined ? undefined : [];
    quoted = [];
  };
  // An end of its own for what stands last.
  for (const line of [...markdown.split(/\r\n?|\n/), "# "]) {
    if (/^>/.test(line)) {
      if (quoted.length === 0 && note !== undefined) end();
      quoted.push(line.replace(/^> ?/, ""));
      continue;
    }
    if (quoted.length > 0) end();
    if (/^#{1,2} /.test(line)) {
      end();
      title = unescapeMarkdown(episodeHeading.exec(line.slice(0, longestSource))?.[1] ?? "");
    } else note?.push(line);
  }
  return passages;
}

function readQuote(lines: readonly string[], title: string): KeptPassage | undefined {
  const [source = "", ...texts] = lines.filter((line) => line.trim() !== "").toReversed();
  const [, speaker = "", time = "", address = ""] =
    sourceLine.exec(source.length > longestSource ? "" : source) ?? [];
  const [, slug, anchor] = episodeAddress.exec(address) ?? [];
  if (slug === undefined || anchor === undefined || texts.length === 0) return undefined;
  return {
    ...{
      slug: decodePercent(slug),
      title,
      anchor,
      time: unescapeMarkdown(time),
      speaker: unescapeMarkdown(speaker),
    },
    texts: texts.toReversed().map(unescapeMarkdown),
    note: "",
  };
}

function unescapeMarkdown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/&amp;(?=#?\w{1,8};)/g, "&");
}
