import type { Page } from "playwright-core";
import { takeSome } from "./choose-known-items.ts";
import type { Random } from "./random.ts";
import type { SourceEpisode } from "./read-source.ts";
import { openModule } from "./search-in-page.ts";
import { takeMean } from "./statistics.ts";

/** Of titles that are typed, the share whose episode is the first of the names. */
export interface NamesFigures {
  readonly titles: number;
  /** As they stand. */
  readonly whole: number;
  /** In small letters, without punctuation and numbering. */
  readonly bare: number;
}

interface NamesApi {
  search(query: string): Promise<{ names: readonly { kind: string; title: string }[] }>;
}

/** Titles of a run, taken at random. */
const MOST_TITLES = 400;
/** `第12期`, `EP12`, `Vol.3`, `S2E5`, `#12`, and a number at the beginning. */
const numbering =
  /第?\s*\d+\s*[期集回话]|(?:ep|vol|no|s\d+e|e)[.\s]*\d+|#\s*\d+|^\s*\d+(?:[.\-–—:：|]\s*|\s+)/giu;

/** A title as somebody types it who remembers its words: nothing where it is nothing but a number. */
export function stripTitle(title: string): string {
  return title
    .replace(numbering, " ")
    .replace(/[^\p{L}\p{N}%‰+#]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Types the titles of episodes. Where several episodes have one title each of them is right. */
export async function measureNames(
  episodes: readonly SourceEpisode[],
  page: Page,
  random: Random,
  progress: (message: string) => void,
): Promise<NamesFigures> {
  const api = await openModule<NamesApi>(page, "/search-api.js");
  const findFirst = (query: string) =>
    api.evaluate(async ({ search }, text) => (await search(text)).names[0], query);
  const titles = takeSome([...new Set(episodes.map(({ title }) => title))], MOST_TITLES, random);
  const whole: number[] = [];
  const bare: number[] = [];
  for (const [k, title] of titles.entries()) {
    progress(`Titles: ${k + 1} of ${titles.length}`);
    const stripped = stripTitle(title);
    const isFirst = async (query: string) => {
      const first = await findFirst(query);
      return Number(first?.kind === "episode" && first.title === title);
    };
    whole.push(await isFirst(title));
    // Two episodes that only their numbers tell apart are both called so.
    const others = titles.filter((other) => other !== title && stripTitle(other) === stripped);
    if (stripped !== "" && others.length === 0) bare.push(await isFirst(stripped));
  }
  return { titles: titles.length, whole: takeMean(whole), bare: takeMean(bare) };
}
