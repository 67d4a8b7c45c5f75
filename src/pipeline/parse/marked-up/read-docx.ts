import { unzipSync } from "fflate";
import { escapeMarkdown } from "../text/strip-markdown.ts";
import { readMarkup } from "./read-markup.ts";

/** A paragraph of a Word document; empty ones and those in tables are counted. */
export interface DocxParagraph {
  /** 1-based, in the order of the document. */
  readonly number: number;
  /** As it stands. */
  readonly text: string;
  /** The same in Markdown: bold is bold, and signs of Markdown are escaped. */
  readonly markdown: string;
  readonly isHeading: boolean;
  /** Which table, row and cell it stands in; of the outermost table. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
}

/** Chosen: the words of a hundred hours are a hundredth of it. */
const mostBytes = 64_000_000;

/**
 * Reads the paragraphs of a Word document (ECMA-376, part 1, 17: `w:p`, runs, tables). Undefined where the bytes are no
 * archive with a `word/document.xml` of a size that can be. What was deleted with changes tracked is left out.
 */
export function readDocx(bytes: Uint8Array): DocxParagraph[] | undefined {
  let document: Uint8Array | undefined;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === "word/document.xml" && originalSize <= mostBytes,
    });
    document = files["word/document.xml"];
  } catch {
    return undefined;
  }
  return document === undefined ? undefined : readParagraphs(new TextDecoder().decode(document).split("\n"));
}

function readParagraphs(lines: readonly string[]): DocxParagraph[] {
  const paragraphs: DocxParagraph[] = [];
  let runs: { text: string; isBold: boolean }[] | undefined;
  let [isBold, isHeading, isText, isDeleted] = [false, false, false, false];
  let number = 0;
  let [depth, table, row, column] = [0, 0, 0, 0];
  const add = (text: string): void => {
    if (!isDeleted) runs?.push({ text, isBold });
  };
  readMarkup(lines, {
    open({ name, attributes }) {
      const value = attributes.get("w:val");
      if (name === "w:p") [runs, isHeading, number] = [[], false, number + 1];
      else if (name === "w:r") isBold = false;
      else if (name === "w:b" && runs !== undefined) isBold = value !== "0" && value !== "false";
      else if (name === "w:pstyle") isHeading = /^(?:heading|title|标题|[1-9]$)/i.test(value ?? "");
      else if (name === "w:t") isText = true;
      else if (name === "w:tab" || name === "w:br" || name === "w:cr") add(" ");
      else if (name === "w:del") isDeleted = true;
      else if (name === "w:tbl") {
        depth += 1;
        if (depth === 1) [table, row] = [table + 1, 0];
      } else if (name === "w:tr" && depth === 1) [row, column] = [row + 1, 0];
      else if (name === "w:tc" && depth === 1) column += 1;
    },
    close(name) {
      if (name === "w:t") isText = false;
      else if (name === "w:del") isDeleted = false;
      else if (name === "w:tbl") depth -= 1;
      else if (name === "w:p" && runs !== undefined) {
        const text = runs.map((run) => run.text).join("");
        const markdown = writeMarkdown(runs);
        paragraphs.push({
          number,
          text,
          markdown,
          isHeading,
          ...(depth > 0 ? { cell: { table, row, column } } : {}),
        });
        runs = undefined;
      }
    },
    text(text) {
      if (isText) add(text);
    },
  });
  return paragraphs;
}

/** The bold runs at a paragraph's beginning are set in bold, where they name somebody: others only stress. */
function writeMarkdown(runs: readonly { readonly text: string; readonly isBold: boolean }[]): string {
  const spoken = runs.filter(({ text }) => text !== "");
  const plain = spoken.findIndex((run) => !run.isBold && run.text.trim() !== "");
  const bold = spoken
    .slice(0, plain === -1 ? spoken.length : plain)
    .map(({ text }) => text)
    .join("");
  const rest =
    plain === -1
      ? ""
      : spoken
          .slice(plain)
          .map(({ text }) => text)
          .join("");
  if (bold.trim() === "" || bold.length > 60) return escapeMarkdown(`${bold}${rest}`);
  return `**${escapeMarkdown(bold.trim())}**${/\s$/.test(bold) ? " " : ""}${escapeMarkdown(rest)}`;
}
