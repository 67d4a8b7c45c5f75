import type { Browser, CDPSession, Page } from "playwright-core";
import type { SiteServer } from "../serve-site.ts";
import { longEpisodes } from "./make-long-episodes.ts";
import { phone } from "./search-page.ts";
import { takePercentile } from "./statistics.ts";

/** How a page of six hours scrolls on a phone: milliseconds from frame to frame. */
export interface ScrollFigures {
  readonly passages: number;
  readonly frames: number;
  readonly median: number;
  readonly p95: number;
  /** Frames a second, over all of it. */
  readonly perSecond: number;
  readonly longestTaskMs: number;
}

/** What following an hour of two-second cues costs the main thread. */
export interface FollowFigures {
  readonly cues: number;
  /** Milliseconds of script, style and layout for each second of playing. */
  readonly busyMsPerSecond: number;
  readonly longestTaskMs: number;
}

/** Seconds of scrolling, and pixels in each of them: a thumb in a hurry. */
const SCROLL_SECONDS = 8;
const SCROLL_SPEED = 3000;

/** Seconds of playing, at the player's fastest. */
const FOLLOW_SECONDS = 20;
const FOLLOW_SPEED = "3";

/** Scrolls the episode of six hours from the top, evenly, and once from its middle. */
export async function measureScrolling(browser: Browser, server: SiteServer): Promise<ScrollFigures> {
  const page = await openEpisode(browser, server, longEpisodes.sixHours);
  const passages = await page.locator("[data-passage]").count();
  const deltas: number[] = [];
  let longestTaskMs = 0;
  for (const share of [0, 0.5]) {
    const found = await page.evaluate(scrollEvenly, {
      share,
      seconds: SCROLL_SECONDS / 2,
      speed: SCROLL_SPEED,
    });
    deltas.push(...found.deltas);
    longestTaskMs = Math.max(longestTaskMs, found.longestTaskMs);
  }
  await page.context().close();
  return {
    passages,
    frames: deltas.length,
    median: takePercentile(deltas, 0.5),
    p95: takePercentile(deltas, 0.95),
    perSecond: (deltas.length * 1000) / deltas.reduce((sum, own) => sum + own, 0),
    longestTaskMs,
  };
}

/** Runs in the page. */
async function scrollEvenly({ share, seconds, speed }: { share: number; seconds: number; speed: number }) {
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  scrollTo({ top: document.documentElement.scrollHeight * share, behavior: "instant" });
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.observe({ type: "longtask" });
  const deltas: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  const begin = last;
  while (last - begin < seconds * 1000) {
    const now = await new Promise<number>(requestAnimationFrame);
    deltas.push(now - last);
    scrollBy({ top: ((now - last) * speed) / 1000, behavior: "instant" });
    last = now;
  }
  observer.disconnect();
  return { deltas, longestTaskMs: Math.max(0, ...tasks) };
}

/** Plays the hour of two-second cues for a while and lets the transcript follow. */
export async function measureFollowing(browser: Browser, server: SiteServer): Promise<FollowFigures> {
  const page = await openEpisode(browser, server, longEpisodes.shortCues);
  await page.locator("listen-button button").click();
  await page.locator("[data-spoken]").waitFor();
  await page.locator("[data-player-more]").click();
  await page.locator("[data-player-speed]").selectOption(FOLLOW_SPEED);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { benchTasks: tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: "longtask" });
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const before = await readBusyMs(session);
  await page.waitForTimeout(FOLLOW_SECONDS * 1000);
  const after = await readBusyMs(session);
  const cues = await page.evaluate(() => (document.querySelector("audio")?.currentTime ?? 0) / 2);
  const tasks = await page.evaluate(() => (window as unknown as { benchTasks: number[] }).benchTasks);
  await page.context().close();
  return {
    cues: Math.round(cues),
    busyMsPerSecond: (after - before) / FOLLOW_SECONDS,
    longestTaskMs: Math.max(0, ...tasks),
  };
}

/** Milliseconds of script, style and layout since the page began. */
async function readBusyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return (read("ScriptDuration") + read("RecalcStyleDuration") + read("LayoutDuration")) * 1000;
}

async function openEpisode(browser: Browser, server: SiteServer, slug: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: phone, hasTouch: true })).newPage();
  await page.goto(`${server.url}episodes/${slug}/`);
  await page.waitForLoadState("load");
  return page;
}
