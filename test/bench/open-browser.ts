import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../../src/commands/find-browser.ts";

/** Starts a headless Chromium. Throws an Error that says what to do where there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error(
      "The bench needs Chromium. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.",
    );
  // Its own traffic must not be among what is measured.
  const args = [
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath, args });
}
