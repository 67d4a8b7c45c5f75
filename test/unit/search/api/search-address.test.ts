import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addQuery,
  isAsking,
  isBeginning,
  readSearchAddress,
  type SearchSort,
  writeSearchAddress,
} from "../../../../src/search/api/search-address.ts";

describe("readSearchAddress", () => {
  it("reads a query as a form writes it", () => {
    expect(readSearchAddress("?q=open+source")).toEqual({
      query: "open source",
      sort: "relevance",
      hasAliases: true,
      hasSound: true,
    });
  });

  it("takes an unknown order for relevance", () => {
    expect(readSearchAddress("?q=a&sort=best").sort).toBe("relevance");
  });
});

describe("isAsking", () => {
  it("knows a query that asks for nothing yet", () => {
    const asks = (query: string) => isAsking({ query, sort: "relevance", hasAliases: true, hasSound: true });
    expect(['""', "speaker:", "说话人： ", "“", " "].filter(asks)).toEqual([]);
    expect(['"a"', "speaker:天", "speaker: 天", "-天"].filter(asks)).toHaveLength(4);
  });
});

describe("writeSearchAddress", () => {
  it("leaves out what is as usual", () => {
    expect(
      writeSearchAddress("/archiv/search/", {
        query: " ",
        sort: "relevance",
        hasAliases: true,
        hasSound: true,
      }),
    ).toBe("/archiv/search/");
    expect(
      writeSearchAddress("/search/", { query: "蒸馏", sort: "relevance", hasAliases: true, hasSound: true }),
    ).toBe("/search/?q=%E8%92%B8%E9%A6%8F");
  });

  it("says that what sounds like the query is not shown", () => {
    const address = writeSearchAddress("/search/", {
      query: "RL",
      sort: "newest",
      hasAliases: true,
      hasSound: false,
    });
    expect(address).toBe("/search/?q=RL&sort=newest&sound=off");
  });

  it("is read back as it was written, whatever was typed", () => {
    const sorts: SearchSort[] = ["relevance", "newest", "oldest"];
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("蒸", "a", " ", "&", "=", "#", "+", "%", '"', "😀") }),
        fc.constantFrom(...sorts),
        fc.boolean(),
        fc.boolean(),
        (query, sort, hasAliases, hasSound) => {
          const { search } = new URL(
            writeSearchAddress("/search/", { query, sort, hasAliases, hasSound }),
            "http://localhost",
          );
          expect(readSearchAddress(search)).toEqual({ query: query.trim(), sort, hasAliases, hasSound });
        },
      ),
    );
  });
});

describe("addQuery", () => {
  it("puts the query before the fragment", () => {
    expect(addQuery("/archiv/episodes/042/#t=754", "C++ 蒸馏")).toBe(
      "/archiv/episodes/042/?q=C%2B%2B%20%E8%92%B8%E9%A6%8F#t=754",
    );
  });

  it("takes an address without a fragment", () => {
    expect(addQuery("/episodes/042/", "RL")).toBe("/episodes/042/?q=RL");
  });
});

describe("isBeginning", () => {
  it.each(["pyth", "蒸馏 mo", "RL", "GPT-4o"])(
    "takes the last word of %s for one that may go on",
    (query) => {
      expect(isBeginning(query)).toBe(true);
    },
  );

  it.each(["p", "蒸馏 m", "蒸馏m", "pyth ", '"pyth"', "c++", ""])("takes %j as it stands", (query) => {
    expect(isBeginning(query)).toBe(false);
  });
});
