import { HASH_LENGTH, OFFLINE_LIST, type OfflineList } from "../../publish/offline-list.ts";
import { KeepError } from "./keep-job.ts";

/** Tells of bytes that have come. */
type OnLoaded = (bytes: number) => void;

/** What the newest build has to be kept of it: the host is asked each time. Rejects with a KeepError, as all here does. */
export async function loadList(root: URL): Promise<OfflineList> {
  const response = await ask(new URL(OFFLINE_LIST, root).href, { cache: "no-cache" });
  return (await response.json().catch((error) => {
    throw new KeepError("broken", error);
  })) as OfflineList;
}

/**
 * A file of this site, whole.
 * @param hash what it has to be, where that is known
 */
export async function loadFile(
  address: string,
  { hash, isNamed = false }: { readonly hash?: string | undefined; readonly isNamed?: boolean },
  onLoaded: OnLoaded,
): Promise<Response> {
  const response = await ask(address, { cache: isNamed ? "force-cache" : "no-store" });
  const content = await response.arrayBuffer().catch((error) => {
    throw new KeepError("offline", error);
  });
  if (hash !== undefined && (await hashOf(content)) !== hash) throw new KeepError("changing");
  onLoaded(content.byteLength);
  return new Response(content, { headers: keepHeaders(response.headers) });
}

async function hashOf(content: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").slice(0, HASH_LENGTH);
}

/** What tells one recording from another at the same address. */
const validators = ["etag", "last-modified"];

/** Of what is unpacked, and answered later as if it had just come. */
function keepHeaders(headers: Headers): Headers {
  const kept = new Headers();
  for (const name of ["content-type", "content-security-policy", ...validators]) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}

/**
 * A recording, as it comes, of any site that lets it be read: what may be played and not read would take seven megabytes
 * of a browser's room beyond its own, and no part of it could be answered.
 */
export async function loadAudio(address: string, onLoaded: OnLoaded): Promise<Response> {
  const response = await askAudio(address, {});
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      onLoaded(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(count) ?? null, { headers: keepHeaders(response.headers) });
}

/** Whether the host of a recording still has the one that was loaded as `kept`; false where it does not say. */
export async function isSameAudio(address: string, kept: Response): Promise<boolean> {
  const told = await askAudio(address, { method: "HEAD" }).catch(() => undefined);
  if (told === undefined || readLength(told) !== (await kept.clone().blob()).size) return false;
  const known = validators.filter((name) => told.headers.has(name) && kept.headers.has(name));
  return known.length > 0 && known.every((name) => told.headers.get(name) === kept.headers.get(name));
}

/** Bytes of a recording; undefined where its host does not let it be read, or does not say. */
export async function measureAudio(address: string): Promise<number | undefined> {
  const told = await askAudio(address, { method: "HEAD" }).catch(() => undefined);
  return readLength(told) ?? (await measureByBeginning(address).catch(() => undefined));
}

/** Some hosts answer no HEAD: the answer to GET is given up when its head is there. */
async function measureByBeginning(address: string): Promise<number | undefined> {
  const stop = new AbortController();
  const told = await askAudio(address, { signal: stop.signal });
  stop.abort();
  return readLength(told);
}

function readLength(response: Response | undefined): number | undefined {
  const length = Number(response?.headers.get("content-length") ?? Number.NaN);
  return Number.isSafeInteger(length) && length > 0 ? length : undefined;
}

async function askAudio(address: string, options: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, {
      ...options,
      cache: "no-store",
      credentials: "omit",
      mode: "cors",
    });
    if (response.status === 200) return response;
  } catch (error) {
    throw new KeepError(navigator.onLine ? "audio" : "offline", error);
  }
  throw new KeepError("audio");
}

async function ask(address: string, options: RequestInit): Promise<Response> {
  const response = await fetch(address, options).catch((error) => {
    throw new KeepError("offline", error);
  });
  if (response.status === 200) return response;
  throw new KeepError(response.status === 404 || response.status === 410 ? "changing" : "broken");
}
