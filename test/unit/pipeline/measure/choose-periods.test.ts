import { describe, expect, it } from "vitest";
import { choosePeriods } from "../../../../src/pipeline/measure/choose-periods.ts";
import { makeEpisode } from "./make-episode.ts";

/** One episode a month from January 2020 on, newest first. */
function publish(count: number, writeDate = (year: number, month: string) => `${year}-${month}-05`) {
  return Array.from({ length: count }, (_, index) =>
    makeEpisode(
      `e${index}`,
      [],
      writeDate(2020 + Math.floor(index / 12), String((index % 12) + 1).padStart(2, "0")),
    ),
  ).reverse();
}

describe("choosePeriods", () => {
  it("shows each of a few episodes, oldest first", () => {
    const { length, periods } = choosePeriods(publish(3));
    expect(length).toBe("episode");
    expect(periods.map(({ name }) => name)).toEqual(["2020-01-05", "2020-02-05", "2020-03-05"]);
  });

  it("takes quarters where months are too many", () => {
    const { length, periods } = choosePeriods(publish(60));
    expect(length).toBe("quarter");
    expect(periods).toHaveLength(20);
    expect(periods[0]?.name).toBe("2020-Q1");
    expect(periods[0]?.episodes).toHaveLength(3);
  });

  it("takes months where many episodes lie in a short time", () => {
    const episodes = publish(12).flatMap((episode) => Array.from({ length: 5 }, () => episode));
    expect(choosePeriods(episodes)).toMatchObject({ length: "month" });
  });

  it("takes years where a date is no more exact", () => {
    const episodes = publish(60, (year) => String(year));
    const { length, periods } = choosePeriods(episodes);
    expect(length).toBe("year");
    expect(periods.map(({ name }) => name)).toEqual(["2020", "2021", "2022", "2023", "2024"]);
  });

  it("keeps a place for a time in which nothing was published", () => {
    const episodes = publish(60).filter(({ date }) => !date.startsWith("2022"));
    const { periods } = choosePeriods(episodes);
    expect(periods.find(({ name }) => name === "2022-Q2")?.episodes).toEqual([]);
  });

  it("loses no episode", () => {
    for (const count of [1, 36, 37, 200]) {
      const { periods } = choosePeriods(publish(count));
      expect(periods.flatMap(({ episodes }) => episodes)).toHaveLength(count);
    }
  });
});
