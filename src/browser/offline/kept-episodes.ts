import { SERVICE_WORKER } from "../../publish/offline-list.ts";
import { type KeepAnswer, KeepError, type KeepNews, type KeepRequest, type KeepSize } from "./keep-job.ts";
import { readSets, removeNeedless, type StoredSet, workAlone } from "./kept-sets.ts";
import { type NotedEpisode, readNotes, writeNotes } from "./noted-episodes.ts";

/** A request without what all of them have. */
type Job = KeepRequest extends infer Own ? (Own extends KeepRequest ? Omit<Own, "root"> : never) : never;

interface JobOptions {
  /** Bytes that have come. */
  readonly onProgress?: (loaded: number) => void;
  readonly signal?: AbortSignal;
}

/** How long a service worker is waited for that is to read anew what is kept. Chosen: it does so at its next start. */
const patienceMs = 2000;

/**
 * The episodes that this browser keeps of a site. The service worker is registered when the first one is kept: who keeps
 * nothing has none. Rejects with a KeepError where something is not kept.
 */
export class KeptEpisodes {
  readonly #root: URL;

  /** @param root root-relative address of the site, with a slash at both ends */
  constructor(root: string) {
    this.#root = new URL(root, location.href);
  }

  /** False in private windows of some browsers, and where a page did not come over a connection that is secure. */
  static get isPossible(): boolean {
    return "serviceWorker" in navigator && "caches" in globalThis && navigator.locks !== undefined;
  }

  /** The newest first. */
  async list(): Promise<StoredSet[]> {
    const sets = await readSets(this.#root).catch((error) => {
      throw new KeepError("denied", error);
    });
    const episodes = sets.filter(({ kind }) => kind === "episode");
    return episodes.filter(({ slug }, index) => episodes.findIndex((own) => own.slug === slug) === index);
  }

  async find(slug: string): Promise<StoredSet | undefined> {
    return (await this.list()).find((set) => set.slug === slug);
  }

  /** Those that were kept and are not there: the browser has cleared them. */
  async listLost(): Promise<NotedEpisode[]> {
    const there = await this.list();
    return readNotes(this.#root).filter(({ slug }) => !there.some((set) => set.slug === slug));
  }

  async measure(slug: string, audio: string | undefined): Promise<KeepSize> {
    return await this.#run<KeepSize>({ kind: "measure", slug, ...(audio === undefined ? {} : { audio }) });
  }

  async compare(): Promise<KeepNews> {
    return await this.#run<KeepNews>({ kind: "compare" });
  }

  /** @returns whether the browser promises not to clear it */
  async keep(
    {
      slug,
      title,
      audio,
    }: { readonly slug: string; readonly title: string; readonly audio?: string | undefined },
    options: JobOptions = {},
  ): Promise<boolean> {
    const isPromised = await this.#prepare();
    try {
      await this.#run({ kind: "keep", slug, title, ...(audio === undefined ? {} : { audio }) }, options);
    } catch (error) {
      // A worker that was ended leaves what it has half written.
      if (options.signal?.aborted === true) await workAlone(this.#root, () => removeNeedless(this.#root));
      throw error;
    }
    writeNotes(this.#root, [...readNotes(this.#root).filter((own) => own.slug !== slug), { slug, title }]);
    await this.#tellServiceWorker();
    return isPromised;
  }

  /** Puts the newest in the place of all that has changed. */
  async renew(options: JobOptions = {}): Promise<void> {
    await this.#prepare();
    await this.#run({ kind: "renew" }, options);
    await this.#tellServiceWorker();
  }

  async remove(slug: string): Promise<void> {
    await workAlone(this.#root, () => removeNeedless(this.#root, (set) => set.slug !== slug));
    this.forget(slug);
    await this.#tellServiceWorker();
  }

  /** Speaks no more of an episode that was cleared. */
  forget(slug: string): void {
    writeNotes(
      this.#root,
      readNotes(this.#root).filter((own) => own.slug !== slug),
    );
  }

  async #prepare(): Promise<boolean> {
    if (!KeptEpisodes.isPossible) throw new KeepError("denied");
    try {
      const address = new URL(SERVICE_WORKER, this.#root);
      await navigator.serviceWorker.register(address, { scope: this.#root.pathname });
      await navigator.serviceWorker.ready;
    } catch (error) {
      throw new KeepError(isRefusal(error) ? "denied" : navigator.onLine ? "broken" : "offline", error);
    }
    return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
  }

  #run<T = undefined>(job: Job, { onProgress, signal }: JobOptions = {}): Promise<T> {
    if (!KeptEpisodes.isPossible) return Promise.reject(new KeepError("denied"));
    const worker = new Worker(new URL("./keep-worker.ts", import.meta.url), { type: "module" });
    return new Promise<T>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<KeepAnswer>) => {
        if (data.kind === "progress") onProgress?.(data.loaded);
        else if (data.kind === "done") resolve(data.value as T);
        else reject(new KeepError(data.fault));
      });
      worker.addEventListener("error", () => reject(new KeepError(navigator.onLine ? "broken" : "offline")));
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.postMessage({ ...job, root: this.#root.href } satisfies KeepRequest);
    }).finally(() => worker.terminate());
  }

  async #tellServiceWorker(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(this.#root);
    const { port1, port2 } = new MessageChannel();
    const read = new Promise((resolve) => {
      port1.onmessage = resolve;
      setTimeout(resolve, patienceMs);
    });
    if (registration?.active == null) return;
    registration.active.postMessage("changed", [port2]);
    await read;
  }
}

/** `SecurityError` where sites may keep nothing. */
function isRefusal(error: unknown): boolean {
  return (error as Partial<Error>).name === "SecurityError";
}
