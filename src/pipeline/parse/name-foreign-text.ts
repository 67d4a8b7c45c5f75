import type { ForeignFormat } from "../../model/problem-values.ts";

const clock = String.raw`\d{1,2}:\d{2}:\d{2}`;

/** Each kind's mark, looked for in the first lines of the file (blank lines at the top left out). */
const marks: readonly (readonly [mark: RegExp, format: ForeignFormat])[] = [
  [/^\{\\rtf/, "rtf"],
  [/^\[Script Info\]/i, "ass-or-ssa"],
  [/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:[a-z]+:)?tt[\s>]/i, "ttml-or-dfxp"],
  [/^(?:<\?xml[^>]{0,200}>\s*)?<(?:timedtext|transcript)[\s>]/i, "youtube-timed-text"],
  [/^(?:<\?xml[^>]{0,200}>\s*)?<rss[\s>]/i, "rss"],
  [/^<sami[\s>]/i, "sami"],
  [/^Scenarist_SCC/i, "scc"],
  [/^(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<cite[\s>])/i, "html"],
  [/^<\?xml/i, "xml"],
  [/^\[INFORMATION\]/i, "subviewer"],
  [/^\{\d{1,9}\}\{\d{0,9}\}/, "microdvd"],
  [new RegExp(`^${clock}\\.\\d{3},${clock}\\.\\d{3}\\s*(?:\\n|$)`), "youtube-sbv"],
  [new RegExp(`^${clock}\\.\\d{2},${clock}\\.\\d{2}\\s*(?:\\n|$)`), "subviewer"],
  [/^"?\d{1,2}:\d{2}:\d{2}[:.]\d{2,3}"?,"?\d{1,2}:\d{2}:\d{2}[:.]\d{2,3}"?,"/, "csv"],
  [
    new RegExp(`^(?:(?://|\\$)[^\\n]{0,200}\\n+){0,20}${clock}[:.;]\\d{2}\\s?,\\s?${clock}[:.;]\\d{2}\\s?,`),
    "spruce-stl",
  ],
  [/^(?:\[(?:ti|ar|al|by|au|offset|length|re|ve|la):[^\]\n]{0,200}\]\s*){1,12}/i, "lrc"],
  [/^"?start"?[\t,]"?end"?[\t,]"?text"?/i, "whisper-table"],
];

const extensions: Readonly<Record<string, ForeignFormat>> = {
  ass: "ass",
  ssa: "ssa",
  lrc: "lrc",
  ttml: "ttml",
  dfxp: "dfxp",
  xml: "xml",
  sbv: "youtube-sbv",
  sub: "sub",
  stl: "stl",
  smi: "sami",
  sami: "sami",
  scc: "scc",
  rtf: "rtf",
  doc: "doc",
  docx: "docx",
  odt: "odt",
  pdf: "pdf",
  html: "html",
  htm: "html",
  csv: "csv",
  tsv: "tsv",
  xlsx: "xlsx",
  zip: "zip",
  jsonl: "json-lines",
};

/** What kind of text the file's beginning says it is; undefined where it has no such mark. */
export function nameForeignText(lines: readonly string[]): ForeignFormat | undefined {
  const beginning = lines.slice(0, 60).join("\n").slice(0, 4000).trimStart();
  return marks.find(([mark]) => mark.test(beginning))?.[1];
}

/** What kind of file a name's ending stands for, where it is known and none of those that are read. */
export function nameForeignExtension(extension: string): ForeignFormat | undefined {
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}
