/** What the figures of Chinese numbers stand for. */
const figures = new Map([
  ...Array.from("零一二三四五六七八九", (figure, value) => [figure, value] as const),
  ["〇", 0],
  ["两", 2],
]);

const SECTION =
  /^(?:([一二两三四五六七八九])千)?([零〇])?(?:([一二两三四五六七八九])百)?([零〇])?(?:([一二三四五六七八九])?(十))?([零〇])?([一二三四五六七八九])?$/u;

/** Figures alone, one after another: 二零二五 as `2025`; undefined where anything else stands there. */
export function readFigures(written: string): string | undefined {
  return /^[零〇一二三四五六七八九]+$/u.test(written)
    ? [...written].map((figure) => figures.get(figure)).join("")
    : undefined;
}

/** The value of one figure. */
export function readFigure(figure: string): number | undefined {
  return figures.get(figure);
}

/**
 * The value of a whole number that is written with 十百千万亿, also as it is said in short (三万五 is 35,000, 一百二 is
 * 120); undefined where it is no number.
 */
export function parseNumeral(written: string): number | undefined {
  if (!/[十百千万亿]/u.test(written)) return undefined;
  return parseAbove(written, "亿", 1e8, (left) => parseAbove(left, "万", 1e4, parseSection));
}

/** A number whose largest unit may be `unit`; what stands before and after it is read by `parse`. */
function parseAbove(
  written: string,
  unit: string,
  size: number,
  parse: (written: string) => number | undefined,
): number | undefined {
  const at = written.lastIndexOf(unit);
  if (at === -1) return parse(written);
  const many = parse(written.slice(0, at));
  const after = written.slice(at + 1);
  const short = figures.get(after);
  const rest = after === "" ? 0 : short === undefined ? parse(after) : (short * size) / 10;
  return many === undefined || many === 0 || rest === undefined || rest >= size
    ? undefined
    : many * size + rest;
}

/** A number below ten thousand. */
function parseSection(written: string): number | undefined {
  if (written === "两") return 2;
  const match = written === "" ? null : SECTION.exec(written);
  if (match === null) return undefined;
  const [, thousands, , hundreds, , tens, ten, zero, ones] = match;
  const value = (figure: string | undefined) => (figure === undefined ? 0 : (figures.get(figure) as number));
  // 一百二 is 120, 两千三 is 2,300, and 一百零二 is 102.
  const isShort = ones !== undefined && /[百千]$/u.test(written.slice(0, -1));
  const lastUnit = written.at(-2) === "千" ? 100 : 10;
  if (zero !== undefined && ones === undefined) return undefined;
  return (
    value(thousands) * 1000 +
    value(hundreds) * 100 +
    (ten === undefined ? 0 : (tens === undefined ? 1 : value(tens)) * 10) +
    value(ones) * (isShort ? lastUnit : 1)
  );
}
