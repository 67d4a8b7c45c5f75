import { splitPath } from "./follow-path.ts";

/** Where a record stands. Lines are 1-based. */
export interface RecordPlace {
  readonly line: number;
  /** Line of the value of its text; that of the record where it has none. */
  readonly bodyLine: number;
}

/**
 * Lines of the values to which a path of `followPath` leads in a JSON document, in their order; of a document on one line
 * their numbers, from 1. `bodyKey` is the key of a record's text. `text` must be valid JSON with "\n" as its only line
 * end. Looks at each character once.
 */
export function locateRecords(text: string, path: string, bodyKey?: string): PlaceList {
  const isOneLine = !text.trim().includes("\n");
  const places = isOneLine ? [] : locateLines(text, splitPath(path), bodyKey);
  return { at: (index) => (isOneLine ? { line: index + 1, bodyLine: index + 1 } : places[index]) };
}

export interface PlaceList {
  /** Of the record with this number, from 0. */
  at(index: number): RecordPlace | undefined;
}

/** A list or group that is open, and where in it the scanner is. */
interface Container {
  readonly isList: boolean;
  /** The key, or the element's number. */
  step: string;
  count: number;
}

function locateLines(text: string, path: readonly string[], bodyKey: string | undefined): RecordPlace[] {
  const places: { line: number; bodyLine: number }[] = [];
  const open: Container[] = [];
  let line = 1;
  let isValueDue = true;
  /** Whether the open containers lead along the path as far as `depth` steps. */
  const leads = (depth: number): boolean =>
    open.length >= depth &&
    path.every(
      (step, index) =>
        index >= depth || open[index]?.step === step || (step === "*" && open[index]?.isList === true),
    );
  const meetValue = (): void => {
    if (open.length === path.length && leads(path.length)) {
      places.push({ line, bodyLine: line });
    } else if (open.length === path.length + 1 && open.at(-1)?.step === bodyKey && leads(path.length)) {
      const place = places.at(-1);
      if (place !== undefined) place.bodyLine = line;
    }
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    if (character === "\n") line += 1;
    if (character === " " || character === "\n" || character === "\t" || character === ":") continue;
    const container = open.at(-1);
    if (character === ",") {
      if (container?.isList === true)
        [container.count, container.step] = [container.count + 1, String(container.count + 1)];
      isValueDue = true;
    } else if (character === "]" || character === "}") {
      open.pop();
      isValueDue = false;
    } else if (
      character === '"' &&
      container?.isList === false &&
      isFollowedByColon(text, findStringEnd(text, index) + 1)
    ) {
      const end = findStringEnd(text, index);
      container.step = readKey(text.slice(index, end + 1));
      index = end;
      isValueDue = true;
    } else {
      if (isValueDue) meetValue();
      isValueDue = character === "[" || character === "{";
      // Of a key that is there twice the last one counts.
      if (character === "[" && path.indexOf("*") === open.length && leads(open.length)) places.length = 0;
      if (character === "[" || character === "{")
        open.push({ isList: character === "[", step: character === "[" ? "0" : "", count: 0 });
      else if (character === '"') index = findStringEnd(text, index);
    }
  }
  return places;
}

/** The name behind a quoted key; empty for one too long to be looked for. */
function readKey(quoted: string): string {
  return quoted.length > 60 ? "" : (JSON.parse(quoted) as string);
}

/** Index of the closing quote of the string that opens at `open`. */
function findStringEnd(text: string, open: number): number {
  for (let index = open + 1; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === '"') return index;
  }
  return text.length;
}

function isFollowedByColon(text: string, from: number): boolean {
  let index = from;
  while (/\s/.test(text[index] ?? "")) index += 1;
  return text[index] === ":";
}
