/** Encodings of characters that are told. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";

/** Why a piece of a transcript file is no speech. */
export type CutReason =
  // of a document: what stands above the first turn
  | "head"
  // of tools: their tags, marks that nobody sees, their names and what they write over silence, what they say again and again
  | ("engine-tag" | "hidden-characters" | "tool-credit" | "repetition")
  // of captions: [音乐], and the second language below the first
  | ("sound-tag" | "other-language");
