import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { washes } from "../../../src/archive/colour/choose-accent.ts";
import { measureContrast, type Oklch, writeHex } from "../../../src/archive/colour/oklch.ts";

const css = readFileSync(new URL("../../../src/styles/tokens.css", import.meta.url), "utf8");
const themes = {
  light: css.slice(css.indexOf(":root {"), css.indexOf("@media screen and (prefers-color-scheme: dark)")),
  dark: css.slice(
    css.indexOf("@media screen and (prefers-color-scheme: dark)"),
    css.indexOf(':root[data-theme="dark"]'),
  ),
  chosenDark: css.slice(css.indexOf(':root[data-theme="dark"]'), css.indexOf(":lang(")),
};

function readToken(theme: string, token: string): Oklch {
  const match = new RegExp(`--${token}: oklch\\(([\\d.]+)% ([\\d.]+) ([\\d.]+)\\)`).exec(theme);
  if (match === null) throw new Error(`No --${token}`);
  return { lightness: Number(match[1]) / 100, chroma: Number(match[2]), hue: Number(match[3]) };
}

describe.each(Object.entries(themes))("the %s colours", (_, theme) => {
  it.each([
    ["ink", "paper", 7],
    ["ink", "accent-wash", 7],
    ["ink-soft", "paper", 7],
    ["mark-ink", "mark", 7],
    ["ink-faint", "paper", 4.5],
    ["ink-faint", "accent-wash", 4.5],
    ["ink-faint", "paper-deep", 4.5],
    ["accent", "paper", 4.5],
    ["accent", "accent-wash", 4.5],
    ["accent-ink", "accent", 4.5],
    ["line-strong", "paper", 3],
  ])("set %s on %s with a contrast of at least %d", (text, ground, least) => {
    expect(measureContrast(readToken(theme, text), readToken(theme, ground))).toBeGreaterThanOrEqual(least);
  });
});

it("paints a chosen dark like the system's", () => {
  const read = (theme: string) => theme.match(/--[\w-]+: oklch\([^)]*\)/g);
  expect(read(themes.chosenDark)).toEqual(read(themes.dark));
});

it("is what a show's own colour is measured against", () => {
  for (const theme of ["light", "dark"] as const) {
    const { lightness, chroma } = readToken(themes[theme], "accent-wash");
    expect({ lightness, chroma }).toEqual(washes[theme]);
    // The paper lies farther from the accent than the wash, and what is written on the accent farther still.
    const contrastWith = (token: string) =>
      measureContrast(readToken(themes[theme], "accent"), readToken(themes[theme], token));
    expect(contrastWith("paper")).toBeGreaterThan(contrastWith("accent-wash"));
    expect(contrastWith("accent-ink")).toBeGreaterThan(contrastWith("accent-wash"));
  }
  expect(writeHex(readToken(themes.light, "accent"))).toBe("#be3122");
});
