import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import sharp from "sharp";
import type { Screen } from "./list-screens.ts";

const sizes = [
  { width: 360, height: 780 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
const schemes = ["light", "dark"] as const;

/** Of the pictures in docs/. */
const guideSize = { width: 1000, height: 640 };

/** Chosen: fonts and the last transition are done by then. */
const restMs = 250;

/**
 * Takes every screen in every size and colour scheme, as `<name>-<width>-<scheme>.png`, a printed one only once; for a
 * guide in one, as `<name>.webp`. Gives the number of pictures.
 */
export async function takeScreenshots(
  screens: readonly Screen[],
  {
    origin,
    out,
    executablePath,
    isGuide = false,
  }: { origin: string; out: string; executablePath: string; isGuide?: boolean },
): Promise<number> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--hide-scrollbars"] });
  let count = 0;
  try {
    for (const screen of screens) {
      const variants = isGuide ? [{ size: guideSize, scheme: "light" as const }] : listVariants(screen);
      for (const { size, scheme } of variants) {
        const name = isGuide ? `${screen.name}.webp` : `${screen.name}-${size.width}-${scheme}.png`;
        const path = join(out, name);
        await takeOne(browser, screen, { address: `${origin}/${screen.path}`, size, scheme, path });
        count++;
      }
    }
  } finally {
    await browser.close();
  }
  return count;
}

function listVariants({ isPrint = false }: Screen) {
  if (isPrint) return [{ size: { width: 794, height: 1123 }, scheme: "light" as const }];
  return sizes.flatMap((size) => schemes.map((scheme) => ({ size, scheme })));
}

interface Picture {
  readonly address: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly scheme: "light" | "dark";
  readonly path: string;
}

async function takeOne(
  browser: Browser,
  screen: Screen,
  { address, size, scheme, path }: Picture,
): Promise<void> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: scheme,
    reducedMotion: "reduce",
    deviceScaleFactor: size.width < 500 ? 2 : 1,
    hasTouch: size.width < 500,
  });
  try {
    const page: Page = await context.newPage();
    if (screen.broken !== undefined) await page.route(screen.broken, (route) => route.abort());
    if (screen.isPrint === true) await page.emulateMedia({ media: "print" });
    await page.goto(address);
    await screen.prepare?.(page);
    await page.waitForTimeout(restMs);
    const picture = await page.screenshot();
    await (path.endsWith(".webp")
      ? sharp(picture).webp({ quality: 80 }).toFile(path)
      : writeFile(path, picture));
  } finally {
    await context.close();
  }
}
