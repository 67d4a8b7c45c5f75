import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, YAMLSeq } from "yaml";
import type { LineProblem } from "../../model/problem.ts";
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

/** A turn of corrections.yaml as it will stand there. */
export interface NewTurn {
  readonly line: number;
  readonly from?: string | undefined;
  readonly speaker: string;
  readonly sure?: number | undefined;
  readonly by?: string | undefined;
}

/** What is added to a corrections.yaml. */
export interface NewCorrections {
  readonly replace?: readonly NewEntry[];
  readonly turns?: readonly NewTurn[];
  readonly keep?: readonly NewEntry[];
  readonly unclear?: readonly NewEntry[];
}

type ListKey = keyof NewCorrections;
type ListEntry = NewEntry | NewTurn;

/**
 * Adds entries to a corrections.yaml, each after the entries of its line and the lines before. Every other
 * character of the file stays as it is, but where it is written as nobody does (its groups in braces, a key in the
 * middle of a line, a mark at its end): the YAML library then writes it anew. An empty text is a file that is not there yet.
 */
export function addCorrections(
  text: string,
  { replace = [], turns = [], keep = [], unclear = [] }: NewCorrections,
): string {
  const lists = Object.entries({ replace, turns, keep, unclear }) as [ListKey, readonly ListEntry[]][];
  return lists.reduce((added, [key, entries]) => addEntries(added, key, entries), text);
}

function addEntries(text: string, key: ListKey, entries: readonly ListEntry[]): string {
  if (entries.length === 0) return text;
  const rank = (entry: ListEntry) => ("nth" in entry ? (entry.nth ?? 1) : 1);
  const sorted = [...entries].sort((a, b) => a.line - b.line || rank(a) - rank(b));
  const document = parseSource(text);
  const edited = insertEntries(text, document, key, sorted);
  const rewritten = rewrite(document, key, sorted);
  return isSameData(edited, rewritten) ? edited : rewritten;
}

/** The file with the entries behind those that it has, as the library writes it. Changes the document. */
function rewrite(document: Document, key: ListKey, entries: readonly ListEntry[]): string {
  const list = findList(document, key)?.list ?? new YAMLSeq();
  for (const entry of entries) list.add(parseSource(writeEntry(entry)).contents);
  list.flow = false;
  if (!isMap(document.contents)) document.contents = document.createNode({});
  const root = document.contents as YAMLMap;
  root.flow = false;
  root.set(key, list);
  return document.toString({ lineWidth: 0 });
}

/** Whether two files say the same, their lists in whatever order. */
function isSameData(text: string, other: string): boolean {
  const read = (own: string) => {
    const { errors, contents } = parseDocument(own, { schema: "failsafe", prettyErrors: false });
    if (errors.length > 0 || !isMap(contents)) return undefined;
    return contents.items.map(({ key, value }) => {
      const values = isSeq(value) ? value.items.map((item) => JSON.stringify(item)).sort() : [value];
      return JSON.stringify([key, values]);
    });
  };
  return JSON.stringify(read(text)?.sort()) === JSON.stringify(read(other)?.sort());
}

function insertEntries(text: string, document: Document, key: ListKey, sorted: readonly ListEntry[]): string {
  const found = findList(document, key);
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

/** An entry's keys anew (undefined takes one away), or a comment in its place, or nothing. */
export type EntryEdit = { readonly keys: object } | { readonly comment: string } | "remove";

/**
 * Changes entries by the line they begin in, in any list of a file; comments behind them stay. A problem where one
 * shares its line with another.
 */
export function changeEntries(text: string, edits: ReadonlyMap<number, EntryEdit>): string | LineProblem {
  const cuts: { from: number; to: number; text: string }[] = [];
  for (const list of listLists(parseSource(text))) {
    for (const item of list.items) {
      const line = text.slice(0, findStart(item)).split("\n").length;
      const edit = edits.get(line);
      if (edit === undefined || !isMap(item)) continue;
      if (list.flow === true) return { severity: "error", line, kind: "entry-shares-line", values: {} };
      const from = findLineStart(text, findStart(item));
      // A block entry ends where the next begins: its own last line is that of its last value.
      const end = item.flow === true ? findEnd(item) : findEnd(item.items.at(-1)?.value);
      const to = findLineEnd(text, end - 1);
      if (edit === "remove") cuts.push({ from, to, text: "" });
      else if ("comment" in edit)
        cuts.push({ from, to, text: commentOut(text.slice(from, to), edit.comment) });
      else cuts.push({ from: findStart(item), to: end, text: writeInline(mergeKeys(item, edit.keys)) });
    }
  }
  return cuts
    .sort((a, b) => b.from - a.from)
    .reduce((left, cut) => left.slice(0, cut.from) + cut.text + left.slice(cut.to), text);
}

function listLists(document: Document): YAMLSeq[] {
  if (isSeq(document.contents)) return [document.contents];
  return ["replace", "turns", "keep", "unclear"].flatMap((key) => findList(document, key)?.list ?? []);
}

function commentOut(lines: string, comment: string): string {
  return lines.replace(/^([ \t]*)(.*)$/gm, (line, indent: string, rest: string) =>
    rest === "" ? line : `${indent}# ${rest.startsWith("- ") ? `${comment}: ${rest.slice(2)}` : rest}`,
  );
}

const keyOrder = ["line", "from", "heard", "nth", "meant", "speaker", "title", "sure", "by"];

function mergeKeys(item: YAMLMap, keys: object): object {
  const old = Object.fromEntries(
    item.items.map(({ key, value }) => [
      isScalar(key) ? String(key.value) : "",
      isScalar(value) ? readValue(key, value.value) : value,
    ]),
  );
  const merged = Object.entries({ ...old, ...keys }).filter(([, value]) => value !== undefined);
  const rank = (key: string) => (keyOrder.indexOf(key) + keyOrder.length + 1) % (keyOrder.length + 1);
  return Object.fromEntries(merged.sort(([a], [b]) => rank(a) - rank(b)));
}

/** Numbers as numbers, so that they are not put in quotes. */
function readValue(key: unknown, value: unknown): unknown {
  const isNumber = isScalar(key) && ["line", "nth", "sure"].includes(String(key.value));
  return isNumber ? Number(value) : String(value ?? "");
}

/** A key with its list, at the file's end or in the place of an empty one. */
function addList(text: string, key: string, entries: readonly ListEntry[], emptyKey: unknown): string {
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

function writeEntry(entry: ListEntry): string {
  const kept = Object.entries(entry).filter(([, value]) => value !== undefined);
  const sorted = kept.sort(([a], [b]) => keyOrder.indexOf(a) - keyOrder.indexOf(b));
  return writeInline(Object.fromEntries(sorted.filter(([key, value]) => key !== "sure" || value !== 1)));
}
