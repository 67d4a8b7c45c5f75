import { escapeMarkdown } from "../../publish/write-text.ts";
import type { InterfaceLanguage } from "../../wording/interface-words.ts";
import type { Quote, Source } from "./write-quote.ts";

/** How a citation is written. */
export type CitationStyle = "plain" | "markdown" | "bibtex";

/** What is cited: a whole episode by its address, or a quote. `accessed` is a day: `2026-11-23`. */
export interface Citation {
  readonly source: Source;
  readonly address: string;
  readonly accessed: string;
  readonly quote?: Quote;
}

export function writeCitation(citation: Citation, style: CitationStyle, language: InterfaceLanguage): string {
  if (style === "bibtex") return writeBibtex(citation);
  return style === "markdown" ? writeMarkdownCitation(citation, language) : writePlain(citation, language);
}

function writePlain({ source, address, accessed, quote }: Citation, language: InterfaceLanguage): string {
  const { title, show, date } = source;
  if (language === "zh") {
    const time = quote === undefined ? "" : `，${quote.time}`;
    return `${show}．${title}［播客文字稿］．${date}${time}．${address}（${accessed}查阅）`;
  }
  const time = quote === undefined ? "" : `, at ${quote.time}`;
  return `${show} (${date}). ${title} [podcast transcript]${time}. ${address} (accessed ${accessed})`;
}

function writeMarkdownCitation({ source, address, quote }: Citation, language: InterfaceLanguage): string {
  const comma = language === "zh" ? "，" : ", ";
  const { title, show, date } = source;
  const link = `[${escapeMarkdown(title)}](<${address}>)`;
  if (quote === undefined) return [link, escapeMarkdown(show), date].join(comma);
  const lines = quote.parts.map(({ speaker, text }) =>
    speaker === undefined || quote.parts.length === 1
      ? escapeMarkdown(text)
      : `**${escapeMarkdown(speaker)}:** ${escapeMarkdown(text)}`,
  );
  const only = quote.parts.length === 1 ? quote.parts[0]?.speaker : undefined;
  const names = [
    ...(only === undefined ? [] : [escapeMarkdown(only)]),
    link,
    ...(title.includes(show) ? [] : [escapeMarkdown(show)]),
    quote.time,
  ];
  return `> ${[...lines, `— ${names.join(comma)}`].join("\n>\n> ")}`;
}

const bibtexSigns: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escapeBibtex(text: string): string {
  return text.replace(/[\\{}~^%&#_$]/g, (sign) => bibtexSigns[sign] ?? `\\${sign}`);
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The doubled braces keep names and titles as they are written. */
function writeBibtex({ source, address, accessed, quote }: Citation): string {
  const { title, show, date, slug } = source;
  const [year = "", month, day] = date.split("-");
  const place = quote === undefined ? "" : `at ${quote.time}, `;
  const fields = [
    `author = {{${escapeBibtex(show)}}}`,
    `title = {{${escapeBibtex(title)}}}`,
    `year = {${year}}`,
    ...(month === undefined ? [] : [`month = ${months[Number(month) - 1] ?? `{${month}}`}`]),
    ...(day === undefined ? [] : [`day = {${Number(day)}}`]),
    "howpublished = {Podcast transcript}",
    `note = {${place}accessed ${accessed}}`,
    `url = {${address.replace(/[{}\\]/g, encodeURIComponent)}}`,
  ];
  return `@misc{${makeKey(slug, year, quote)},\n${fields.map((field) => `  ${field},`).join("\n")}\n}`;
}

/** Keys are plain ASCII: `deepseek-r1-2025`, for a quote with its time: `deepseek-r1-2025-12-30`. */
function makeKey(slug: string, year: string, quote: Quote | undefined): string {
  const parts = [slug, year, ...(quote === undefined ? [] : [quote.time])];
  return parts
    .map((part) => part.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, ""))
    .filter((part) => part !== "")
    .join("-");
}
