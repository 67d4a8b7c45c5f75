import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Page } from "playwright-core";
import type { Screen } from "./list-screens.ts";
import { type GuideLanguage, guideShows, makeGuideArchive } from "./make-guide-archive.ts";
import { takeScreenshots } from "./take-screenshots.ts";

function listGuideScreens(language: GuideLanguage): Screen[] {
  const { search, heard, meant, correct } = guideShows[language];
  return [
    { name: `home-${language}`, path: "" },
    {
      name: `search-${language}`,
      path: `search/?q=${encodeURIComponent(search)}`,
      prepare: async (page) => {
        await page.waitForSelector('[data-search-state="ready"]', { state: "attached" });
      },
    },
    { name: `episode-${language}`, path: "episodes/002/" },
    {
      name: `correct-${language}`,
      path: "episodes/001/",
      prepare: async (page) => {
        await selectWords(page, heard);
        await page.getByRole("button", { name: correct }).first().click();
        // The server says first what stands there.
        await page.waitForFunction(
          (words) => (document.activeElement as HTMLInputElement | null)?.value === words,
          heard,
        );
        await page.keyboard.type(meant);
      },
    },
  ];
}

/** Selects words of the transcript as a mouse does. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.locator("[data-transcript]").evaluate((transcript, wanted) => {
    const walker = document.createTreeWalker(transcript, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf(wanted);
      if (at >= 0) {
        getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length);
        return;
      }
    }
  }, words);
}

/** Takes the pictures of the guides in docs/: each example is imported, and shown by a development server of its own. */
export async function takeGuidePictures(out: string, executablePath: string): Promise<number> {
  let count = 0;
  for (const language of ["en", "zh"] as const) {
    const folder = await mkdtemp(join(tmpdir(), "tingsuo-guide-"));
    const contentDir = join(folder, "content");
    await makeGuideArchive(language, contentDir);
    const server = await serveContent(contentDir, join(folder, "cache"));
    try {
      const screens = listGuideScreens(language);
      count += await takeScreenshots(screens, { origin: server.origin, out, executablePath, isGuide: true });
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  }
  return count;
}

async function serveContent(contentDir: string, cacheDir: string) {
  const astro = ["--env-file=astro.env", "node_modules/astro/bin/astro.mjs", "dev", "--port", "4390"];
  const server = spawn(process.execPath, astro, {
    env: { ...process.env, ARCHIVE_CONTENT: contentDir, ARCHIVE_CACHE: cacheDir, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  for await (const line of createInterface(server.stdout)) {
    const origin = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (origin === undefined) continue;
    server.stdout.resume();
    const stop = async () => {
      server.kill();
      await ended;
    };
    return { origin, stop };
  }
  throw new Error("The development server ended before it served.");
}
