/// <reference lib="webworker" />

import { fetchFile, rememberLoaded } from "../api/load-files.ts";
import {
  type FoundPassage,
  type FoundTimes,
  type RelatedPassage,
  SearchLoadError,
  type SearchOptions,
  type SearchReply,
  type SearchRequest,
} from "../api/search-types.ts";
import { nameFolder, readNamed, type SearchManifest } from "../format/manifest.ts";
import { PAGEFIND_VERSION } from "../format/pagefind-file.ts";
import { openSearchFiles } from "./passage-table.ts";
import { type Answer, SearchEngine } from "./search-engine.ts";
import { PagefindIndex } from "./terms/pagefind-index.ts";

// The search runs in a worker because Pagefind cuts queries by the language of the page it runs in (there is none
// here), and because long lists of places must not block typing.

const scope = self as unknown as DedicatedWorkerGlobalScope;
const load = scope.fetch.bind(scope);

/** Loads a file of ours by its address below `search-data/`. */
async function loadNamed<T>(root: string, address: string): Promise<T> {
  const url = new URL(`search-data/${address}`, root).href;
  try {
    return readNamed<T>(await (await fetchFile(url, { load })).json(), address);
  } catch (error) {
    throw new SearchLoadError(url, error);
  }
}

/** Which build is asked, and where it stands: the first request says it. */
let opened: Extract<SearchRequest, { kind: "open" }>;

const openEngine = rememberLoaded(async (_: "engine") => {
  const { root, archive } = opened;
  const pagefindAddress = `${root}pagefind/${PAGEFIND_VERSION}/pagefind.js`;
  const [manifest, pagefind] = await Promise.all([
    loadNamed<SearchManifest>(root, `${nameFolder("archive", archive)}manifest.json`),
    import(/* @vite-ignore */ pagefindAddress).catch((error) => {
      throw new SearchLoadError(pagefindAddress, error);
    }),
  ]);
  return new SearchEngine(
    manifest,
    new PagefindIndex(pagefind, manifest, `${root}pagefind/`, scope),
    openSearchFiles(archive, manifest, (address) => loadNamed(root, address)),
  );
});

/** Answers of the last queries, so that asking for passages does not search again. */
const answers = new Map<string, Promise<Answer>>();
const CACHED_ANSWERS = 12;

async function search(
  engine: SearchEngine,
  query: string,
  { forms, ...options }: SearchOptions,
): Promise<Answer> {
  const all = await searchOnce(engine, query, options);
  return forms === undefined ? all : engine.keepForms(all, forms, options.sort);
}

function searchOnce(engine: SearchEngine, query: string, options: SearchOptions): Promise<Answer> {
  const key = JSON.stringify([query, options]);
  const found = answers.get(key) ?? engine.search(query, options);
  answers.delete(key);
  answers.set(key, found);
  found.catch(() => answers.delete(key));
  const [oldest] = answers.keys();
  if (answers.size > CACHED_ANSWERS && oldest !== undefined) answers.delete(oldest);
  return found;
}

async function answer(
  request: SearchRequest,
): Promise<SearchReply | FoundPassage[] | RelatedPassage[] | FoundTimes | undefined> {
  if (request.kind === "open") {
    opened = request;
    return undefined;
  }
  const engine = await openEngine("engine");
  if (request.kind === "load") return undefined;
  const found = await search(engine, request.query, request.options);
  if (request.kind === "passages")
    return engine.listPassages(found, request.episode, request.limit, request.tier);
  if (request.kind === "related") return engine.listRelated(found, request.limit);
  if (request.kind === "times") return engine.locateHits(found, request.episode, request.tier);
  const indexes = request.options.titles === false ? [] : found.episodes.map(({ index }) => index);
  const titles = await engine.readTitles(indexes);
  const episodes = found.episodes.map((own) => ({ ...own, title: titles.get(own.index) ?? "" }));
  return { query: found.query.text, episodes, ...found.named, ...found.notes };
}

scope.addEventListener("message", ({ data }: MessageEvent<{ id: number; request: SearchRequest }>) => {
  answer(data.request).then(
    (value) => scope.postMessage({ id: data.id, value }),
    (error: unknown) =>
      scope.postMessage({
        id: data.id,
        error: {
          name: (error as Error).name,
          message: (error as Error).message,
          address: (error as SearchLoadError).address,
        },
      }),
  );
});

// A Pagefind instance that cannot begin rejects a promise that nobody holds; the search that needed it tells of it.
scope.addEventListener("unhandledrejection", (event) => event.preventDefault());
