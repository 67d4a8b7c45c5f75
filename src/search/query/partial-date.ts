/** A date as exact as it is known: `2025`, `2025-03` or `2025-03-05`. */
export type PartialDate = string;

const DATE = /^(\d{4})(?:年|(?:[-/.年](\d{1,2}))(?:月|(?:[-/.月](\d{1,2})日?))?)?$/u;

/** Whether a text is written as a date, be there such a day or not: `2025-02-30`. */
export function isDateWritten(text: string): boolean {
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

function takeFirstDay(date: PartialDate): string {
  return `${date}-01-01`.slice(0, dayLength);
}
