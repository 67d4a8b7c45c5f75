import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  stringify,
  type YAMLSeq,
} from "yaml";

/** A place in a file where a text is put in. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Puts texts into a text; of several at one place the first comes first. */
export function insertAll(text: string, insertions: readonly Insertion[]): string {
  let result = text;
  for (const { at, text: added } of [...insertions].reverse().sort((a, b) => b.at - a.at))
    result = result.slice(0, at) + added + result.slice(at);
  return result;
}

/** A value on one line, in braces or brackets where it is a group or list; lists without blanks inside, as everybody writes them. */
export function writeInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeInline).join(", ")}]`;
  if (typeof value !== "object" || value === null || isNode(value))
    return writeFlow([value]).slice("[ ".length, -" ]".length);
  const pairs = Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .map(
      ([key, own]) => `${writeFlow({ [key]: 0 }).slice("{ ".length, -": 0 }".length)}: ${writeInline(own)}`,
    );
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

function writeFlow(collection: object): string {
  const style = { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: true } as const;
  return stringify(collection, style).trim();
}

/** Parses a file to find where its parts stand. Throws where it is no YAML: whoever edits has checked it before. */
export function parseSource(text: string): Document {
  const document = parseDocument(text, { schema: "failsafe", prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  return document;
}

/** The list under a key of a file's group; undefined where the key is missing, `empty` where it holds nothing. */
export function findList(
  document: Document,
  key: string,
): { pair: Pair; list: YAMLSeq | undefined } | undefined {
  if (!isMap(document.contents)) return undefined;
  const pair = document.contents.items.find((item) => isScalar(item.key) && item.key.value === key);
  return pair === undefined ? undefined : { pair, list: isSeq(pair.value) ? pair.value : undefined };
}

/**
 * Adds keys to a file that is a group of them, a key a line behind those that are there; every other character stays as
 * it is. Throws where the file is no YAML.
 */
export function addToGroup(
  text: string,
  entries: readonly (readonly [key: string, value: unknown])[],
): string {
  if (entries.length === 0) return text;
  if (text.startsWith("\ufeff")) return `\ufeff${addToGroup(text.slice(1), entries)}`;
  const { contents } = parseSource(text);
  if (isMap(contents) && contents.flow === true && contents.items.length > 0) {
    const at = text.lastIndexOf("}", findEnd(contents) - 1);
    const inner = entries.map(
      (entry) =>
        `, ${writeInline(Object.fromEntries([entry]))
          .slice(1, -1)
          .trim()}`,
    );
    return insertAll(text, [{ at, text: inner.join("") }]);
  }
  // `{}` or `~`: beside it nothing can stand.
  const isNothing = contents !== null && !(isMap(contents) && contents.items.length > 0);
  const kept = isNothing ? text.slice(0, findStart(contents)) + text.slice(findEnd(contents)) : text;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = entries.map(
    ([key, value]) => `${stringify(key, { lineWidth: 0 }).trim()}: ${writeInline(value)}${lineEnd}`,
  );
  const behind = isNothing ? 0 : findEnd(contents);
  // Behind three dots or hyphens another document begins.
  const marker = /^(?:\.{3}|-{3})(?=\s|$)/m.exec(contents === null ? "" : kept.slice(behind));
  const at = marker === null ? kept.length : behind + marker.index;
  const before = kept.slice(0, at);
  const isOnNewLine = before === "" || before.endsWith("\n");
  return `${before}${isOnNewLine ? "" : lineEnd}${lines.join("")}${kept.slice(at)}`;
}

/** Where a part of a parsed file begins; 0 for what has no place in it. */
export function findStart(node: unknown): number {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0] ?? 0;
}

/** Where a part of a parsed file ends, blanks and comments after it left out; 0 for what has no place in it. */
export function findEnd(node: unknown): number {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[1] ?? 0;
}

/** The beginning of the line that holds an offset. */
export function findLineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The beginning of the next line after an offset; the text's end where there is none. */
export function findLineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}
