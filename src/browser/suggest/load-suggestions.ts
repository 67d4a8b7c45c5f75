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
import { nameFolder, POINTER_FILE, readNamed, type SearchPointer } from "../../search/format/manifest.ts";
import type { LatinWordFile, SuggestionFile } from "../../search/format/suggestion-file.ts";

/** Work on the page's thread goes on for so long at a time. Chosen: well below what delays a key press. */
const stretchMs = 8;

/** The files of the newest build. */
const openSuggestions = rememberLoaded(async (folder: string) => {
  const pointer = await fetchFile(`${folder}../${POINTER_FILE}`, { cache: "no-cache" });
  const { archive } = (await pointer.json()) as SearchPointer;
  const load = async <T>(name: string): Promise<T> => {
    const address = nameFolder("archive", archive) + name;
    return readNamed<T>(await (await fetchFile(folder + address)).json(), address);
  };
  const file = await load<SuggestionFile>("suggestions.json");
  const names = await openNames(file, makeRest());
  const loadOnce = rememberLoaded(async (kind: "words" | "titles"): Promise<OfferedName[]> => {
    if (kind === "words") return openWords(await load<LatinWordFile>("latin-words.json"), makeRest());
    const titles = await Promise.all(file.titleFiles.map((name) => load<string[]>(name)));
    // Each file has its oldest first.
    const newest = titles.flatMap((own) => own.toReversed());
    return openTitles(newest, names.spell, makeRest());
  });
  return { names, loadOnce };
});

async function loadTitles(folder: string): Promise<OfferedName[]> {
  return await (await openSuggestions(folder)).loadOnce("titles");
}

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
  const { names, loadOnce } = await openSuggestions(folder);
  const namesValue = splitQuery(query).some(({ key }) => key !== undefined);
  const named = suggestNames(query, names, [], limit);
  const isMeant = named.some(({ kind, name }) => kind === "beginning" && name.episodes >= leastSure);
  if (namesValue || isMeant || !/[A-Za-z]{2}[^\s]*$/.test(query)) return named;
  const words = loadOnce("words");
  // Names alone are better than nothing.
  return suggestNames(query, names, await words.catch(() => []), limit);
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
