/** Chosen: below this many characters a quote may stand in several places, and the words around it are named too. */
const shortQuote = 24;
/** Chosen: an address stays short when only so many characters of a long quote's beginning and end are in it. */
const edgeLength = 12;
const wholeLength = 60;

const cutter = new Intl.Segmenter("zh", { granularity: "word" });

/** Where a quote begins and ends: the text of that passage and a UTF-16 offset in it. */
export interface QuoteEdge {
  readonly text: string;
  readonly offset: number;
}

/**
 * The text directive that finds a quote (https://wicg.github.io/scroll-to-text-fragment/), without `:~:`:
 * `text=prefix-,start,end,-suffix`. Browsers match whole words only, so the quote is widened to whole words.
 * @param isOnePassage false where the quote ends in another passage than it begins in
 */
export function writeTextDirective(first: QuoteEdge, last: QuoteEdge, isOnePassage: boolean): string {
  const from = findWordStart(first.text, first.offset);
  const to = findWordEnd(last.text, last.offset);
  if (isOnePassage && to - from <= wholeLength) {
    const isShort = to - from < shortQuote;
    const before = isShort ? takeEnd(first.text.slice(0, from)) : "";
    const after = isShort ? takeStart(last.text.slice(to)) : "";
    return join(before, [first.text.slice(from, to)], after);
  }
  const start = takeStart(first.text.slice(from));
  const end = takeEnd(last.text.slice(0, to));
  return join("", [start, end], "");
}

function join(before: string, parts: readonly string[], after: string): string {
  const terms = parts.map(encode).filter((part) => part !== "");
  const [prefix, suffix] = [encode(before), encode(after)];
  return `text=${[...(prefix === "" ? [] : [`${prefix}-`]), ...terms, ...(suffix === "" ? [] : [`-${suffix}`])].join(",")}`;
}

function encode(text: string): string {
  return encodeURIComponent(text.trim()).replaceAll("-", "%2D");
}

function findWordStart(text: string, offset: number): number {
  return cutter.segment(text).containing(offset)?.index ?? offset;
}

function findWordEnd(text: string, offset: number): number {
  const word = offset > 0 ? cutter.segment(text).containing(offset - 1) : undefined;
  return word === undefined ? offset : word.index + word.segment.length;
}

/** Whole words at the beginning of a text, about `edgeLength` characters of them. */
function takeStart(text: string): string {
  return text.slice(0, findWordEnd(text, Math.min(edgeLength, text.length)));
}

function takeEnd(text: string): string {
  return text.slice(findWordStart(text, Math.max(0, text.length - edgeLength)));
}
