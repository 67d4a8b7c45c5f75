import { fetchFile, rememberLoaded } from "../../search/api/load-files.ts";
import {
  type OfferedName,
  openNames,
  openTitles,
  openWords,
} from "../../search/completion/match/open-names.ts";
import { splitQuery } from "../../search/completion/match/split-query.ts";
import { leastSure, type NameSuggestion, suggestNames } from "../../search/completion/match/suggest-names.ts";
import { mayBeTitle, suggestTitles } from "../../search/completion/match/suggest-titles.ts";
import {
  type LatinWordFile,
  SUGGESTION_VERSION,
  type SuggestionFile,
} from "../../search/format/suggestion-file.ts";

/** Work on the page's thread goes on for so long at a time. Chosen: well below what delays a key press. */
const stretchMs = 8;

/** Its address does not change with its content. */
const openSuggestions = rememberLoaded(async (folder: string) => {
  const file = await loadJson<SuggestionFile>(`${folder}suggestions.json`, "no-cache");
  const { latinVersion, titleFiles } = file;
  return { names: await openNames(file, makeRest()), latinVersion, titleFiles };
});

const loadWords = rememberLoaded(
  async (address: string): Promise<OfferedName[]> =>
    openWords(await loadJson<LatinWordFile>(address), makeRest()),
);

const loadTitles = rememberLoaded(async (folder: string): Promise<OfferedName[]> => {
  const { names, titleFiles } = await openSuggestions(folder);
  const files = await Promise.all(titleFiles.map((address) => fetchFile(folder + address)));
  const titles = await Promise.all(files.map((file) => file.json() as Promise<string[]>));
  // Each file has its oldest first.
  const newest = titles.flatMap((own) => own.toReversed());
  return await openTitles(newest, names.spell, makeRest());
});

/**
 * As {@link suggest}, and episodes by their titles, after what is said. Their file is loaded by the first query that is
 * long enough to mean one.
 */
export async function suggestWithTitles(
  folder: string,
  query: string,
  limit: number,
): Promise<NameSuggestion[]> {
  const [names, titles] = await Promise.all([
    suggest(folder, query, limit),
    mayBeTitle(query) ? loadTitles(folder).catch(() => []) : [],
  ]);
  const called = suggestTitles(query, titles);
  return [...names.slice(0, limit - called.length), ...called];
}

/**
 * Suggests what a query may be going to ask for. Files are loaded by the first call, the words in Latin letters by
 * the first that begins no name, or only one that is hardly said. Rejects where a file does not load; the next call tries again.
 * @param folder address of `search-data/`, with a slash at its end
 */
export async function suggest(folder: string, query: string, limit: number): Promise<NameSuggestion[]> {
  const { names, latinVersion } = await openSuggestions(folder);
  const namesValue = splitQuery(query).some(({ key }) => key !== undefined);
  const named = suggestNames(query, names, [], limit);
  const isMeant = named.some(({ kind, name }) => kind === "beginning" && name.episodes >= leastSure);
  if (namesValue || isMeant || !/[A-Za-z]{2}[^\s]*$/.test(query)) return named;
  const words = loadWords(`${folder}latin-words.json?v=${latinVersion}`);
  // Names alone are better than nothing.
  return suggestNames(query, names, await words.catch(() => []), limit);
}

async function loadJson<T extends { readonly version: number }>(
  address: string,
  cache: RequestCache = "default",
): Promise<T> {
  const file = (await (await fetchFile(address, { cache })).json()) as T;
  if (file.version !== SUGGESTION_VERSION) throw new Error(`another version: ${address}`);
  return file;
}

/** Lets the page breathe when a stretch of work has gone on for long enough. */
function makeRest(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < stretchMs) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  };
}
