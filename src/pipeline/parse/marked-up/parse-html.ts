import type { IsKept } from "../find-kept.ts";
import type { ParsedTranscript } from "../parsed-transcript.ts";
import { parseDocument } from "../text/parse-text.ts";
import { escapeMarkdown } from "../text/strip-markdown.ts";
import { readMarkup } from "./read-markup.ts";

/** A block of a page. */
interface Block {
  readonly element: string;
  readonly line: number;
  text: string;
}

const blockElements = new Set(
  "p cite time h1 h2 h3 h4 h5 h6 li dt dd div section article blockquote td th tr br".split(" "),
);
const skipped = new Set("title head style script nav footer header button noscript template svg".split(" "));
const clock = /^\s*[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?[\])]?\s*$/;

/**
 * Whether a page is a transcript as Podcasting 2.0 writes it (podcast-namespace, docs/examples/transcripts: `cite`, `time`
 * and `p`), or at least names its speakers in `cite` or has times alone in paragraphs.
 */
export function isTranscriptHtml(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== "")?.trim() ?? "";
  if (!/^<(?:!doctype html|html|head|body|cite|time|p|div|h[1-6])[\s>]/i.test(first)) return false;
  const blocks = readBlocks(lines);
  const marks = blocks.filter(
    ({ element, text }) => (element === "cite" && text.length <= 64) || clock.test(text),
  );
  return marks.length >= 2 && marks.length >= blocks.length / 10;
}

/** Reads a page: who speaks from `cite`, when from `time` or a paragraph that is one, headings and what frames it left out. */
export function parseHtml(lines: readonly string[], isKept: IsKept): ParsedTranscript {
  return parseDocument(
    readBlocks(lines).map(({ element, line, text }) => {
      const isHeading = /^h[1-6]$/.test(element);
      if (element === "cite")
        return { line, text: `**${escapeMarkdown(text.replace(/[:：]\s*$/, ""))}:**`, isHeading: false };
      if (clock.test(text)) return { line, text: `[${text.replace(/[[\]()\s]/g, "")}]`, isHeading: false };
      return { line, text: escapeMarkdown(text), isHeading };
    }),
    isKept,
  );
}

function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let skipping = "";
  readMarkup(lines, {
    open({ name }, line) {
      if (skipping !== "") return;
      if (skipped.has(name)) skipping = name;
      else if (blockElements.has(name)) open = undefined;
      if (skipping === "" && blockElements.has(name)) {
        open = { element: name, line, text: "" };
        blocks.push(open);
      }
    },
    close(name) {
      if (name === skipping) skipping = "";
      else if (blockElements.has(name)) open = undefined;
    },
    text(text, line) {
      if (skipping !== "" || text.trim() === "") return;
      if (open === undefined) {
        open = { element: "p", line, text: "" };
        blocks.push(open);
      }
      open.text += text;
    },
  });
  return blocks.flatMap((block) => {
    const text = block.text.replace(/\s+/g, " ").trim();
    return text === "" ? [] : [{ ...block, text }];
  });
}
