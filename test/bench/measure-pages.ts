import { join } from "node:path";
import type { Browser } from "playwright-core";
import { type SiteServer, serveSite } from "../serve-site.ts";
import { buildArchive } from "./build-sites.ts";
import { makeLongEpisodes } from "./make-long-episodes.ts";
import {
  type FollowFigures,
  measureFollowing,
  measureScrolling,
  type ScrollFigures,
} from "./measure-smoothness.ts";
import type { SourceEpisode } from "./read-source.ts";
import { type LighthouseFigures, runLighthouse } from "./run-lighthouse.ts";
import { ProcessError } from "./run-measured.ts";
import { type PageWeight, weighPage } from "./weigh-page.ts";

/** What the pages of a site weigh, and how they behave. */
export interface PagesFigures {
  /** Root-relative path of the episode that was looked at: the one in which most is said. */
  readonly episode: string;
  readonly weight: PageWeight;
  /** Absent where Lighthouse could not be fetched or run; its last words then say why. */
  readonly lighthouse?: { readonly home: LighthouseFigures; readonly episode: LighthouseFigures };
  readonly lighthouseFailure?: string;
  readonly scrolling: ScrollFigures;
  readonly following: FollowFigures;
}

export interface PagesOptions {
  readonly episodes: readonly SourceEpisode[];
  readonly siteDir: string;
  readonly server: SiteServer;
  readonly browser: Browser;
  /** A folder of the run's own. */
  readonly workDir: string;
  progress(message: string): void;
}

/** Weighs and watches the home page, an episode, and two long episodes made for it. */
export async function measurePages(options: PagesOptions): Promise<PagesFigures> {
  const { episodes, siteDir, server, browser, workDir, progress } = options;
  const longest = [...episodes].sort((a, b) => countCharacters(b) - countCharacters(a))[0];
  if (longest === undefined) throw new Error("There is no episode whose page could be measured.");
  const episode = `/episodes/${encodeURIComponent(longest.slug)}/`;
  const lighthouse = await runBoth(server.url, episode, workDir, progress);
  progress("Weighing the episode's page");
  const weight = await weighPage(episode, { browser, server, siteDir });
  progress("Building an episode of six hours");
  const contentDir = join(workDir, "long-content");
  const longDir = join(workDir, "long");
  await makeLongEpisodes(episodes, contentDir);
  const cacheDir = join(workDir, "long-cache");
  await buildArchive({ contentDir, siteDir: longDir, cacheDir }, () => undefined);
  const longServer = await serveSite(longDir, { isPacked: true });
  try {
    progress("Scrolling six hours");
    const scrolling = await measureScrolling(browser, longServer);
    progress("Following cues of two seconds");
    const following = await measureFollowing(browser, longServer);
    return { episode, weight, ...lighthouse, scrolling, following };
  } finally {
    await longServer.close();
  }
}

async function runBoth(
  home: string,
  episode: string,
  workDir: string,
  progress: (message: string) => void,
): Promise<Pick<PagesFigures, "lighthouse" | "lighthouseFailure">> {
  try {
    return {
      lighthouse: {
        home: await runLighthouse(home, workDir, progress),
        episode: await runLighthouse(new URL(episode, home).href, workDir, progress),
      },
    };
  } catch (error) {
    if (!(error instanceof ProcessError)) throw error;
    return { lighthouseFailure: error.output.split("\n").at(-1) ?? error.message };
  }
}

function countCharacters({ cues }: SourceEpisode): number {
  return cues.reduce((sum, { text }) => sum + text.length, 0);
}
