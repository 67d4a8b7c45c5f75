import type { Episode } from "../../model/archive.ts";

/** Episodes that a picture shows as one, by their dates. */
export interface Period {
  /** `2025`, `2025-Q1`, `2025-03`, or an episode's own date. */
  readonly name: string;
  /** Newest first; none in a month in which nothing was published. */
  readonly episodes: readonly Episode[];
}

/** How long a period is. */
export type PeriodLength = "episode" | "month" | "quarter" | "year";

/** Marks that a phone's width holds. Chosen. */
const mostMarks = 36;

/**
 * The periods of an archive, oldest first: one an episode where they are few, else the shortest of month, quarter
 * and year that gives no more marks than a phone shows, and that every date is exact enough for.
 * @param episodes newest first
 */
export function choosePeriods(episodes: readonly Episode[]): {
  readonly length: PeriodLength;
  readonly periods: readonly Period[];
} {
  const oldestFirst = [...episodes].reverse();
  if (episodes.length <= mostMarks) {
    const periods = oldestFirst.map((episode) => ({ name: episode.date, episodes: [episode] }));
    return { length: "episode", periods };
  }
  const isExact = episodes.every(({ date }) => date.length >= 7);
  for (const length of isExact ? (["month", "quarter"] as const) : []) {
    const periods = dividePeriods(episodes, length);
    if (periods.length <= mostMarks) return { length, periods };
  }
  return { length: "year", periods: dividePeriods(episodes, "year") };
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

function dividePeriods(episodes: readonly Episode[], length: keyof typeof monthsIn): Period[] {
  const months = monthsIn[length];
  const numberOf = ({ date }: Episode) => Math.floor(countMonths(date) / months);
  const numbers = episodes.map(numberOf);
  const first = numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
  const last = numbers.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY);
  const inPeriod = new Map<number, Episode[]>();
  for (const episode of episodes) {
    const number = numberOf(episode);
    const own = inPeriod.get(number) ?? [];
    inPeriod.set(number, own);
    own.push(episode);
  }
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    name: namePeriod((first + index) * months, length),
    episodes: inPeriod.get(first + index) ?? [],
  }));
}

/** Months since the year 0; a year alone is its January. */
function countMonths(date: Episode["date"]): number {
  const [year, month = "1"] = date.split("-");
  return Number(year) * 12 + Number(month) - 1;
}

function namePeriod(month: number, length: keyof typeof monthsIn): string {
  const year = String(Math.floor(month / 12));
  if (length === "year") return year;
  if (length === "quarter") return `${year}-Q${Math.floor((month % 12) / 3) + 1}`;
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
}
