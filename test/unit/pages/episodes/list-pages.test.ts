import { describe, expect, it } from "vitest";
import type { Episode } from "../../../../src/model/archive.ts";
import { groupByYear, listPages, makeListAddress } from "../../../../src/pages/episodes/_list-pages.ts";

function makeEpisodes(...dates: string[]): Episode[] {
  return dates.map((date) => ({ slug: date, date }) as Episode);
}

describe("listPages", () => {
  it("cuts a thousand episodes into pages and loses none", () => {
    const episodes = makeEpisodes(...Array.from({ length: 1001 }, (_, index) => String(3000 - index)));
    const pages = listPages(episodes);
    expect(pages.flatMap((page) => page.episodes)).toEqual(episodes);
    expect(pages.at(-1)).toMatchObject({ number: 21, years: "2000" });
  });

  it("names the years of a page", () => {
    expect(listPages(makeEpisodes("2025-03", "2024", "2023-01-02"))[0]?.years).toBe("2025–2023");
  });

  it("is one empty page for an empty archive", () => {
    expect(listPages([])).toEqual([{ number: 1, episodes: [], years: "" }]);
  });
});

describe("groupByYear", () => {
  it("keeps the order of years and episodes", () => {
    const years = groupByYear(makeEpisodes("2025-03", "2025", "2024-01-02"));
    expect(years.map(([year, episodes]) => [year, episodes.length])).toEqual([
      ["2025", 2],
      ["2024", 1],
    ]);
  });
});

describe("makeListAddress", () => {
  it("keeps the first page at the list's own address", () => {
    expect([makeListAddress("/", 1), makeListAddress("/pod/", 2)]).toEqual([
      "/episodes/",
      "/pod/episodes/page/2/",
    ]);
  });
});
