import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import type { Fault, LineProblem } from "../../model/problem.ts";

/**
 * What a file of keys and values says, every scalar as the text that stands there; an empty value, `~` and
 * `null` are undefined. `value` is undefined where the file is empty or could not be read.
 */
export interface SourceDocument {
  readonly value: unknown;
  readonly problems: readonly LineProblem[];
  /** The 1-based line of a value, of the nearest thing around it where it is absent, or of a key. */
  findLine(path: readonly PropertyKey[], key?: string): number;
}

const tooDeep: Fault = { kind: "yaml-too-deep", values: {} };

function explainSyntax({ code, message }: YAMLError): Fault {
  if (code === "RESOURCE_EXHAUSTION") return tooDeep;
  const reason = message.replace(/\s+/g, " ").replace(/\.$/, "");
  return { kind: "yaml-invalid", values: { code, reason } };
}

/** A key before a full-width colon, which is a letter like any other to YAML: `title：` on a Chinese keyboard. */
const WIDE_COLON = /^\s*(?:-\s+)?([\p{L}_][\p{L}\d_-]*)：/u;

function readWideColon(text: string): Fault | undefined {
  const key = WIDE_COLON.exec(text)?.[1];
  return key === undefined ? undefined : { kind: "yaml-wide-colon", values: { key } };
}

class UnreadableNode extends Error {
  readonly node: unknown;
  readonly fault: Fault;
  constructor(node: unknown, fault: Fault) {
    super(fault.kind);
    this.node = node;
    this.fault = fault;
  }
}

const nullText = /^(?:~|null|Null|NULL)$/;

/** Whether a name is one that every object of the language has: as a key, code that looks it up finds what nobody wrote. */
function isReservedKey(key: string): boolean {
  return key === "prototype" || key in Object.prototype;
}

type ReportNode = (node: unknown, fault: Fault) => void;

function toPlain(node: unknown, report: ReportNode, depth = 0): unknown {
  if (depth > 40) throw new UnreadableNode(node, tooDeep);
  if (isAlias(node)) throw new UnreadableNode(node, { kind: "yaml-alias", values: { name: node.source } });
  if (isScalar(node)) {
    const text = String(node.value ?? "");
    return text.trim() === "" || (node.type === "PLAIN" && nullText.test(text)) ? undefined : text;
  }
  if (isSeq(node)) return node.items.map((item) => toPlain(item, report, depth + 1));
  if (!isMap(node)) return undefined;
  const group: Record<string, unknown> = {};
  for (const { key, value } of node.items) {
    if (!isScalar(key)) throw new UnreadableNode(key, { kind: "yaml-key-not-text", values: {} });
    const name = String(key.value ?? "");
    const wide = key.type === "PLAIN" ? readWideColon(name) : undefined;
    if (wide !== undefined) report(key, wide);
    else if (isReservedKey(name)) report(key, { kind: "yaml-key-reserved", values: { key: name } });
    else if (Object.hasOwn(group, name)) report(key, { kind: "yaml-key-twice", values: { key: name } });
    else group[name] = toPlain(value, report, depth + 1);
  }
  return group;
}

/** The node at a path, or the innermost one around it: a group or list by its key, where it has one. */
function findNode(root: unknown, path: readonly PropertyKey[], key: string | undefined): unknown {
  let found = root;
  let place = root;
  for (const step of path) {
    const next = isMap(found) ? findPair(found, step) : isSeq(found) ? found.items[Number(step)] : undefined;
    if (next === undefined) return place;
    const pair = isMap(found) ? (next as Pair) : undefined;
    found = pair === undefined ? next : pair.value;
    place = pair !== undefined && (!isScalar(found) || found.value === "") ? pair.key : found;
  }
  return (key !== undefined && isMap(found) ? findPair(found, key)?.key : undefined) ?? place;
}

const pairsOf = new WeakMap<YAMLMap, ReadonlyMap<PropertyKey, Pair>>();

/** The first pair with that key. Looked up: a group may have as many keys as problems. */
function findPair(group: YAMLMap, key: PropertyKey): Pair | undefined {
  const pairs =
    pairsOf.get(group) ??
    new Map(
      group.items
        .toReversed()
        .flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value ?? ""), pair] as const] : [])),
    );
  pairsOf.set(group, pairs);
  return pairs.get(key);
}

/** Chosen: far more than a file of ours needs, far less than what ends the process in the YAML parser. */
const deepestNesting = 200;

/** The offset at which brackets, or list marks in one line, stand too deep in each other. */
function findDeepNesting(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const sign = text[offset];
    if (sign === "[" || sign === "{") depth += 1;
    else if ((sign === "]" || sign === "}") && depth > 0) depth -= 1;
    if (depth > deepestNesting) return offset;
  }
  const marks = new RegExp(`(?<![-?] )(?:[-?] +){${deepestNesting}}`).exec(text);
  return marks?.index;
}

function parseQuickly(text: string, lineCounter: LineCounter) {
  const { stackTraceLimit } = Error;
  // A broken file may have an error a character: where in the library each was made takes most of the time.
  Error.stackTraceLimit = 0;
  try {
    // "failsafe" leaves every scalar the text it is.
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      schema: "failsafe",
      stringKeys: false,
      // Two that are the same are found above: the library compares each key with each.
      uniqueKeys: false,
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * Reads YAML 1.2. Never throws: what cannot be read is an error with its line. `firstLine` is the line of the
 * file on which `text` begins.
 */
export function readYaml(text: string, firstLine = 1): SourceDocument {
  const lineCounter = new LineCounter();
  const problems: LineProblem[] = [];
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + firstLine - 1;
  const lineOf = (node: unknown) => {
    const start = (node as Node | undefined)?.range?.[0];
    return start === undefined ? firstLine : lineAt(start);
  };
  const deepOffset = findDeepNesting(text);
  if (deepOffset !== undefined) {
    const line = firstLine + text.slice(0, deepOffset).split("\n").length - 1;
    problems.push({ severity: "error", line, ...tooDeep });
    return { value: undefined, problems, findLine: () => line };
  }
  try {
    const document = parseQuickly(text, lineCounter);
    const lines = text.split("\n");
    for (const error of [...document.errors, ...document.warnings].slice(0, 5)) {
      const line = lineAt(error.pos[0]);
      const wide = readWideColon(lines[line - firstLine] ?? "");
      problems.push({ severity: "error", line, ...(wide ?? explainSyntax(error)) });
    }
    const report: ReportNode = (node, fault) =>
      problems.push({ severity: "error", line: lineOf(node), ...fault });
    const { contents } = document;
    const alone =
      isScalar(contents) && contents.type === "PLAIN" ? readWideColon(String(contents)) : undefined;
    if (alone !== undefined) report(contents, alone);
    const value = problems.length === 0 ? toPlain(contents, report) : undefined;
    return {
      value,
      problems,
      findLine: (path, key) => lineOf(findNode(document.contents, path, key)),
    };
  } catch (error) {
    if (error instanceof UnreadableNode)
      problems.push({ severity: "error", line: lineOf(error.node), ...error.fault });
    else {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({ severity: "error", line: firstLine, kind: "yaml-unreadable", values: { reason } });
    }
    return { value: undefined, problems, findLine: () => firstLine };
  }
}

/** Reads JSON into the same form as `readYaml`: scalars as text, null as undefined. Never throws. */
export function readJson(text: string): SourceDocument {
  try {
    JSON.parse(text);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(told)?.[1] ?? text.trimEnd().length);
    const line = text.slice(0, offset).split(/\r\n|\r|\n/).length;
    const values = { reason: told.replace(/\s+/g, " ").slice(0, 120) };
    const problem: LineProblem = { severity: "error", line, kind: "json-invalid", values };
    return { value: undefined, problems: [problem], findLine: () => line };
  }
  // JSON is YAML but for tabs between its tokens; inside its strings no tab can stand.
  return readYaml(text.replaceAll("\t", " "));
}
