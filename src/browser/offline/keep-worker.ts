/// <reference lib="webworker" />

import { isNamedByContent, listEpisodeFiles, type OfflineList } from "../../publish/offline-list.ts";
import {
  type KeepAnswer,
  KeepError,
  type KeepFault,
  type KeepNews,
  type KeepRequest,
  type KeepSize,
} from "./keep-job.ts";
import {
  type KeptSet,
  locateRecord,
  nameSetCache,
  readSets,
  removeNeedless,
  type StoredSet,
  workAlone,
} from "./kept-sets.ts";
import { isSameAudio, loadAudio, loadFile, loadList, measureAudio } from "./load-files.ts";

// Keeps sets, in a worker: a page's policy names the hosts of recordings, which pass a request on to any other, and a
// service worker is ended after some minutes.

const scope = self as unknown as DedicatedWorkerGlobalScope;

/** Files that load at once. Chosen. */
const together = 6;

let loaded = 0;
const onLoaded = (bytes: number): void => {
  loaded += bytes;
  send({ kind: "progress", loaded });
};

function send(answer: KeepAnswer): void {
  scope.postMessage(answer);
}

scope.addEventListener("message", ({ data }: MessageEvent<KeepRequest>) => {
  const root = new URL(data.root);
  workAlone(root, () => act(data, root)).then(
    (value) => send({ kind: "done", value }),
    (error: unknown) => send({ kind: "failed", fault: nameFault(error) }),
  );
});

function nameFault(error: unknown): KeepFault {
  if (error instanceof KeepError) return error.fault;
  const { name } = error as Partial<Error>;
  if (name === "QuotaExceededError") return "full";
  // Of the caches: private windows, and readers who let sites keep nothing.
  return name === "SecurityError" || name === "InvalidStateError" ? "denied" : "broken";
}

async function act(request: KeepRequest, root: URL): Promise<KeepSize | KeepNews | undefined> {
  if (request.kind === "measure") return measure(request, root);
  if (request.kind === "compare") {
    // A tab may have been closed while it kept something.
    await removeNeedless(root);
    return compare(await readSets(root), await loadList(root));
  }
  if (request.kind === "keep") await keepOne(request, root);
  else await renew(root);
  return undefined;
}

async function measure(
  { slug, audio }: Extract<KeepRequest, { kind: "measure" }>,
  root: URL,
): Promise<KeepSize> {
  const [list, sets] = await Promise.all([loadList(root), readSets(root)]);
  const episode = list.episodes[slug];
  if (episode === undefined) throw new KeepError("gone");
  const hasShell = sets.some(({ kind, name }) => kind === "shell" && name === list.shell.name);
  const size = audio === undefined ? undefined : await measureAudio(audio);
  return {
    texts: episode.bytes + (hasShell ? 0 : list.shell.bytes),
    ...(size === undefined ? {} : { audio: size }),
    isAudioRefused: audio !== undefined && size === undefined,
  };
}

function compare(sets: readonly StoredSet[], { shell, episodes }: OfflineList): KeepNews {
  const own = sets.flatMap(({ slug, name }) => (slug === undefined ? [] : [{ slug, name }]));
  return {
    changed: own.filter(({ slug, name }) => (episodes[slug]?.name ?? name) !== name).map(({ slug }) => slug),
    gone: own.filter(({ slug }) => episodes[slug] === undefined).map(({ slug }) => slug),
    isShellOld: sets.some(({ kind }) => kind === "shell") && !sets.some(({ name }) => name === shell.name),
  };
}

/** Puts the newest in the place of all that is kept and has changed. */
async function renew(root: URL): Promise<void> {
  const sets = await readSets(root);
  const { changed } = compare(sets, await loadList(root));
  await ofOneBuild(root, (list) => keepShell(list, root));
  for (const { slug, title = "", audio } of sets)
    if (slug !== undefined && changed.includes(slug)) await keepOne({ slug, title, audio }, root);
  await removeNeedless(root);
}

interface WantedEpisode {
  readonly slug: string;
  readonly title: string;
  readonly audio?: string | undefined;
}

async function keepOne(wanted: WantedEpisode, root: URL): Promise<void> {
  await ofOneBuild(root, async (list) => {
    await keepShell(list, root);
    await keepEpisode(list, wanted, root);
  });
  await removeNeedless(root);
}

/** Does something with the list of a build, and once more where another build takes its place meanwhile. */
async function ofOneBuild(root: URL, work: (list: OfflineList) => Promise<void>): Promise<void> {
  try {
    await work(await loadList(root));
  } catch (error) {
    if (nameFault(error) !== "changing") throw error;
    await work(await loadList(root));
  }
}

async function keepShell({ shell }: OfflineList, root: URL): Promise<void> {
  const { name, bytes, hashes } = shell;
  const load = async (path: string): Promise<KeptFile> => {
    const address = new URL(path, root).href;
    const options = { hash: hashes[path], isNamed: isNamedByContent(path) };
    return [address, await loadFile(address, options, onLoaded)];
  };
  await keepSet({ kind: "shell", name, shell: name, bytes }, root, async function* () {
    for (let from = 0; from < shell.files.length; from += together)
      yield* await Promise.all(shell.files.slice(from, from + together).map(load));
  });
}

async function keepEpisode(
  list: OfflineList,
  { slug, title, audio }: WantedEpisode,
  root: URL,
): Promise<void> {
  const episode = list.episodes[slug];
  if (episode === undefined) throw new KeepError("gone");
  const { name, bytes, transcript } = episode;
  const set = { kind: "episode", name, shell: list.shell.name, slug, title, bytes } as const;
  await keepSet(audio === undefined ? set : { ...set, audio }, root, async function* () {
    // First: it takes longest, and a build that comes meanwhile is then seen by what follows.
    if (audio !== undefined)
      yield [audio, (await findAudio(audio, root)) ?? (await loadAudio(audio, onLoaded))];
    for (const [index, path] of listEpisodeFiles(slug, episode).entries()) {
      const address = new URL(path, root).href;
      const hash = path.endsWith("/transcript.json") ? transcript : undefined;
      const file = await loadFile(address, { hash, isNamed: isNamedByContent(path) }, onLoaded);
      if (index === 0) await confirmScripts(file.clone(), list);
      yield [address, file];
    }
  });
}

/** A recording that is kept already, where its host has the same one still. */
async function findAudio(address: string, root: URL): Promise<Response | undefined> {
  const found = (await readSets(root)).find(({ audio }) => audio === address);
  if (found === undefined) return undefined;
  const kept = await caches.match(address, { cacheName: found.cache });
  return kept !== undefined && (await isSameAudio(address, kept)) ? kept : undefined;
}

/** A page is of the build that is kept where all of its scripts and styles are. */
async function confirmScripts(page: Response, { shell }: OfflineList): Promise<void> {
  const named = (await page.text()).match(/_astro\/[^"'\s>]+/g) ?? [];
  const own = new Set(shell.files);
  if (!named.every((path) => own.has(path))) throw new KeepError("changing");
}

/** Its address, and what is kept there. */
type KeptFile = readonly [address: string, file: Response];

/**
 * Fills a cache with the files of a set, and makes it whole where the build is still the same; else nothing stays of it.
 * A set that is whole already stays as it is.
 */
async function keepSet(
  set: Omit<KeptSet, "files" | "time">,
  root: URL,
  listFiles: () => AsyncIterable<KeptFile>,
): Promise<void> {
  const { kind, name, slug, audio } = set;
  const sets = await readSets(root);
  if (sets.some((own) => own.kind === kind && own.name === name && own.slug === slug && own.audio === audio))
    return;
  const time = Date.now();
  const cacheName = nameSetCache(root, { kind, name, time });
  try {
    const cache = await caches.open(cacheName);
    const files: string[] = [];
    for await (const [address, file] of listFiles()) {
      await cache.put(address, file);
      if (address !== audio) files.push(address);
    }
    const { shell, episodes } = await loadList(root);
    if (shell.name !== set.shell || (slug !== undefined && episodes[slug]?.name !== name))
      throw new KeepError("changing");
    const bytes = set.bytes + (audio === undefined ? 0 : await sizeOf(cache, audio));
    const record: KeptSet = { ...set, bytes, files, time };
    await cache.put(locateRecord(root), Response.json(record));
  } catch (error) {
    await caches.delete(cacheName).catch(() => undefined);
    throw error;
  }
}

async function sizeOf(cache: Cache, address: string): Promise<number> {
  return (await (await cache.match(address))?.blob())?.size ?? 0;
}
