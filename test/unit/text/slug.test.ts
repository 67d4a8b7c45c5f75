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

  it.each([
    ["长".repeat(60), "长".repeat(60)],
    ["长".repeat(61), `${"长".repeat(57)}-7dc1f1`],
    [`${"e\u0323\u0302\u0308".repeat(60)}`, /^(?:\u1ec7\u0308)+-[0-9a-f]{6}$/],
    ["𠮷".repeat(100), /^𠮷{43}-[0-9a-f]{6}$/u],
  ])("cuts %s at a character where it would be longer than file systems take", (name, slug) => {
    expect(makeSlug(name)).toEqual(typeof slug === "string" ? slug : expect.stringMatching(slug));
  });

  it("tells long names apart, and knows them in any form of Unicode", () => {
    const name = `${"é".repeat(200)}一`;
    expect(makeSlug(name)).not.toBe(makeSlug(`${"é".repeat(200)}二`));
    expect(makeSlug(name.normalize("NFD"))).toBe(makeSlug(name));
  });

  it("is never empty, holds only what an address may hold, and is its own slug", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
        const slug = makeSlug(name);
        expect(slug).toMatch(/^[\p{L}\p{M}\p{Nd}_-]+$/u);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(180);
        expect(makeSlug(slug)).toBe(slug);
      }),
    );
  });
});
