/// <reference lib="webworker" />

import { isNamedByContent } from "../../publish/offline-list.ts";
import { POINTER_FILE } from "../../search/format/manifest.ts";
import { answerRange } from "./answer-range.ts";
import { KeptFiles } from "./kept-files.ts";
import { namePassingCache, type StoredSet } from "./kept-sets.ts";
import { readSaid } from "./read-said.ts";

// Answers what pages ask for, from the network or from what is kept. It writes no set and needs none: its install
// cannot fail for want of room, and whoever has a network has the newest pages whatever is kept.

const scope = self as unknown as ServiceWorkerGlobalScope;
const root = new URL(scope.registration.scope);
const passing = namePassingCache(root);

/** How long a page is waited for where a kept one is there. Chosen: a tunnel is a network that answers nothing. */
const patienceMs = 6000;
/** Files that are kept because they were loaded in passing; chosen: of 40 KB each, some tens of megabytes. */
const mostPassing = 1000;
/** In the cache of a set of which another version was answered last: what goes with the kept one is left aside. */
const asideMark = new URL("kept-set.aside", root).href;

let kept: KeptFiles | undefined;
let reading: Promise<KeptFiles> = readKept();

function readKept(): Promise<KeptFiles> {
  reading = KeptFiles.read(root).then((files) => {
    kept = files;
    return files;
  });
  return reading;
}

scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

/** Whoever has changed what is kept says so, and waits for the answer. */
scope.addEventListener("message", (event) =>
  event.waitUntil(readKept().then(() => event.ports[0]?.postMessage("read"))),
);

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  // Whoever asks past every cache wants the network's word or none; and what is being kept is not kept twice.
  if (request.method !== "GET" || ["no-store", "force-cache"].includes(request.cache)) return;
  const url = new URL(request.url);
  url.hash = "";
  const isOurs = url.origin === root.origin && url.pathname.startsWith(root.pathname);
  // An address with a query is asked past every cache: it tells of another build.
  if (isOurs && url.search !== "" && url.pathname.endsWith(`/${POINTER_FILE}`)) return;
  if (isOurs && isNamedByContent(url.href.slice(root.href.length).replace(/\?.*/, "")))
    return event.respondWith(answerNamed(request, url, event));
  if (!isOurs && request.destination !== "audio") return;
  if (kept !== undefined && findKind(kept, url) === undefined && request.mode !== "navigate") return;
  event.respondWith(answerOther(request, url, event));
});

/** What of a site's kept files an address may be answered with. */
function findKind(files: KeptFiles, url: URL): "page" | "part" | "shell" | undefined {
  const address = withoutQuery(url);
  if (files.findPage(address) !== undefined) return "page";
  if (files.findPart(url.href) !== undefined) return "part";
  return files.findOfShell(address) === undefined ? undefined : "shell";
}

function withoutQuery(url: URL): string {
  return url.href.replace(/\?.*/, "");
}

/** A file that is named by its content is the same wherever it is. */
async function answerNamed(request: Request, url: URL, event: FetchEvent): Promise<Response> {
  const address = withoutQuery(url);
  const found = await matchIn((await reading).findNamed(address) ?? passing, address);
  if (found !== undefined) return found;
  const response = await fetch(request);
  // Some hosts answer what is not there with a page.
  const isFile = response.status === 200 && !/html/.test(response.headers.get("content-type") ?? "");
  if (isFile) event.waitUntil(keepPassing(address, response.clone()).catch(() => undefined));
  return response;
}

async function answerOther(request: Request, url: URL, event: FetchEvent): Promise<Response> {
  const files = await reading;
  const address = withoutQuery(url);
  const ofPage = files.findPage(address);
  if (ofPage !== undefined) return answerPage(request, address, ofPage, event);
  const ofPart = files.findPart(url.href);
  if (ofPart !== undefined) return answerPart(request, url.href, ofPart);
  const shell = files.findOfShell(address);
  if (shell !== undefined)
    return (await askFirst(request)) ?? (await matchIn(shell, address)) ?? Response.error();
  const list = new URL("kept/", root);
  if (request.mode !== "navigate" || files.findOfShell(list.href) === undefined) return fetch(request);
  list.search = new URLSearchParams({ away: url.href.slice(root.href.length) }).toString();
  return await fetch(request).catch(() => Response.redirect(list.href));
}

/** Comparisons under way, by the cache of the set: what goes with a page waits for the page's. */
const comparing = new Map<string, Promise<void>>();

/** An episode's page: the newest where there is a network. */
async function answerPage(
  request: Request,
  address: string,
  set: StoredSet,
  event: FetchEvent,
): Promise<Response> {
  const response = await askFirst(request);
  const work = setAside(set, address, response?.clone()).catch(() => undefined);
  comparing.set(set.cache, work);
  event.waitUntil(work);
  return response ?? (await matchIn(set.cache, address)) ?? Response.error();
}

/** Notes whether what the page says, or its recording, is other than in the set. */
async function setAside(
  { cache }: StoredSet,
  address: string,
  response: Response | undefined,
): Promise<void> {
  const page = response?.ok === true ? await response.text() : "";
  const own = await caches.open(cache);
  const isAside =
    response !== undefined && readSaid(page) !== readSaid((await (await own.match(address))?.text()) ?? "");
  if (isAside) await own.put(asideMark, new Response());
  else await own.delete(asideMark);
}

/** What goes with a kept page is answered as long as that page is what the reader has: no network is needed then. */
async function answerPart(request: Request, address: string, { cache }: StoredSet): Promise<Response> {
  await comparing.get(cache);
  const isAside = (await matchIn(cache, asideMark)) !== undefined;
  const part = isAside ? undefined : await matchIn(cache, address);
  return part === undefined ? fetch(request) : answerRange(part, request.headers.get("range"));
}

/** The network's answer; undefined where none comes, or not in time, or the host itself is at fault. */
async function askFirst(request: Request): Promise<Response | undefined> {
  const asked = fetch(request).then(
    (response) => (response.status >= 500 ? undefined : response),
    () => undefined,
  );
  return await Promise.race([asked, new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs))]);
}

async function matchIn(cache: string, address: string): Promise<Response | undefined> {
  return await caches.match(address, { cacheName: cache });
}

let puts = 0;

/** Where the browser is full nothing is kept, and nobody waits for it. */
async function keepPassing(address: string, response: Response): Promise<void> {
  const cache = await caches.open(passing);
  await cache.put(address, response);
  puts += 1;
  if (puts % 50 !== 1) return;
  const all = await cache.keys();
  await Promise.all(
    all.slice(0, Math.max(0, all.length - mostPassing)).map((request) => cache.delete(request)),
  );
}
