import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSlug } from "../../../src/text/slug.ts";

describe("makeSlug", () => {
  it.each([
    ["蒸馏", "蒸馏"],
    ["GPT-4o", "GPT-4o"],
    ["Scaling Law", "Scaling-Law"],
    ["C++", "C"],
    ["C#", "C"],
    ["a / b", "a-b"],
    ["snake_case--twice", "snake_case--twice"],
    ["？！", "-"],
    ["..", "-"],
  ])("makes %s to %s", (name, slug) => {
    expect(makeSlug(name)).toBe(slug);
  });

  it("composes accents", () => {
    expect(makeSlug("Cafe\u0301")).toBe("Caf\u00e9");
  });

  it("is never empty, holds only what an address may hold, and is its own slug", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const slug = makeSlug(name);
        expect(slug).toMatch(/^[\p{L}\p{M}\p{Nd}_-]+$/u);
        expect(makeSlug(slug)).toBe(slug);
      }),
    );
  });
});
