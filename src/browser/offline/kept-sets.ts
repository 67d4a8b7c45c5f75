/**
 * What belongs together and is kept as one, in a cache of its own: an episode's page with its texts and its recording, or
 * the shell, which is what every page needs. A set without its record is not whole, and is as if it were not there.
 */
export interface KeptSet {
  readonly kind: "shell" | "episode";
  /** As the list of the build has it: another one is of other content. */
  readonly name: string;
  /** The shell that its page needs; its own name where it is one. */
  readonly shell: string;
  /** Of an episode. */
  readonly slug?: string;
  readonly title?: string;
  /** Absolute addresses without query or fragment, the recording's excepted; the page of an episode is the first. */
  readonly files: readonly string[];
  /** Absolute address of the recording that is kept, as the page names it. */
  readonly audio?: string;
  readonly bytes: number;
  /** When it was kept, in milliseconds since 1970. */
  readonly time: number;
}

/** A set and the cache that it stands in. */
export interface StoredSet extends KeptSet {
  readonly cache: string;
}

/** Of all caches of a site: sites that share a host keep apart by their base path. Addresses have no spaces. */
function prefixOf(root: URL): string {
  return `tingsuo ${root.pathname} `;
}

/** A cache of its own for each set: the one before stays whole until this one is. */
export function nameSetCache(
  root: URL,
  { kind, name, time }: Pick<KeptSet, "kind" | "name" | "time">,
): string {
  return `${prefixOf(root)}set ${kind} ${name} ${time}`;
}

/** The cache of what was loaded in passing and is named by its content: the oldest goes where there is too much. */
export function namePassingCache(root: URL): string {
  return `${prefixOf(root)}passing`;
}

/** Where a set's cache has its record. Nothing is served there. */
export function locateRecord(root: URL): string {
  return new URL("kept-set.json", root).href;
}

/** All caches of a site that hold sets, whole or not. */
async function listSetCaches(root: URL): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(`${prefixOf(root)}set `));
}

/** All sets that are whole, the newest first. Rejects where the browser lets nothing be kept. */
export async function readSets(root: URL): Promise<StoredSet[]> {
  const read = async (cache: string): Promise<StoredSet[]> => {
    const record = await (await caches.open(cache)).match(locateRecord(root));
    return record === undefined ? [] : [{ ...((await record.json()) as KeptSet), cache }];
  };
  const sets = await Promise.all((await listSetCaches(root)).map(read));
  return sets.flat().sort((one, other) => other.time - one.time);
}

/** Does one thing at a time in all tabs: what one has half written another would take for left over. */
export async function workAlone<T>(root: URL, work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(prefixOf(root), work);
}

/**
 * Removes what nothing needs any more.
 * @param isNeeded false of a set that is to go too
 */
export async function removeNeedless(
  root: URL,
  isNeeded: (set: StoredSet) => boolean = () => true,
): Promise<void> {
  const left = (await readSets(root)).filter(isNeeded);
  // With the last episode goes what every page needs.
  const needed = left.some(({ kind }) => kind === "episode") ? left : [];
  const needless = listNeedless(needed, await listSetCaches(root));
  await Promise.all(needless.map((cache) => caches.delete(cache)));
}

/**
 * The caches of sets that nothing needs any more: what is not whole, an episode's older sets, and all shells but those
 * that a kept page needs and the two newest, because an open page may yet load a part of its scripts.
 */
export function listNeedless(sets: readonly StoredSet[], all: readonly string[]): string[] {
  const episodes = sets.filter(
    ({ kind, slug }, index) =>
      kind === "episode" && sets.findIndex((own) => own.kind === kind && own.slug === slug) === index,
  );
  const wanted = new Set(episodes.map(({ shell }) => shell));
  const shells = sets.filter(({ kind }) => kind === "shell");
  const needed = [...episodes, ...shells.filter(({ name }, index) => index < 2 || wanted.has(name))];
  return all.filter((cache) => !needed.some((set) => set.cache === cache));
}
