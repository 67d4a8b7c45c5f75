import { PAUSE } from "../../text/join-text.ts";
import type { ComposedText } from "./compose-text.ts";
import { markText } from "./mark-text.ts";

const HAN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const LETTER = String.raw`\p{Script=Latin}`;
const DIGIT = String.raw`\p{Nd}`;
/** How words and numbers begin and end. Apart, because many write a space beside words and none beside numbers. */
const KINDS = [
  { begin: `(?=${DIGIT}*${LETTER})`, end: `(?<=${LETTER}${DIGIT}*)` },
  { begin: `(?=${DIGIT}+(?!${DIGIT}|${LETTER}))`, end: `(?<=(?<!${DIGIT}|${LETTER})${DIGIT}+)` },
];
// Han comes first in each: whatever a text holds, the rest is looked for at few places.
const JOINTS = KINDS.map(({ begin, end }) => ({
  bare: new RegExp(`(?<=${HAN})${PAUSE}?${begin}|(?=${PAUSE}?${HAN})${end}${PAUSE}?`, "gu"),
  spaced: new RegExp(`(?<=${HAN}) ${begin}|(?= ${HAN})${end}`, "gu"),
}));

/**
 * The text with spaces where a correction made a Han and a Latin character meet, if the text has spaces between them
 * elsewhere: `就下低费的` of a file that writes `训练 cost 大约` reads `就像 DeepSeek 的`. All else stays as it is, and so
 * does every token.
 * @param atBreaks whether the breaks of lines, too, are joined by the habit of the text, and not by the spaces at them
 */
export function spaceJoints(composition: ComposedText, atBreaks: boolean): ComposedText {
  const { text, changes, pieces } = composition;
  const edges = new Set(atBreaks ? pieces.map(({ start }) => start) : []);
  for (const { from, to, source } of changes) if (source !== "unclear") edges.add(from).add(to);
  const places = JOINTS.flatMap(({ bare, spaced }) => {
    const joints = [...text.matchAll(bare)].map(({ 0: { length }, index }) => ({
      from: index,
      to: index + length,
    }));
    // A pause is no habit, and stays where the breaks do.
    const own = joints.filter(({ from, to }) => edges.has(to) && (atBreaks || from === to));
    const others = joints.filter(({ from, to }) => from === to && !edges.has(to));
    const isSpaced = own.length > 0 && [...text.matchAll(spaced)].length > others.length;
    return isSpaced ? own : [];
  }).sort((a, b) => a.from - b.from);
  if (places.length === 0) return composition;
  return markText(
    composition,
    places.map((place) => ({ ...place, closing: " ", opening: "" })),
  ).composition;
}
