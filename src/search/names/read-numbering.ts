import type { Span } from "../../model/span.ts";

/** Which episode something is, as a title or a query says it: `第12期`, `EP12`, `#12`, `Vol.12`, `S1E12`, `12.` */
export interface Numbering {
  readonly season?: number;
  readonly number: number;
  /** Where it stands, with what divides it from the rest; UTF-16 offsets. */
  readonly span: Span;
  /** What is left without it. */
  readonly rest: string;
}

const DIGITS = "\\d{1,5}";
const HAN_DIGITS = "[〇零一二两三四五六七八九十百]{1,7}";
const LABEL = "(?:episode|ep|e|volume|vol|no|n[º°o]|#|＃|№)";
const UNIT = "[期集回话話]";
/** Each says the number, and some the season before it. */
const FORMS = [
  `S(?<season1>\\d{1,3})\\s*[.·:：]?\\s*(?:EP?|Vol)\\s*[.．]?\\s*(?<number1>${DIGITS})`,
  `${LABEL}\\s*[.．。:：]?\\s*(?<number2>${DIGITS})`,
  `第\\s*(?<number3>${DIGITS}|${HAN_DIGITS})\\s*${UNIT}`,
  `(?<number4>${DIGITS})\\s*${UNIT}`,
  // A show's name and the number, in brackets: 【随机波动137】
  `[【\\[]\\s*[^】\\]\\d]{0,12}(?<number5>${DIGITS})\\s*[】\\]]`,
];
const DIVIDER = "[\\s.．。:：、,，|｜丨·•\\-–—_】\\]）)/]";
const OPENER = "[\\s【\\[（(「]*";

/** A number alone is one only where something divides it from what follows: 90后 and 3.7 are none. */
const AT_START = new RegExp(
  `^${OPENER}(?:(?:${FORMS.join("|")})(?![a-z\\d])${DIVIDER}*|(?<number6>${DIGITS})(?:$|(?![.．]\\d)${DIVIDER}+))`,
  "iu",
);
const AT_END = new RegExp(
  `(?:${DIVIDER}*[【\\[（(]?(?<![a-z\\d])(?:${FORMS.slice(0, 3).join("|")})|\\s[-–—]\\s*(?<number6>${DIGITS}))[\\s】\\]）)]*$`,
  "iu",
);

/** Where a numbering ends a text, it and what divides it from the rest are among so many of its last characters. */
const LONGEST_END = 80;

/** The numbering with which a text begins or ends; undefined where it has none. */
export function readNumbering(text: string): Numbering | undefined {
  // From each of many dividers the expression would go to the end of all.
  const end = Math.max(0, text.length - LONGEST_END);
  const atStart = AT_START.exec(text);
  const match = atStart ?? AT_END.exec(text.slice(end));
  if (match === null) return undefined;
  const from = atStart === null ? end + match.index : 0;
  const groups = Object.entries(match.groups ?? {});
  const find = (name: string) =>
    groups.find(([key, value]) => key.startsWith(name) && value !== undefined)?.[1];
  const number = readNumber(find("number") ?? "");
  const season = find("season");
  if (number === undefined) return undefined;
  const span = { from, to: from + match[0].length };
  return {
    ...(season === undefined ? {} : { season: Number(season) }),
    number,
    span,
    rest: (text.slice(0, span.from) + text.slice(span.to)).trim(),
  };
}

const hanDigits = "零一二三四五六七八九";

/** Below 1,000, as people number what they make. */
function readNumber(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  let sum = 0;
  let digit: number | undefined;
  for (const character of written.replaceAll("〇", "零").replaceAll("两", "二")) {
    const unit = character === "百" ? 100 : character === "十" ? 10 : undefined;
    if (unit === undefined) digit = (digit ?? 0) * 10 + hanDigits.indexOf(character);
    else {
      sum += (digit === undefined || digit === 0 ? 1 : digit) * unit;
      digit = undefined;
    }
  }
  return written === "" ? undefined : sum + (digit ?? 0);
}
