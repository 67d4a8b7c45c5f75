// Invisible characters that can hide or reorder text: C0 and C1 controls except tab and line feed, byte order
// marks inside the text, and the bidirectional overrides and isolates (Unicode TR36, "trojan source").
const hiddenCharacters =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\u202a-\u202e\u2066-\u2069]/g;

// Line and page separators that no editor counts as a line: they part words, so a space takes their place.
const foreignSeparators = /[\u000b\u000c\u0085\u2028\u2029]/g;

/**
 * Removes what a stranger's text may not carry onto a page: control characters except tab and "\n", byte order
 * marks, bidirectional overrides. Half surrogate pairs become U+FFFD.
 */
export function cleanCharacters(text: string): string {
  return text
    .replace(foreignSeparators, " ")
    .replace(hiddenCharacters, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

// Seen by nobody: zero-width characters, invisible operators, tags and variation selectors of which watermarks are made.
const invisible = /(?:[\u180e\u200b-\u200f\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}])+/gu;

// Scripts and signs whose letters a joiner joins or parts, and the marks of direction beside letters that run backward.
const needsJoiner =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Gujarati}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Mongolian}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u;

/**
 * A text without the characters that nobody sees, and these: a watermark, or what an editor left. One joiner or mark
 * of direction stays between letters that need it; emoji are joined so.
 */
export function dropInvisible(text: string): { text: string; dropped: string } {
  let dropped = "";
  const kept = text.replace(invisible, (run, at: number) => {
    const isOwn = /^[\u200c-\u200f]$/.test(run);
    const around = `${text.slice(Math.max(0, at - 2), at)}${text.slice(at + 1, at + 3)}`;
    if (isOwn && (needsJoiner.test(around) || /[\u200e\u200f]/.test(run))) return run;
    dropped += run;
    return "";
  });
  return { text: kept, dropped };
}

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
