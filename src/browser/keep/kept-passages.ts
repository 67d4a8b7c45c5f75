/** A passage, or a stretch of a few, that a reader keeps in this browser. */
export interface KeptPassage {
  readonly slug: string;
  /** The episode's title. */
  readonly title: string;
  /** Id of the first passage, without `#`: `t=754` or `p12`. */
  readonly anchor: string;
  /** As shown: `12:30`, or `≈12:30`. */
  readonly time: string;
  /** Of the first passage; empty where nobody is named. */
  readonly speaker: string;
  /** The words that are kept, one text a passage, each on one line. */
  readonly texts: readonly string[];
  /** The reader's own; may be empty, and have lines. */
  readonly note: string;
}

/** Chosen: a browser keeps five megabytes for a site. */
const longestText = 20_000;
const mostKept = 2_000;

/** Two that are the same but for their note. */
export function isSame(one: KeptPassage, other: KeptPassage): boolean {
  return one.slug === other.slug && one.anchor === other.anchor && one.texts.join() === other.texts.join();
}

/** What of an unknown value is a kept passage; undefined where it is none. */
function readOne(value: unknown): KeptPassage | undefined {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const read = (key: string) => {
    const text = given[key];
    return typeof text === "string" ? text.slice(0, longestText) : undefined;
  };
  const [slug, title, anchor, time] = [read("slug"), read("title"), read("anchor"), read("time")];
  const texts = Array.isArray(given["texts"])
    ? given["texts"].filter((text) => typeof text === "string")
    : [];
  if (slug === undefined || title === undefined || time === undefined || texts.length === 0) return undefined;
  if (anchor === undefined || !/^[tp][\w.,=-]{1,60}$/.test(anchor)) return undefined;
  return { slug, title, anchor, time, texts, speaker: read("speaker") ?? "", note: read("note") ?? "" };
}

/**
 * The passages that this browser keeps of a site. Storage may be forbidden or full, and another tab may write it: each
 * change reads it anew. Tells of every change by `tingsuo:kept` on the document.
 */
export class KeptPassages {
  readonly #name: string;

  /** @param page root-relative address of the page that lists them: sites that share a host keep apart by it */
  constructor(page: string) {
    this.#name = `tingsuo-kept:${page}`;
  }

  /** In the order in which they were kept. */
  read(): KeptPassage[] {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(this.#name) ?? "[]");
      return Array.isArray(value) ? value.flatMap((one) => readOne(one) ?? []).slice(0, mostKept) : [];
    } catch {
      return [];
    }
  }

  has(passage: KeptPassage): boolean {
    return this.read().some((one) => isSame(one, passage));
  }

  /**
   * Keeps passages. Of one that is there already the note is taken where there was none. Returns how many are new;
   * undefined where the browser does not let them be kept, or there are 2,000.
   */
  add(passages: readonly KeptPassage[]): number | undefined {
    const kept = this.read();
    const before = kept.length;
    for (const passage of passages.flatMap((one) => readOne(one) ?? [])) {
      const at = kept.findIndex((one) => isSame(one, passage));
      const own = kept[at];
      if (own === undefined) kept.push(passage);
      else if (own.note === "") kept[at] = { ...own, note: passage.note };
    }
    return kept.length <= mostKept && this.#write(kept) ? kept.length - before : undefined;
  }

  remove(passage: KeptPassage): boolean {
    return this.#write(this.read().filter((one) => !isSame(one, passage)));
  }

  /** Gives a passage a note; false where the browser does not let it be kept. */
  annotate(passage: KeptPassage, note: string): boolean {
    return this.#write(this.read().map((one) => (isSame(one, passage) ? { ...one, note } : one)));
  }

  #write(passages: readonly KeptPassage[]): boolean {
    try {
      localStorage.setItem(this.#name, JSON.stringify(passages));
    } catch {
      return false;
    }
    document.dispatchEvent(new CustomEvent("tingsuo:kept"));
    return true;
  }
}

/** The episodes of kept passages, in the order in which one was first kept, each with its own in the order of its time. */
export function groupByEpisode(passages: readonly KeptPassage[]): (readonly KeptPassage[])[] {
  const groups = new Map<string, KeptPassage[]>();
  for (const passage of passages) groups.set(passage.slug, [...(groups.get(passage.slug) ?? []), passage]);
  return [...groups.values()].map((own) => own.toSorted((a, b) => readPlace(a) - readPlace(b)));
}

function readPlace({ anchor }: KeptPassage): number {
  return Number.parseFloat(anchor.replace(/^[tp]=?/, ""));
}
