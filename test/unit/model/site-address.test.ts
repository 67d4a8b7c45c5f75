import { describe, expect, it } from "vitest";
import { makeFileAddress, makePageAddress, makeSearchAddress } from "../../../src/model/site-address.ts";

describe("makePageAddress", () => {
  it("percent-encodes names as UTF-8 under the base path", () => {
    expect(makePageAddress("/pod/", "terms", "蒸馏")).toBe("/pod/terms/%E8%92%B8%E9%A6%8F/");
  });

  it("takes a base with or without its last slash", () => {
    expect([makePageAddress("/pod", "terms"), makePageAddress("/", "terms")]).toEqual([
      "/pod/terms/",
      "/terms/",
    ]);
  });

  it("is the home page without a name", () => {
    expect([makePageAddress("/"), makePageAddress("/pod/")]).toEqual(["/", "/pod/"]);
  });
});

describe("makeFileAddress", () => {
  it("has no slash at its end", () => {
    expect(makeFileAddress("/pod/", "episodes.json")).toBe("/pod/episodes.json");
  });
});

describe("makeSearchAddress", () => {
  it("keeps a query with signs whole", () => {
    expect(makeSearchAddress("/", "C++ & C#")).toBe("/search/?q=C%2B%2B%20%26%20C%23");
  });
});
