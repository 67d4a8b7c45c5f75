import { lstat, readFile, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import { type Fault, isFault, type LineProblem, type Problem } from "../../model/problem.ts";

/** A file or folder of the content folder: where it lies, and the path by which problems name it. */
export interface ContentFile {
  readonly path: string;
  readonly name: string;
  /** The content folder, which no link may lead out of. */
  readonly root: string;
}

/** Problems of one kind in one file that are told one by one; of the rest it is told how many they are (chosen). */
export const MOST_OF_A_KIND = 200;

/** Gives problems that a stage found in a file the file's name. */
export function placeProblems(file: ContentFile, problems: readonly LineProblem[]): Problem[] {
  const placed = new Map<Problem["kind"], Problem[]>();
  for (const problem of problems) {
    const own = placed.get(problem.kind) ?? [];
    placed.set(problem.kind, own);
    const last = own[MOST_OF_A_KIND - 1];
    if (last === undefined) own.push({ ...problem, file: file.name });
    else {
      const count = (last.others?.count ?? 0) + 1 + (problem.others?.count ?? 0);
      const lastLine = problem.others?.lastLine ?? problem.line ?? last.others?.lastLine;
      own[MOST_OF_A_KIND - 1] = {
        ...last,
        others: { count, ...(lastLine === undefined ? {} : { lastLine }) },
      };
    }
  }
  return [...placed.values()].flat();
}

function explainReadError(error: unknown): Fault {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM") return { kind: "file-forbidden", values: {} };
  return { kind: "file-unreadable", values: { reason: code ?? String(error) } };
}

/** A plain file or a folder of the content, and where it really is. */
interface FoundEntry {
  readonly isFolder: boolean;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

const missingCodes: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG"]);

/**
 * Follows the links of a path. Undefined where nothing stands there; a fault where it leads out of the content folder
 * or nowhere, or to what is no file: a pipe or a device would be read for ever.
 */
export async function findEntry({ path, root }: ContentFile): Promise<FoundEntry | Fault | undefined> {
  try {
    const [real, realRoot] = await Promise.all([realpath(path), realpath(root)]);
    if (real !== realRoot && !real.startsWith(realRoot.endsWith(sep) ? realRoot : `${realRoot}${sep}`))
      return { kind: "file-outside-content", values: {} };
    const found = await stat(real);
    if (found.isDirectory()) return { isFolder: true, path: real, size: 0 };
    if (!found.isFile()) return { kind: "file-not-plain", values: {} };
    return { isFolder: false, path: real, size: found.size };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ELOOP") return { kind: "link-broken", values: {} };
    if (!missingCodes.has(code)) return explainReadError(error);
    const isLink = await lstat(path).then(
      (own) => own.isSymbolicLink(),
      () => false,
    );
    return isLink ? { kind: "link-broken", values: {} } : undefined;
  }
}

/** The plain file at a path of the content, as `findEntry` finds it. */
export async function findFile(file: ContentFile): Promise<FoundEntry | Fault | undefined> {
  const found = await findEntry(file);
  if (found === undefined || isFault(found) || !found.isFolder) return found;
  return { kind: "file-is-folder", values: {} };
}

/** Bytes of the largest file that is read: transcripts with word times and pictures have a few million (chosen). */
const largestFile = 100_000_000;

/** A file's bytes, its problems, or neither where there is no such file. */
export async function readContentBytes(
  file: ContentFile,
  largest = largestFile,
): Promise<{ bytes?: Uint8Array; problems: readonly LineProblem[] }> {
  const fail = (fault: Fault) => ({ problems: [{ severity: "error", ...fault } satisfies LineProblem] });
  const found = await findFile(file);
  if (found === undefined) return { problems: [] };
  if (isFault(found)) return fail(found);
  if (found.size > largest)
    return fail({
      kind: "file-too-large",
      values: { megabytes: Math.ceil(found.size / 1e6), most: largest / 1e6 },
    });
  try {
    return { bytes: await readFile(found.path), problems: [] };
  } catch (error) {
    return fail(explainReadError(error));
  }
}

/** Bytes of the largest text that is read as YAML, JSON or Markdown: ten thousand terms have half a million (chosen). */
const largestText = 1_000_000;

/** The text of a UTF-8 file without its byte order mark; lone carriage returns and CRLF become line feeds. */
export async function readContentText(
  file: ContentFile,
): Promise<{ text?: string; problems: readonly LineProblem[] }> {
  const { bytes, problems } = await readContentBytes(file, largestText);
  if (bytes === undefined) return { problems };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: text.replace(/\r\n?/g, "\n"), problems };
  } catch {
    return { problems: [{ severity: "error", kind: "file-not-utf8", values: {} }] };
  }
}
