import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../src/commands/find-browser.ts";

/** Chromium heeds the last such list alone, so Playwright's own stands here too (microsoft/playwright#36658). */
const disabledFeatures = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
  // Two hidden pages beside every page: more than half of what opening one took (puppeteer/puppeteer#15278).
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxPopup",
];

/** Starts a headless Chromium without traffic of its own. Throws an Error that says what to do where there is none. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error("No Chromium found. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.");
  return chromium.launch({
    executablePath,
    args: [
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--disable-features=${disabledFeatures.join(",")}`,
      ...args,
    ],
  });
}
