/** Characters of a title or name that are taken; chosen. */
const longestLine = 500;
/** Characters of a description that are taken; a feed may have 4,000 bytes (PSP-1). */
const longestText = 4000;

// Control characters, direction overrides and byte order marks; line feeds and tabs stay.
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** Hosts escape what they put into CDATA, so that `&amp;` stands there. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : "";
  });
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${[...text.slice(0, length - 1)].join("").trimEnd()}…`;
}

/** A sign that stands there so often says nothing, and hundreds of brackets or dashes are no YAML that is read. Chosen. */
const endlessSigns = /([^\p{L}\p{N}\s])(?:\s?\1){39,}/gu;

/** Brackets that nothing closes, where they are more than a text has: what opens hundreds of them is no YAML that is read. */
function dropOpenBrackets(text: string): string {
  const opened = text.match(/[[{]/g)?.length ?? 0;
  const closed = text.match(/[\]}]/g)?.length ?? 0;
  return opened - closed > 10 ? text.replace(/[[\]{}]/g, "") : text;
}

/** A stranger's text on one line; undefined where nothing is left of it. */
export function cleanLine(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const line = dropOpenBrackets(decodeEntities(String(value)))
    .replace(/[\t\n]/g, " ")
    .replace(invisible, "")
    .replace(endlessSigns, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return cut(line, longestLine) || undefined;
}

/** A stranger's text, its paragraphs kept. */
export function cleanText(value: string): string {
  const lines = dropOpenBrackets(decodeEntities(value))
    .replace(/\r\n?/g, "\n")
    .replace(invisible, "")
    .replace(endlessSigns, "$1")
    .split("\n");
  return cut(
    lines
      .map((line) => line.trim())
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    longestText,
  );
}

/** HTML without its tags: a block's end becomes a line's. */
export function stripTags(html: string): string {
  return html
    .replace(/<(?:br\b|\/(?:p|div|li|h\d)\b)[^<>]{0,1000}>/gi, "\n")
    .replace(/<[a-z/!][^<>]{0,5000}>/gi, "");
}

/**
 * Show notes for episode.md. HTML stays as it is, without the indents and blank lines by which Markdown would take parts
 * of it for code; text keeps its line breaks, which Markdown would join.
 */
export function writeNotes(notes: string): string {
  const isHtml = /<(?:p|br|a|div|ul|ol|li|strong|b|em|i|h\d|span|img)\b[^<>]{0,2000}>/i.test(notes);
  const lines = notes
    .replace(/\r\n?/g, "\n")
    .replace(invisible, "")
    .split("\n")
    .map((line) => line.trim());
  const written = isHtml
    ? lines.filter((line) => line !== "").join("\n")
    : decodeEntities(lines.join("\n"))
        .replace(/\n{3,}/g, "\n\n")
        .replace(/([^\n])\n(?=[^\n])/g, "$1  \n");
  return written.trim();
}

/** An address of http or https; undefined for any other, and for one of signs without end. */
export function readWebAddress(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  if (text.search(endlessSigns) !== -1) return undefined;
  if (!/^https?:\/\/[^/\s][^\s]*$/i.test(text) || text.length > 2000) return undefined;
  return URL.parse(text)?.href;
}

/** A tag of BCP 47 as feeds write it (`zh-cn`), in its canonical case. */
export function readLanguageTag(value: unknown): string | undefined {
  try {
    const tag = typeof value === "string" ? value.trim().replaceAll("_", "-") : "";
    return /^[a-z]{2,3}(?:-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The same without keys that hold nothing. */
export function omitEmpty<T extends object>(group: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(
    Object.entries(group).filter(([, value]) => value !== undefined && value !== ""),
  ) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
