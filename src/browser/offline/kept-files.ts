import { isNamedByContent } from "../../publish/offline-list.ts";
import { readSets, type StoredSet } from "./kept-sets.ts";

/** Where a site's kept files are, by their addresses without query and fragment. */
export class KeptFiles {
  /** Named by their content: whichever set has one, it is the same. */
  readonly #named = new Map<string, string>();
  readonly #pages = new Map<string, StoredSet>();
  readonly #parts = new Map<string, StoredSet>();
  readonly #ofShell = new Map<string, string>();

  /** @param sets the newest first */
  constructor(root: URL, sets: readonly StoredSet[]) {
    for (const set of sets) {
      const { kind, cache, files, audio } = set;
      for (const [index, file] of files.entries()) {
        if (isNamedByContent(file.slice(root.href.length))) this.#named.set(file, cache);
        else if (kind === "episode") addFirst(index === 0 ? this.#pages : this.#parts, file, set);
        // Of the newest shell alone: its files are of one build.
        else if (sets.find((own) => own.kind === "shell") === set) this.#ofShell.set(file, cache);
      }
      if (audio !== undefined) addFirst(this.#parts, audio, set);
    }
  }

  static async read(root: URL): Promise<KeptFiles> {
    return new KeptFiles(root, await readSets(root).catch(() => []));
  }

  /** The cache that has a file which is named by its content. */
  findNamed(address: string): string | undefined {
    return this.#named.get(address);
  }

  /** The set whose page has this address. */
  findPage(address: string): StoredSet | undefined {
    return this.#pages.get(address);
  }

  /** The set that has a recording, a picture or a transcript of its page at this address. */
  findPart(address: string): StoredSet | undefined {
    return this.#parts.get(address);
  }

  /** The cache of the newest shell, where it has this address. */
  findOfShell(address: string): string | undefined {
    return this.#ofShell.get(address);
  }
}

function addFirst<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}
