import type { Show } from "../../model/archive.ts";
import type { Theme } from "../../model/problem-values.ts";
import { measureContrast, type Oklch, readHex, writeHex } from "./oklch.ts";

/** Of text with its ground, as for every small text of the site: https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const LEAST_CONTRAST = 4.5;

/**
 * What the accent stands on, as tokens.css has it: the wash, which lies nearer to it than the paper does, takes its
 * hue. That these are the numbers of tokens.css is what contrast.test.ts holds.
 */
export const washes = {
  light: { lightness: 0.96, chroma: 0.016 },
  dark: { lightness: 0.245, chroma: 0.02 },
} as const satisfies Readonly<Record<Theme, Omit<Oklch, "hue">>>;

/** The accent of one theme, as the owner gives it and as the site paints it. */
export interface ThemeAccent {
  readonly theme: Theme;
  readonly given: string;
  /** Of what is given, with its ground. */
  readonly contrast: number;
  /** What is given, where that can be read; else the nearest of its hue that can. */
  readonly used: string;
  readonly wash: Oklch;
}

/** The show's colour in both themes. */
export function chooseAccents({ light, dark = light }: NonNullable<Show["accent"]>): readonly ThemeAccent[] {
  return [makeReadable(light, "light"), makeReadable(dark, "dark")];
}

function makeReadable(given: string, theme: Theme): ThemeAccent {
  const colour = readHex(given);
  const wash = { ...washes[theme], hue: colour.hue };
  const step = theme === "light" ? -0.005 : 0.005;
  let used = given;
  // To black or white, both of which can be read: two hundred steps at most.
  for (let steps = 1; measureContrast(readHex(used), wash) < LEAST_CONTRAST; steps++)
    used = writeHex({ ...colour, lightness: colour.lightness + step * steps });
  return { theme, given, contrast: measureContrast(colour, wash), used, wash };
}
