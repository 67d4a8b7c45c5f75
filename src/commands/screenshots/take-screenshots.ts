import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Screen } from "./list-screens.ts";

const sizes = [
  { width: 360, height: 780 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
const schemes = ["light", "dark"] as const;

/** Chosen: fonts and the last transition are done by then. */
const restMs = 250;

/**
 * Takes every screen in every size and colour scheme, as `<name>-<width>-<scheme>.png`; a printed one only once.
 * Gives the number of pictures.
 */
export async function takeScreenshots(
  screens: readonly Screen[],
  { origin, out, executablePath }: { origin: string; out: string; executablePath: string },
): Promise<number> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--hide-scrollbars"] });
  let count = 0;
  try {
    for (const screen of screens) {
      for (const { size, scheme } of listVariants(screen)) {
        const path = join(out, `${screen.name}-${size.width}-${scheme}.png`);
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
    await page.screenshot({ path });
  } finally {
    await context.close();
  }
}
