import type { Archive, MovedAddress } from "../../model/archive.ts";
import type { Fault, LineProblem, Problem } from "../../model/problem.ts";
import { findNearest } from "../../model/schema/find-nearest.ts";
import { movedSchema } from "../../model/schema/moved-schema.ts";
import { makePageAddress } from "../../model/site-address.ts";
import { listPagePaths, readPageAddress, writePagePath } from "../list-addresses.ts";
import { type ContentFile, MOST_OF_A_KIND, placeProblems, readContentText } from "./content-file.ts";
import { readYaml } from "./read-yaml.ts";
import { validateDocument } from "./validate-document.ts";

/** An entry as it is written. */
interface MovedEntry {
  readonly from: string;
  /** `gone` for a page that is. */
  readonly to: string;
  /** 1-based. */
  readonly line: number;
}

/** moved.yaml, before it is compared with the archive's pages. */
export interface MovedFile {
  readonly file: ContentFile;
  readonly entries: readonly MovedEntry[];
  readonly problems: readonly Problem[];
}

/** Reads moved.yaml, which may be missing or empty. */
export async function loadMoved(file: ContentFile): Promise<MovedFile> {
  const { text, problems } = await readContentText(file);
  if (text === undefined) return { file, entries: [], problems: placeProblems(file, problems) };
  const { data = {}, problems: found, findLine } = validateDocument(readYaml(text), movedSchema);
  const entries = Object.entries(data).map(([from, to]) => ({ from, to, line: findLine([from]) }));
  return { file, entries, problems: placeProblems(file, found) };
}

interface PlacedEntry extends MovedEntry {
  /** Where `from` is, as of `MovedAddress`. */
  readonly path: string;
}

/** A name that a build gives to a file or folder of its own at the top of the site. */
const ofBuild = /^(?:[._].*|cname|pagefind|search-data|search-scripts)$/i;
/** Of a name on a disk. */
const longestBytes = 255;

/**
 * Where each old address leads: over other old addresses too, to a page that is there. Entries with a problem are left
 * out.
 * @param base begins and ends with a slash
 * @param isWhole false where episodes could not be read, whose pages are there all the same
 */
export function resolveMoved(
  { file, entries }: MovedFile,
  archive: Pick<Archive, "episodes" | "named" | "terms">,
  { base, isWhole }: { readonly base: string; readonly isWhole: boolean },
): { moved: readonly MovedAddress[]; problems: readonly Problem[] } {
  const problems: LineProblem[] = [];
  const refuse = (line: number, fault: Fault): void => {
    problems.push({ severity: "error", line, ...fault });
  };
  const pages = new Set(entries.length === 0 ? [] : listPagePaths(archive));
  const placed = new Map<string, PlacedEntry>();
  for (const entry of entries) {
    const read = readOld(entry.from, base);
    const fault = typeof read === "string" ? checkOld(entry, read, pages, placed) : read;
    if (typeof read !== "string" || fault !== undefined) refuse(entry.line, fault as Fault);
    else placed.set(read, { ...entry, path: read });
  }
  const ends = new Map<string, PlacedEntry | undefined>();
  const moved: MovedAddress[] = [];
  let missing = 0;
  for (const entry of placed.values()) {
    const end = findEnd(entry, placed, base, ends);
    if (end === undefined) refuse(entry.line, { kind: "moved-in-circle", values: { address: entry.from } });
    else if (end.to === "gone") moved.push({ from: entry.path });
    else {
      const target = readPageAddress(end.to, base);
      const path = target?.parts.join("/");
      if (target !== undefined && path !== undefined && (pages.has(path) || !isWhole))
        moved.push({ from: entry.path, to: makePageAddress(base, ...target.parts) + target.rest });
      else if (end !== entry) continue;
      else if (target === undefined)
        refuse(entry.line, { kind: "moved-address-elsewhere", values: { address: entry.to } });
      else {
        missing += 1;
        const nearest = missing > MOST_OF_A_KIND ? undefined : findNearest(path ?? "", pages);
        const address = writePagePath(path ?? "");
        const values = { address, ...(nearest === undefined ? {} : { nearest: writePagePath(nearest) }) };
        refuse(entry.line, { kind: "moved-target-missing", values });
      }
    }
  }
  return { moved, problems: placeProblems(file, problems) };
}

/** The path of an old address, or why a page cannot stand there. */
function readOld(address: string, base: string): string | Fault {
  const read = readPageAddress(address, base);
  if (read === undefined) return { kind: "moved-address-elsewhere", values: { address } };
  const { parts, rest } = read;
  // A folder named `old.html` would be taken for a page, and no page of ours has such an address.
  const isFile = parts.some((part, index) => (index === parts.length - 1 ? /\./ : /\.html$/i).test(part));
  const isLong = parts.some((part) => Buffer.byteLength(part) > longestBytes);
  if (rest !== "" || parts.length === 0 || isFile || isLong || ofBuild.test(parts[0] as string))
    return { kind: "moved-from-no-page", values: { address } };
  return parts.join("/");
}

function checkOld(
  { from: address }: MovedEntry,
  path: string,
  pages: ReadonlySet<string>,
  placed: ReadonlyMap<string, PlacedEntry>,
): Fault | undefined {
  if (pages.has(path)) return { kind: "moved-page-is-there", values: { address } };
  const other = placed.get(path);
  return other === undefined
    ? undefined
    : { kind: "moved-twice", values: { address, other: other.from, line: other.line } };
}

/** The last entry of the chain that begins with `entry`; undefined where it never ends. */
function findEnd(
  entry: PlacedEntry,
  placed: ReadonlyMap<string, PlacedEntry>,
  base: string,
  ends: Map<string, PlacedEntry | undefined>,
): PlacedEntry | undefined {
  const walked = new Set<string>();
  let at = entry;
  let end: PlacedEntry | undefined;
  for (;;) {
    if (ends.has(at.path)) end = ends.get(at.path);
    else if (!walked.has(at.path)) {
      walked.add(at.path);
      const next =
        at.to === "gone" ? undefined : placed.get(readPageAddress(at.to, base)?.parts.join("/") ?? "");
      if (next !== undefined) {
        at = next;
        continue;
      }
      end = at;
    }
    for (const path of walked) ends.set(path, end);
    return end;
  }
}
