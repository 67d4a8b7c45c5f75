import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Chromium usually lies on Linux and macOS. */
const usualPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Starts a headless Chromium: `CHROMIUM_PATH`, else the system's, else the one that Playwright installed. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env["CHROMIUM_PATH"];
  const path = [own, ...usualPaths, chromium.executablePath()].find(
    (candidate) => candidate !== undefined && candidate !== "" && existsSync(candidate),
  );
  if (path === undefined)
    throw new Error(
      "There is no Chromium. Set CHROMIUM_PATH to one, or install it with npx playwright-core install chromium.",
    );
  return chromium.launch({ executablePath: path });
}
