// Apart from query.ts, because the page needs no folding tables to see what a query is made of.

/** What narrows an answer down, as the API and the address call it. */
export const filterKeys = ["speaker", "topic", "year", "timing", "after", "before"] as const;
export type FilterKey = (typeof filterKeys)[number];

/** An item of a query. Offsets are UTF-16, in the query as typed. */
export type QueryItem = { readonly from: number; readonly to: number } & (
  | {
      readonly kind: "word" | "excluded";
      /** As typed, without its quotes and the sign before it. */
      readonly text: string;
      /** It begins as a filter does, with a value that is none: `after:20`. */
      readonly isNamed: boolean;
      /** It is in no quotes: at the end of a query that is being typed it may go on. */
      readonly isOpen: boolean;
    }
  | {
      readonly kind: "filter";
      readonly key: FilterKey;
      /** As typed, without quotes; of `after` and `before` a date as files write it, where there is such a day. */
      readonly value: string;
      readonly isOpen: boolean;
    }
  /** `speaker:` and nothing more yet: it asks for nothing. */
  | { readonly kind: "unfinished"; readonly key: FilterKey }
);

const keyOfName: Readonly<Record<string, FilterKey>> = {
  speaker: "speaker",
  说话人: "speaker",
  說話人: "speaker",
  topic: "topic",
  主题: "topic",
  主題: "topic",
  话题: "topic",
  話題: "topic",
  year: "year",
  年份: "year",
  timing: "timing",
  after: "after",
  之后: "after",
  之後: "after",
  before: "before",
  之前: "before",
};

/** A straight or curly double quote opens, the next one (or the end) closes. */
const QUOTED = '["“”„]([^"“”„]*)["“”„]?';
const ITEM = new RegExp(
  `([-－−])?(?:(${Object.keys(keyOfName).join("|")})[:：])?(?:${QUOTED}|([^\\s"“”„]+))|\\S`,
  "giu",
);
const UNFINISHED = new RegExp(`^(${Object.keys(keyOfName).join("|")})[:：]["“”„\\s]*$`, "iu");

/**
 * Cuts a query into its items: words at spaces, quotes hold words together, `-` before a word excludes it,
 * `speaker:天一` and the like are filters. What cannot be a filter (`after:dinner`, `-speaker:天一`) is a word.
 */
export function readQueryItems(query: string): QueryItem[] {
  const items: QueryItem[] = [];
  for (const match of query.matchAll(ITEM)) {
    const [all, sign, name, quoted, plain] = match;
    const from = match.index;
    const to = from + all.length;
    const isOpen = quoted === undefined;
    const isAtStart = from === 0 || /\s/u.test(query.charAt(from - 1));
    const value = (quoted ?? plain ?? "").trim();
    const filter =
      name === undefined || sign !== undefined || !isAtStart ? undefined : readFilter(name, value);
    const unfinished = isAtStart ? readKey(UNFINISHED.exec(all)?.[1]) : undefined;
    if (filter !== undefined) items.push({ kind: "filter", ...filter, isOpen, from, to });
    else if (unfinished !== undefined) items.push({ kind: "unfinished", key: unfinished, from, to });
    else {
      const isExcluded = sign !== undefined && isAtStart && /^[^-－−]/u.test(all.slice(1));
      const text = quoted !== undefined && name === undefined ? quoted.trim() : all.replace(/["“”„]/gu, "");
      const written = isExcluded ? text.replace(/^[-－−]/u, "") : text;
      if (written === "") continue;
      const kind = isExcluded ? "excluded" : "word";
      items.push({ kind, text: written, isNamed: name !== undefined && isAtStart, isOpen, from, to });
    }
  }
  return items;
}

function readFilter(name: string, value: string): { key: FilterKey; value: string } | undefined {
  const key = readKey(name);
  if (key === undefined || value === "") return undefined;
  if (key === "after" || key === "before") {
    // A day that there is not is none: it is told, and not looked for as a word.
    return isDateWritten(value) ? { key, value: readPartialDate(value) ?? value } : undefined;
  }
  if (key === "year") return /^\d{4}$/u.test(value) ? { key, value } : undefined;
  if (key === "timing") {
    const timing = value.toLowerCase();
    return ["cue", "estimated", "mixed"].includes(timing) ? { key, value: timing } : undefined;
  }
  return { key, value };
}

function readKey(name: string | undefined): FilterKey | undefined {
  return keyOfName[name?.toLowerCase() ?? ""];
}

/** A date as exact as it is known: `2025`, `2025-03` or `2025-03-05`. */
export type PartialDate = string;

const DATE = /^(\d{4})(?:年|(?:[-/.年](\d{1,2}))(?:月|(?:[-/.月](\d{1,2})日?))?)?$/u;

/** Whether a text is written as a date, be there such a day or not: `2025-02-30`. */
function isDateWritten(text: string): boolean {
  return DATE.test(text.normalize("NFKC"));
}

/** Reads `2025`, `2025-3`, `2025/03/05`, `2025年3月`; undefined where it is no date. */
export function readPartialDate(text: string): PartialDate | undefined {
  const [, year, month, day] = DATE.exec(text.normalize("NFKC")) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return year;
  const date = [year, month.padStart(2, "0"), (day ?? "1").padStart(2, "0")].join("-");
  const isReal = new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) === true;
  return isReal ? (day === undefined ? date.slice(0, 7) : date) : undefined;
}

/** Whether a date may lie on or after the first day of another: one that is not exact may be its latest day. */
export function isPossiblyAfter(date: PartialDate, bound: PartialDate): boolean {
  return `${date}-99-99`.slice(0, dayLength) >= takeFirstDay(bound);
}

/** Whether a date may lie before the first day of another: one that is not exact may be its first day. */
export function isPossiblyBefore(date: PartialDate, bound: PartialDate): boolean {
  return takeFirstDay(date) < takeFirstDay(bound);
}

const dayLength = "2025-03-05".length;

/** Of a month or a year its first day: `2025-03-05`. */
export function takeFirstDay(date: PartialDate): string {
  return `${date}-01-01`.slice(0, dayLength);
}
