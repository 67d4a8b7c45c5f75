import type { Page } from "playwright-core";
import { heardNames } from "../relevance/heard-names.ts";
import { openModule } from "./search-in-page.ts";

/** What the page shows unasked of what sounds like names that were judged (test/relevance/heard-names.ts). */
export interface SoundFigures {
  readonly names: number;
  /** Names with such places. */
  readonly shown: number;
  readonly places: number;
  /** Places at which the name was truly said. */
  readonly right: number;
  /** Mean over the names with such places: a name that is misheard often counts once. */
  readonly meanShare: number;
  /** Places that only a press shows. */
  readonly folded: number;
  /** Those that are not right: name, writing, episode and second. */
  readonly wrong: readonly string[];
}

interface SoundPlace {
  readonly slug: string;
  readonly start: number;
  readonly form: string;
}

interface SoundApi {
  search(
    query: string,
    options: { tiers: string[]; forms?: string[] },
  ): Promise<{
    totals: { sound?: { hits: number } };
    forms: readonly { tier: string; form: string; isLikely: boolean }[];
    episodes: readonly {
      slug: string;
      passages(): Promise<{ start: number; text: string; marks: readonly (readonly [number, number])[] }[]>;
    }[];
  }>;
}

/** Asks for the sounds of each judged name as the search page does. */
export async function measureSound(page: Page, progress: (message: string) => void): Promise<SoundFigures> {
  const names = Object.entries(heardNames);
  const wrong: string[] = [];
  const shares: number[] = [];
  let [places, right, folded] = [0, 0, 0];
  for (const [k, [name, heard]] of names.entries()) {
    progress(`Sounds: ${k + 1} of ${names.length}`);
    const found = await listShown(page, name);
    const isRight = ({ form, slug }: SoundPlace) => heard[form]?.includes(slug) === true;
    const own = found.shown.filter(isRight).length;
    wrong.push(
      ...found.shown
        .filter((place) => !isRight(place))
        .map(({ form, slug, start }) => `${name}: ${form}, ${slug} at ${Math.floor(start)} s`),
    );
    if (found.shown.length > 0) shares.push(own / found.shown.length);
    places += found.shown.length;
    right += own;
    folded += found.all - found.shown.length;
  }
  const meanShare = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { names: names.length, shown: shares.length, places, right, meanShare, folded, wrong };
}

async function listShown(page: Page, name: string): Promise<{ all: number; shown: SoundPlace[] }> {
  const api = await openModule<SoundApi>(page, "/search-api.js");
  return api.evaluate(async ({ search }, query) => {
    const { totals, forms } = await search(query, { tiers: ["sound"] });
    const all = totals.sound?.hits ?? 0;
    const likely = forms.filter(({ isLikely }) => isLikely).map(({ form }) => form);
    if (likely.length === 0) return { all, shown: [] };
    const { episodes } = await search(query, { tiers: ["sound"], forms: likely });
    const shown = await Promise.all(
      episodes.map(async ({ slug, passages }) =>
        (await passages()).flatMap(({ start, text, marks }) =>
          marks.map(([from, to]) => ({ slug, start, form: text.slice(from, to) })),
        ),
      ),
    );
    return { all, shown: shown.flat() };
  }, name);
}
