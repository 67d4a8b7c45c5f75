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
import type { LineProblem } from "../../model/problem.ts";
import { quoteValue } from "../../model/schema/fields.ts";

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

const adviceByCode: Partial<Record<YAMLError["code"], string>> = {
  BAD_INDENT: "The line is indented differently from its neighbours. Use the same number of spaces.",
  TAB_AS_INDENT: "The line is indented with a tab. Use spaces.",
  BLOCK_AS_IMPLICIT_KEY: "A value holds a colon followed by a space. Put the value in quotes.",
  MULTILINE_IMPLICIT_KEY: "A key runs over several lines. Is a colon missing, or a quote?",
  MISSING_CHAR: "A quote, a bracket or a comma is missing here, or a colon. Add it.",
  BAD_SCALAR_START:
    "The value begins with a sign that means something else in YAML. Put the value in quotes.",
  BAD_ALIAS: "A name after * is empty. Put the value in quotes.",
  MULTIPLE_DOCS: "A line of three hyphens begins a second document. Delete it.",
  UNEXPECTED_TOKEN:
    "This does not fit what stands before it. Put the value in quotes, or look for a missing bracket.",
};

function wordSyntaxProblem(error: YAMLError, text: string): string {
  if (error.code === "DUPLICATE_KEY") {
    const key = /^[^:]*/.exec(text.slice(error.pos[0], error.pos[0] + 100))?.[0] ?? "";
    return `The key ${quoteValue(key.trim())} stands here a second time. Keep one of the two.`;
  }
  const advice =
    adviceByCode[error.code] ?? "Put values with special signs in quotes, and indent with spaces.";
  return `This is no YAML (${error.message.replace(/\s+/g, " ").replace(/\.$/, "")}). ${advice}`;
}

class UnreadableNode extends Error {
  readonly node: unknown;
  constructor(node: unknown, message: string) {
    super(message);
    this.node = node;
  }
}

const nullText = /^(?:~|null|Null|NULL)$/;

const wordDeepNesting = "Lists and groups stand too deep in each other here. Take some brackets away.";

function toPlain(node: unknown, depth = 0): unknown {
  if (depth > 40) throw new UnreadableNode(node, wordDeepNesting);
  if (isAlias(node)) {
    throw new UnreadableNode(
      node,
      `The name *${node.source} stands for another value, which is not read here. Write the value out, or put it in quotes.`,
    );
  }
  if (isScalar(node)) {
    const text = String(node.value ?? "");
    return text.trim() === "" || (node.type === "PLAIN" && nullText.test(text)) ? undefined : text;
  }
  if (isSeq(node)) return node.items.map((item) => toPlain(item, depth + 1));
  if (!isMap(node)) return undefined;
  // Without a prototype, so that a key called __proto__ is a key like any other.
  const group: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.items) {
    if (!isScalar(key))
      throw new UnreadableNode(key, "A key is a list or a group here. Write plain text before the colon.");
    group[String(key.value ?? "")] = toPlain(value, depth + 1);
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

function findPair(group: YAMLMap, key: PropertyKey): Pair | undefined {
  return group.items.find((pair) => isScalar(pair.key) && String(pair.key.value ?? "") === key);
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
    problems.push({ severity: "error", line, message: wordDeepNesting });
    return { value: undefined, problems, findLine: () => line };
  }
  try {
    // "failsafe" leaves every scalar the text it is.
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      schema: "failsafe",
      stringKeys: false,
    });
    for (const error of [...document.errors, ...document.warnings].slice(0, 5)) {
      problems.push({
        severity: "error",
        line: lineAt(error.pos[0]),
        message: wordSyntaxProblem(error, text),
      });
    }
    const value = problems.length === 0 ? toPlain(document.contents) : undefined;
    return {
      value,
      problems,
      findLine: (path, key) => lineOf(findNode(document.contents, path, key)),
    };
  } catch (error) {
    const isKnown = error instanceof UnreadableNode;
    problems.push({
      severity: "error",
      line: isKnown ? lineOf(error.node) : firstLine,
      message: isKnown
        ? error.message
        : `This is no YAML (${quoteValue(error instanceof Error ? error.message : error)}). Make it simpler.`,
    });
    return { value: undefined, problems, findLine: () => firstLine };
  }
}

/** Reads JSON into the same form as `readYaml`: scalars as text, null as undefined. Never throws. */
export function readJson(text: string): SourceDocument {
  try {
    JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(reason)?.[1] ?? text.trimEnd().length);
    const line = text.slice(0, offset).split(/\r\n|\r|\n/).length;
    const message = `This is no JSON (${reason.replace(/\s+/g, " ").slice(0, 120)}). Look for a missing comma, quote or bracket.`;
    return { value: undefined, problems: [{ severity: "error", line, message }], findLine: () => line };
  }
  // JSON is YAML but for tabs between its tokens; inside its strings no tab can stand.
  return readYaml(text.replaceAll("\t", " "));
}
