import { isMap, isScalar, type YAMLSeq } from "yaml";
import {
  findEnd,
  findLineEnd,
  findLineStart,
  findList,
  findStart,
  insertAll,
  parseSource,
  writeInline,
} from "./edit-list.ts";

/** An entry of corrections.yaml as it will stand there; keys that are undefined are left out. */
export interface NewEntry {
  readonly line: number;
  readonly heard: string;
  readonly nth?: number | undefined;
  readonly meant?: string | undefined;
  readonly sure?: number | undefined;
  readonly by?: string | undefined;
}

/** What is added to a corrections.yaml. */
export interface NewCorrections {
  readonly replace: readonly NewEntry[];
  readonly keep: readonly NewEntry[];
}

/**
 * Adds entries to a corrections.yaml, each after the entries of its line and the lines before. Every other
 * character of the file stays as it is. An empty text is a file that is not there yet.
 */
export function addCorrections(text: string, { replace, keep }: NewCorrections): string {
  return addEntries(addEntries(text, "replace", replace), "keep", keep);
}

function addEntries(text: string, key: "replace" | "keep", entries: readonly NewEntry[]): string {
  if (entries.length === 0) return text;
  const sorted = [...entries].sort((a, b) => a.line - b.line || (a.nth ?? 1) - (b.nth ?? 1));
  const found = findList(parseSource(text), key);
  if (found === undefined || found.list === undefined || found.list.items.length === 0)
    return addList(text, key, sorted, found?.pair.key);
  const { list } = found;
  if (list.flow === true) {
    const close = text.lastIndexOf("]", findEnd(list) - 1);
    return insertAll(text, [{ at: close, text: sorted.map((entry) => `, ${writeEntry(entry)}`).join("") }]);
  }
  const start = findStart(list.items[0]);
  const indent = " ".repeat(Math.max(0, text.lastIndexOf("-", start) - findLineStart(text, start)));
  const after = endWithBreak(text);
  return insertAll(
    after,
    sorted.map((entry) => ({
      at: findInsertion(after, list, entry.line),
      text: `${indent}- ${writeEntry(entry)}\n`,
    })),
  );
}

/** After the last entry whose line is not after `line`; before the first where all are. */
function findInsertion(text: string, { items }: YAMLSeq, line: number): number {
  let last: unknown;
  for (const item of items) {
    if (!isMap(item)) continue;
    const place = item.items.find(({ key }) => isScalar(key) && key.value === "line")?.value;
    if (isScalar(place) && Number(place.value) <= line) last = item;
  }
  if (last === undefined) return findLineStart(text, findStart(items[0]));
  return findLineEnd(text, Math.max(0, findEnd(last) - 1));
}

/**
 * Takes the entries that begin on these lines out of a corrections.yaml, with the comments behind them. Throws
 * where one shares its line with another.
 */
export function removeEntries(text: string, lines: ReadonlySet<number>): string {
  const document = parseSource(text);
  const lists = ["replace", "turns", "keep"].flatMap((key) => findList(document, key)?.list ?? []);
  const cuts: { from: number; to: number }[] = [];
  for (const list of lists) {
    const own = list.items.filter((item) => lines.has(text.slice(0, findStart(item)).split("\n").length));
    if (own.length > 0 && list.flow === true)
      throw new Error(
        "An entry stands on one line with others. Give each entry of corrections.yaml its own line.",
      );
    for (const item of own)
      cuts.push({ from: findLineStart(text, findStart(item)), to: findLineEnd(text, findEnd(item) - 1) });
  }
  return cuts
    .sort((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
}

/** A key with its list, at the file's end or in the place of an empty one. */
function addList(text: string, key: string, entries: readonly NewEntry[], emptyKey: unknown): string {
  const lines = entries.map((entry) => `  - ${writeEntry(entry)}\n`).join("");
  const range = isScalar(emptyKey) ? emptyKey.range : undefined;
  if (range === undefined || range === null) return `${endWithBreak(text)}${key}:\n${lines}`;
  const lineEnd = findLineEnd(text, range[0]);
  // `replace: []` or `replace:` alone on its line, a comment after it kept.
  const comment = /\s#.*$/.exec(text.slice(range[1], lineEnd).trimEnd())?.[0] ?? "";
  return `${text.slice(0, range[1])}:${comment}\n${lines}${text.slice(lineEnd)}`;
}

function endWithBreak(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function writeEntry({ line, heard, nth, meant, sure, by }: NewEntry): string {
  return writeInline({
    line,
    heard,
    ...(nth === undefined ? {} : { nth }),
    ...(meant === undefined ? {} : { meant }),
    ...(sure === undefined || sure === 1 ? {} : { sure }),
    ...(by === undefined ? {} : { by }),
  });
}
