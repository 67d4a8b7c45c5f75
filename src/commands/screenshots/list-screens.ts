import type { Page } from "playwright-core";

/** One thing to take a picture of. */
export interface Screen {
  /** Of the picture's file. */
  readonly name: string;
  /** Below the site's root. */
  readonly path: string;
  /** Brings the page into the state to be shown; after it has loaded. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Addresses whose requests fail. */
  readonly broken?: RegExp;
  /** As printed, on paper's white. */
  readonly isPrint?: boolean;
}

/** What a built site holds, as far as the screens need it. */
export interface SiteContents {
  readonly episodes: readonly { readonly slug: string; readonly html: string }[];
  readonly terms: readonly string[];
  readonly people: readonly string[];
  readonly topics: readonly string[];
  /** The slug of the episode to show. */
  readonly episode?: string;
}

/** A word that nobody says. */
const neverSaid = "没有人说过的话";

/** Every kind of page and state that this site has, each once. */
export function listScreens(site: SiteContents): Screen[] {
  const episode = chooseEpisode(site);
  return [
    { name: "home", path: "" },
    ...listSearchScreens(site),
    ...(episode === undefined ? [] : listEpisodeScreens(episode)),
    { name: "episodes", path: "episodes/" },
    ...(site.topics.length > 0 ? [{ name: "topics", path: "topics/" }] : []),
    ...site.topics
      .slice(0, 1)
      .map((slug) => ({ name: "topic", path: `topics/${encodeURIComponent(slug)}/` })),
    { name: "terms", path: "terms/" },
    ...site.terms.slice(0, 1).map((slug) => ({ name: "term", path: `terms/${encodeURIComponent(slug)}/` })),
    { name: "people", path: "people/" },
    ...site.people
      .slice(0, 1)
      .map((slug) => ({ name: "person", path: `people/${encodeURIComponent(slug)}/` })),
    { name: "not-found", path: "nothing-here/" },
  ];
}

type EpisodePage = SiteContents["episodes"][number];

function chooseEpisode({ episodes, episode }: SiteContents): EpisodePage | undefined {
  if (episode !== undefined) return episodes.find(({ slug }) => slug === episode);
  const score = ({ html }: EpisodePage) =>
    Number(html.includes("<audio")) * 2 + Number(html.includes('class="chapter"'));
  return [...episodes].sort((a, b) => score(b) - score(a))[0];
}

function listSearchScreens({ terms }: SiteContents): Screen[] {
  const search = (name: string, query: string, more: Partial<Screen> = {}): Screen => ({
    name: `search-${name}`,
    path: `search/?q=${encodeURIComponent(query)}`,
    prepare: waitForSearch,
    ...more,
  });
  return [
    { name: "search-idle", path: "search/" },
    search("many", "的"),
    search("few", terms.at(-1) ?? "a"),
    search("none", neverSaid),
    search("failed", "的", { broken: /\/(?:pagefind|search-data)\// }),
  ];
}

async function waitForSearch(page: Page): Promise<void> {
  await page.waitForSelector('[data-search-state="ready"], [data-search-state="error"]', {
    state: "attached",
  });
}

function listEpisodeScreens({ slug, html }: EpisodePage): Screen[] {
  const path = `episodes/${encodeURIComponent(slug)}/`;
  const anchors = [...html.matchAll(/data-passage[^>]*>|class="passage" id="([^"]+)"/g)];
  const middle = anchors[Math.floor(anchors.length / 2)]?.[1] ?? "p1";
  const hasCorrection = html.includes("data-heard=");
  return [
    { name: "episode-top", path },
    { name: "episode-hit", path: `${path}#${middle}` },
    { name: "episode-quote", path: `${path}#${middle}`, prepare: quotePassage },
    { name: "episode-settings", path, prepare: openSettings },
    ...(html.includes("<audio")
      ? [{ name: "episode-playing", path: `${path}#${middle}`, prepare: play }]
      : []),
    ...(hasCorrection ? [{ name: "episode-correction", path, prepare: openCorrection }] : []),
    { name: "episode-end", path, prepare: scrollToEnd },
    { name: "episode-print", path, isPrint: true },
  ];
}

async function quotePassage(page: Page): Promise<void> {
  await page.locator("[data-passage][aria-current] .time").focus();
  await page.keyboard.press("q");
}

async function openSettings(page: Page): Promise<void> {
  await page.locator('[popovertarget="reading-settings"]:visible').first().click();
}

async function play(page: Page): Promise<void> {
  await page.locator("[data-passage] .time").first().click();
}

async function openCorrection(page: Page): Promise<void> {
  const word = page.locator("[data-heard]").nth(3);
  await word.scrollIntoViewIfNeeded();
  // A press would follow the link of a corrected term.
  await word.hover();
  await page.locator("#word-note:popover-open").waitFor();
}

async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
}
