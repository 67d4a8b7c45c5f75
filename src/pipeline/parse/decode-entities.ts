import { cleanCharacters } from "./clean-characters.ts";

// The references WebVTT requires (WebVTT 1, section 4.2.2) and the few that caption tools write besides.
const namedEntities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: "\u00a0",
  lrm: "\u200e",
  rlm: "\u200f",
  quot: '"',
  apos: "'",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  middot: "·",
};

/** Decodes character references once; what is none stays as it stands. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined)
        return Object.hasOwn(namedEntities, name) ? (namedEntities[name] ?? whole) : whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      // A line break here would be none in the file, and lines are counted by those of the file.
      if (code === 10 || code === 13) return " ";
      return code === 0 || code > 0x10ffff ? "\ufffd" : cleanCharacters(String.fromCodePoint(code));
    },
  );
}
