import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseAccents, LEAST_CONTRAST } from "../../../../src/archive/colour/choose-accent.ts";
import { measureContrast, readHex, writeHex } from "../../../../src/archive/colour/oklch.ts";
import { paintTokens } from "../../../../src/integrations/accent-colours.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("a colour in hex", () => {
  test("is the same after it was read and written", () => {
    fc.assert(fc.property(hex, (colour) => writeHex(readHex(colour)) === colour));
  });

  test("has the contrast that WCAG reckons", () => {
    expect(measureContrast(readHex("#000000"), readHex("#ffffff"))).toBeCloseTo(21, 1);
    expect(measureContrast(readHex("#777777"), readHex("#ffffff"))).toBeCloseTo(4.48, 2);
  });
});

describe("the show's colour", () => {
  test("can be read in both themes, whatever the owner gives", () => {
    fc.assert(
      fc.property(hex, fc.option(hex, { nil: undefined }), (light, dark) => {
        for (const { used, wash } of chooseAccents({ light, dark }))
          expect(measureContrast(readHex(used), wash)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
    );
  });

  test("stays as it is where it can be read", () => {
    const used = chooseAccents({ light: "#1d4ed8", dark: "#93b4ff" }).map((one) => one.used);
    expect(used).toEqual(["#1d4ed8", "#93b4ff"]);
  });

  test("keeps its hue where another lightness is used", () => {
    const [light] = chooseAccents({ light: "#ffcc00" });
    expect(light?.used).not.toBe("#ffcc00");
    expect(Math.abs(readHex(light?.used ?? "").hue - readHex("#ffcc00").hue)).toBeLessThan(5);
  });

  test("takes the place of ours in the style sheet, in each theme", () => {
    const css = `:root { color-scheme: light; --accent: oklch(53% 0.18 30); --accent-ink: oklch(99% 0 85); --accent-wash: oklch(96% 0.016 55); }
:root { color-scheme: dark; --accent: oklch(72% 0.15 35); --accent-wash: oklch(24.5% 0.02 45); }`;
    expect(
      paintTokens(css, chooseAccents({ light: "#1d4ed8", dark: "#93b4ff" })),
    ).toBe(`:root { color-scheme: light; --accent: #1d4ed8; --accent-ink: oklch(99% 0 85); --accent-wash: oklch(96% 0.016 264.4); }
:root { color-scheme: dark; --accent: #93b4ff; --accent-wash: oklch(24.5% 0.02 265.6); }`);
  });
});
