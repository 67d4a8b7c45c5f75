const clock = String.raw`\d{1,2}:\d{2}:\d{2}`;

/** Each kind's mark, looked for in the first lines of the file (blank lines at the top left out). */
const marks: readonly (readonly [mark: RegExp, name: string])[] = [
  [/^\{\\rtf/, "a rich text (RTF) document"],
  [/^\[Script Info\]/i, "an Advanced SubStation Alpha (ASS or SSA) subtitle file"],
  [
    /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:[a-z]+:)?tt[\s>]/i,
    "a TTML (or DFXP) subtitle file",
  ],
  [/^(?:<\?xml[^>]{0,200}>\s*)?<(?:timedtext|transcript)[\s>]/i, "a YouTube timed text file"],
  [/^(?:<\?xml[^>]{0,200}>\s*)?<rss[\s>]/i, "an RSS feed"],
  [/^<sami[\s>]/i, "a SAMI (SMI) subtitle file"],
  [/^Scenarist_SCC/i, "a Scenarist closed caption (SCC) file"],
  [/^(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<cite[\s>])/i, "an HTML page"],
  [/^<\?xml/i, "an XML file"],
  [/^\[INFORMATION\]/i, "a SubViewer (SUB) subtitle file"],
  [/^\{\d{1,9}\}\{\d{0,9}\}/, "a MicroDVD (SUB) subtitle file"],
  [new RegExp(`^${clock}\\.\\d{3},${clock}\\.\\d{3}\\s*(?:\\n|$)`), "a YouTube SBV subtitle file"],
  [new RegExp(`^${clock}\\.\\d{2},${clock}\\.\\d{2}\\s*(?:\\n|$)`), "a SubViewer (SUB) subtitle file"],
  [/^"?\d{1,2}:\d{2}:\d{2}[:.]\d{2,3}"?,"?\d{1,2}:\d{2}:\d{2}[:.]\d{2,3}"?,"/, "a table (CSV)"],
  [
    new RegExp(`^(?:(?://|\\$)[^\\n]{0,200}\\n+){0,20}${clock}[:.;]\\d{2}\\s?,\\s?${clock}[:.;]\\d{2}\\s?,`),
    "a Spruce STL subtitle file",
  ],
  [/^(?:\[(?:ti|ar|al|by|au|offset|length|re|ve|la):[^\]\n]{0,200}\]\s*){1,12}/i, "an LRC lyrics file"],
  [/^"?start"?[\t,]"?end"?[\t,]"?text"?/i, "a Whisper table (TSV or CSV)"],
];

const extensions: Readonly<Record<string, string>> = {
  ass: "an Advanced SubStation Alpha (ASS) subtitle file",
  ssa: "a SubStation Alpha (SSA) subtitle file",
  lrc: "an LRC lyrics file",
  ttml: "a TTML subtitle file",
  dfxp: "a TTML (DFXP) subtitle file",
  xml: "an XML file",
  sbv: "a YouTube SBV subtitle file",
  sub: "a SUB subtitle file",
  stl: "an STL subtitle file",
  smi: "a SAMI (SMI) subtitle file",
  sami: "a SAMI (SMI) subtitle file",
  scc: "a Scenarist closed caption (SCC) file",
  rtf: "a rich text (RTF) document",
  doc: "a Word document",
  docx: "a Word document (.docx)",
  odt: "an OpenDocument text (.odt)",
  pdf: "a PDF document",
  html: "an HTML page",
  htm: "an HTML page",
  csv: "a table (CSV)",
  tsv: "a table (TSV)",
  xlsx: "an Excel workbook (.xlsx)",
  zip: "a zip archive",
  jsonl: "a file of JSON lines",
};

/** What kind of text the file's beginning says it is, as a phrase with its article; undefined where it has no such mark. */
export function nameForeignText(lines: readonly string[]): string | undefined {
  const beginning = lines.slice(0, 60).join("\n").slice(0, 4000).trimStart();
  return marks.find(([mark]) => mark.test(beginning))?.[1];
}

/** What kind of file a name's ending stands for, where it is known and none of those that are read. */
export function nameForeignExtension(extension: string): string | undefined {
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}
