import type { Token } from "../../../text/normalise.ts";
import { parseNumeral, readFigure, readFigures } from "./parse-numeral.ts";
import { gapAfter, MOST_VARIANT_TOKENS, type VariantStretch, type WrittenTokens } from "./variant-stretch.ts";

/*
 * A number is read as large as it is written: 一百万 is 1,000,000 and no 100. Its key is its value in digits, a zero
 * at either end kept (007 is no 7, and 3.10 may be a version), with the sign of a share after it.
 */

const NUMERAL = /^[零〇一二三四五六七八九两十百千万亿]$/u;
const LARGE_UNITS = new Map(Object.entries({ 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 }));
/** `百` of 百分之, and the sign of the share. */
const SHARES = new Map(Object.entries({ 百: "%", 千: "‰" }));
const DIGITS = /^(\d+)([%‰]?)$/u;

/** What a single figure has to stand before to count something; 一 is an article before most of them. Chosen. */
const COUNTED = "年月日号点天周期集章季岁个次倍块元人名家种篇页层步届轮";
const COUNTED_ONCE = "年月日号天期集章季";
/** 半年 is 0.5年, 两年半 is 2.5年; 小 is the beginning of 小时. */
const WITH_HALF = "年个天月小倍岁块";
/** 几十, 好几百: nobody knows how many. */
const VAGUE_BEFORE = "几数";
const VAGUE_AFTER = "多几余来";

/** A number and where it ends. */
interface ReadNumber {
  readonly to: number;
  /** Its value, without the sign of a share. */
  readonly value: string;
  readonly share?: string;
}

/**
 * The numbers of a text, each with its value, at most two keys a number.
 * @param isQuery a figure that is all there is counts, whatever it may count
 */
export function readNumbers(written: WrittenTokens, isQuery = false): VariantStretch[] {
  const { tokens } = written;
  const found: VariantStretch[] = [];
  const add = (from: number, to: number, ...keys: string[]) => {
    if (to - from <= MOST_VARIANT_TOKENS) for (const key of keys) found.push({ from, to, key: `n${key}` });
  };
  for (let from = 0; from < tokens.length; ) {
    const token = tokens[from] as Token;
    const first = token.isHan ? token.text : "";
    const next = textAt(written, from + 1);
    if (first === "半" && next !== "" && WITH_HALF.includes(next)) add(from, from + 2, `0.5${next}`);
    if (!(token.isHan ? NUMERAL.test(first) : DIGITS.test(token.text))) {
      from++;
      continue;
    }
    if (first === "一" && next === "半") {
      add(from, from + 2, "0.5", "50%");
      from += 2;
      continue;
    }
    const number =
      readShare(written, from) ??
      (token.isHan ? readNumeral(written, from, isQuery) : readDigits(written, from));
    if (number === undefined || isPartOfName(written, from)) {
      from = skipNumber(written, from);
      continue;
    }
    const { to, value, share = "" } = number;
    add(from, to, value + share);
    if (from > 0 && textAt(written, from - 1) === "第") add(from - 1, to, `第${value}`);
    addHalves(written, from, number, add);
    from = to;
  }
  return found;
}

/** The token at an index where nothing stands between it and the one before; else nothing. */
function textAt(written: WrittenTokens, index: number): string {
  if (index > 0 && gapAfter(written, index - 1) !== "") return "";
  return written.tokens[index]?.text ?? "";
}

/** 5 of v3.5. */
function isPartOfName({ text, tokens }: WrittenTokens, from: number): boolean {
  return from > 0 && tokens[from - 1]?.isHan === false && gapAfter({ text, tokens }, from - 1) === ".";
}

/** 两年半 and 2.5年 by one key. */
function addHalves(
  written: WrittenTokens,
  from: number,
  { to, value, share }: ReadNumber,
  add: (from: number, to: number, ...keys: string[]) => void,
): void {
  const unit = textAt(written, to);
  if (share !== undefined || unit === "" || !WITH_HALF.includes(unit)) return;
  if (value.endsWith(".5")) add(from, to + 1, value + unit);
  else if (textAt(written, to + 1) === "半" && /^\d+$/u.test(value)) add(from, to + 2, `${value}.5${unit}`);
}

/** 百分之三十, 百分之30, 百分百. */
function readShare(written: WrittenTokens, from: number): ReadNumber | undefined {
  const share = SHARES.get(written.tokens[from]?.text ?? "");
  if (share === undefined || textAt(written, from + 1) !== "分") return undefined;
  const third = textAt(written, from + 2);
  if (share === "%" && third === "百") return { to: from + 3, value: "100", share };
  if (third !== "之" || written.tokens[from + 3] === undefined) return undefined;
  if (textAt(written, from + 3) === "百") return { to: from + 4, value: "100", share };
  const isHan = written.tokens[from + 3]?.isHan === true;
  const number = isHan ? readNumeral(written, from + 3, true) : readDigits(written, from + 3);
  return number === undefined || number.share !== undefined ? undefined : { ...number, share };
}

/** A number that begins with digits: 2025, 1,000,000, 3.5, 30%, 100万, 1亿2000万. */
function readDigits(written: WrittenTokens, from: number): ReadNumber | undefined {
  const { text, tokens } = written;
  let to = from;
  const read = () => DIGITS.exec(tokens[to]?.text ?? "");
  let [, digits = "", sign = ""] = read() ?? [];
  to++;
  while (
    sign === "" &&
    digits.length <= 12 &&
    gapAfter(written, to - 1) === "," &&
    /^\d{3}$/u.test(tokens[to]?.text ?? "") &&
    (tokens[from]?.text.length as number) <= 3
  ) {
    digits += tokens[to]?.text;
    to++;
  }
  if (sign === "" && gapAfter(written, to - 1) === "." && read() !== null) {
    const [, fraction = "", own = ""] = read() ?? [];
    digits += `.${fraction}`;
    sign = own;
    to++;
    // A version or an address has more dots.
    if (gapAfter(written, to - 1) === "." && read() !== null) return undefined;
  }
  const after = text.charAt((tokens[to - 1] as Token).to);
  if (sign === "" && /^[%％‰]$/u.test(after)) sign = after === "‰" ? after : "%";
  if (sign !== "") return { to, value: digits, share: sign };
  return readUnits(written, { to, value: digits });
}

/** The units after digits, and smaller numbers with theirs after those. */
function readUnits(written: WrittenTokens, { to: begin, value }: ReadNumber): ReadNumber | undefined {
  if (isVague(written, begin)) return undefined;
  let to = begin;
  let sum = 0;
  let last = Number.POSITIVE_INFINITY;
  let amount = Number(value);
  for (let at = begin; ; ) {
    const { size, end } = readSize(written, at);
    if (size >= last || (size === 1 && at === begin)) break;
    // 1万5 is 15,000 for some and a slip for others.
    if (size === 1 && amount < 10) return undefined;
    if (amount * size >= last) break;
    sum += amount * size;
    last = size;
    to = end;
    const next = textAt(written, to);
    if (size === 1 || !/^\d+$/u.test(next)) break;
    amount = Number(next);
    at = to + 1;
  }
  return to === begin ? { to, value } : writeValue(to, sum);
}

/** 万 and 万亿 after a number, and where they end; 1 where there is no unit. */
function readSize(written: WrittenTokens, from: number): { size: number; end: number } {
  let size = 1;
  let end = from;
  for (;;) {
    const unit = LARGE_UNITS.get(written.tokens[end]?.text ?? "");
    if (unit === undefined || !/^ ?$/u.test(gapAfter(written, end - 1) ?? "")) return { size, end };
    size *= unit;
    end++;
  }
}

function writeValue(to: number, value: number): ReadNumber | undefined {
  // What adds up in binary has figures that nobody wrote: 1.1 × 10,000.
  const rounded = Math.round(value * 1e6) / 1e6;
  return rounded < 1e15 ? { to, value: String(rounded) } : undefined;
}

/** A number that is written in Chinese: 二零二五, 一百万, 三点五, 三点五万, and a single figure that counts something. */
function readNumeral(written: WrittenTokens, from: number, isAlone: boolean): ReadNumber | undefined {
  const { tokens } = written;
  const end = skipNumber(written, from);
  const own = tokens
    .slice(from, end)
    .map(({ text }) => text)
    .join("");
  const decimal = readFraction(written, end, own);
  if (decimal !== undefined) return decimal;
  const before = from === 0 ? "" : textAt(written, from - 1);
  if (/^[十百千万亿]/u.test(own) && before !== "" && VAGUE_BEFORE.includes(before)) return undefined;
  if (isVague(written, end)) return undefined;
  if (own.length === 1) {
    const next = textAt(written, end) || " ";
    const isWhole = isAlone && from === 0 && end === tokens.length && own !== "一";
    const isCounted = (own === "一" ? COUNTED_ONCE : COUNTED).includes(next) || before === "第";
    const isShare = isAlone && from > 0 && before === "之";
    const value = own === "十" ? 10 : readFigure(own);
    return value !== undefined && (isWhole || isCounted || isShare)
      ? { to: end, value: String(value) }
      : undefined;
  }
  const figures = readFigures(own);
  if (figures !== undefined) {
    // 七八个 is seven or eight; 九八年 and 零八年 are years.
    const isOne = own.length > 2 || /[零〇]/u.test(own) || /^[年后]$/u.test(textAt(written, end));
    return isOne ? { to: end, value: figures } : undefined;
  }
  const value = parseNumeral(own);
  return value === undefined ? undefined : writeValue(end, value);
}

/** 三点五, 三点五万. Undefined where 点 is the hour's, or 一点一点. */
function readFraction(written: WrittenTokens, end: number, whole: string): ReadNumber | undefined {
  if (textAt(written, end) !== "点") return undefined;
  const to = skipNumber(written, end + 1);
  const after = written.tokens
    .slice(end + 1, to)
    .map(({ text }) => text)
    .join("");
  const [, fraction = "", unit = ""] = /^([零〇一二三四五六七八九]+)([万亿]*)$/u.exec(after) ?? [];
  if (fraction === "" || (to > end + 1 && gapAfter(written, end) !== "")) return undefined;
  if (/^[点分刻]$/u.test(textAt(written, to))) return undefined;
  const value =
    whole.length === 1 && whole !== "十" ? readFigure(whole) : (parseNumeral(whole) ?? readFigures(whole));
  if (value === undefined) return undefined;
  const digits = `${value}.${readFigures(fraction)}`;
  if (unit === "") return { to, value: digits };
  return writeValue(
    to,
    [...unit].reduce((product, own) => product * (LARGE_UNITS.get(own) as number), Number(digits)),
  );
}

/** Where the figures that follow one another from `from` on end. */
function skipNumber(written: WrittenTokens, from: number): number {
  const { tokens } = written;
  let to = from + 1;
  if (tokens[from]?.isHan !== true) {
    while (gapAfter(written, to - 1) === "." && DIGITS.test(tokens[to]?.text ?? "")) to++;
    return to;
  }
  if (!NUMERAL.test(tokens[from]?.text ?? "")) return from;
  while (gapAfter(written, to - 1) === "" && NUMERAL.test(tokens[to]?.text ?? "")) to++;
  return to;
}

/** 一百多万: more than is written. */
function isVague(written: WrittenTokens, to: number): boolean {
  const after = textAt(written, to);
  return after !== "" && VAGUE_AFTER.includes(after) && LARGE_UNITS.has(written.tokens[to + 1]?.text ?? "");
}
