import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../src/styles/tokens.css", import.meta.url), "utf8");
const themes = {
  light: css.slice(css.indexOf(":root {"), css.indexOf("@media screen and (prefers-color-scheme: dark)")),
  dark: css.slice(
    css.indexOf("@media screen and (prefers-color-scheme: dark)"),
    css.indexOf(':root[data-theme="dark"]'),
  ),
  chosenDark: css.slice(css.indexOf(':root[data-theme="dark"]'), css.indexOf(":lang(")),
};

/** Relative luminance of an OKLCH token (Björn Ottosson's OKLab, WCAG 2's luminance on linear sRGB). */
function measureLuminance(theme: string, token: string): number {
  const match = new RegExp(`--${token}: oklch\\(([\\d.]+)% ([\\d.]+) ([\\d.]+)\\)`).exec(theme);
  if (match === null) throw new Error(`No --${token}`);
  const [lightness, chroma, hue] = [
    Number(match[1]) / 100,
    Number(match[2]),
    (Number(match[3]) * Math.PI) / 180,
  ];
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function measureContrast(theme: string, text: string, ground: string): number {
  const [one, other] = [measureLuminance(theme, text), measureLuminance(theme, ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
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
    expect(measureContrast(theme, text, ground)).toBeGreaterThanOrEqual(least);
  });
});

it("paints a chosen dark like the system's", () => {
  const read = (theme: string) => theme.match(/--[\w-]+: oklch\([^)]*\)/g);
  expect(read(themes.chosenDark)).toEqual(read(themes.dark));
});
