import { readdir, readFile, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { type Fault, isFault } from "../../model/problem.ts";
import { FaultError, type ImportNote } from "../../model/report.ts";
import { mediaEndings } from "../../model/schema/fields.ts";
import { fetchFile, isLocalAddress } from "./fetch-file.ts";
import { type Feed, LARGEST_FEED, readFeed } from "./read-feed.ts";
import { type Reading, readReading } from "./read-reading.ts";

/** What the owner has, read. */
export interface Sources {
  readonly feeds: readonly Feed[];
  /** Of files on this machine; `name` is the path. */
  readonly readings: readonly Reading[];
  /** Whether addresses of this machine's network may be fetched: those that a feed of it names. */
  readonly isLocalAllowed: boolean;
  readonly notes: readonly ImportNote[];
}

export interface GatherOptions {
  /** What lies in it is no source. */
  readonly contentDir: string;
  readonly timeoutMs: number;
  /** @param done how many files are read; 0 while an address is fetched */
  showProgress(done: number, name: string): void;
}

/** Chosen: more files than any show has, and few enough to be listed. */
const mostFiles = 20_000;
const deepest = 8;
/** Bytes of the largest transcript (as `readContentBytes`). */
const largestFile = 100_000_000;
const media: ReadonlySet<string> = new Set([...mediaEndings.audio, ...mediaEndings.cover]);

/**
 * Reads feeds, by address or file, and transcripts, by file or folder. Throws a FaultError for what the owner named and
 * is not there or no feed; what lies in a folder and is no transcript is a note.
 */
export async function readSources(given: readonly string[], options: GatherOptions): Promise<Sources> {
  const feeds: Feed[] = [];
  const readings: Reading[] = [];
  const notes: ImportNote[] = [];
  let isLocalAllowed = false;
  for (const source of given) {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) {
      options.showProgress(0, source);
      const limits = { timeoutMs: options.timeoutMs, mostBytes: LARGEST_FEED, isLocalAllowed: true };
      feeds.push(takeFeed((await fetchFile(source, limits)).bytes, source));
      isLocalAllowed ||= isLocalAddress(source);
      continue;
    }
    const paths = await listFiles(source, resolve(options.contentDir));
    for (const [index, path] of paths.entries()) {
      options.showProgress(index + 1, path);
      if (media.has(/\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? "")) continue;
      const bytes = await readBytes(path);
      const read = isFault(bytes) ? bytes : isFeed(bytes) ? takeFeed(bytes, path) : readReading(bytes, path);
      if ("items" in read) {
        feeds.push(read);
        // The owner's own file names what the owner wants.
        isLocalAllowed = true;
      } else if (isFault(read)) notes.push({ kind: "file-not-read", values: { name: path, fault: read } });
      else readings.push(read);
    }
  }
  return { feeds, readings, isLocalAllowed, notes };
}

async function readBytes(path: string): Promise<Uint8Array | Fault> {
  try {
    const { size } = await stat(path);
    const megabytes = Math.ceil(size / 1e6);
    return size > largestFile
      ? { kind: "file-too-large", values: { megabytes, most: largestFile / 1e6 } }
      : await readFile(path);
  } catch (error) {
    return {
      kind: "file-unreadable",
      values: { reason: (error as NodeJS.ErrnoException).code ?? String(error) },
    };
  }
}

function takeFeed(bytes: Uint8Array, name: string): Feed {
  const feed = readFeed(bytes, name);
  if ("items" in feed) return feed;
  throw new FaultError(feed);
}

function isFeed(bytes: Uint8Array): boolean {
  return /^[^<]{0,8}<(?:\?xml|rss|!--)[\s\S]*<rss[\s>]/i.test(
    new TextDecoder().decode(bytes.subarray(0, 20_000)),
  );
}

/** Hidden files, read-me files, what Windows keeps in folders, and what Office locks a file with. */
const noSource = /^(?:\.|readme\b|~\$|thumbs\.db$|desktop\.ini$)/i;

/** A file, or all of a folder, by name: no links, nothing that is surely no transcript, and none of the content folder. */
async function listFiles(source: string, contentDir: string): Promise<string[]> {
  const found = await stat(source).catch(() => undefined);
  if (found === undefined) throw new FaultError({ kind: "import-source-missing", values: { name: source } });
  if (found.isFile()) return [source];
  const paths: string[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    // One that may not be read has nothing for us; the one that was named is told of as empty.
    const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const entries = found.sort((a, b) => compareNames(a.name, b.name));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (noSource.test(entry.name) || entry.name === "node_modules" || paths.length >= mostFiles) continue;
      if (entry.isDirectory() && depth < deepest && resolve(path) !== contentDir)
        await visit(path, depth + 1);
      else if (entry.isFile()) paths.push(path);
    }
  };
  const inside = relative(contentDir, resolve(source));
  if (!isAbsolute(inside) && inside.split(sep)[0] !== "..")
    throw new FaultError({ kind: "import-source-inside", values: { name: source } });
  await visit(source, 0);
  if (paths.length === 0) throw new FaultError({ kind: "import-source-empty", values: { name: source } });
  return paths;
}

const { compare: compareNames } = new Intl.Collator("en", { numeric: true });
