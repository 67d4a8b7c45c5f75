/** Where a record of the `segments` list stands. Lines are 1-based. */
export interface RecordPlace {
  readonly line: number;
  /** Line of its `body`'s value; that of the record where it has none. */
  readonly bodyLine: number;
}

/**
 * Lines of the elements of the list `segments` of a JSON document's outermost object; of a document on one line their
 * numbers, from 1. `text` must be valid JSON with "\n" as its only line end. Looks at each character once.
 */
export function locateRecords(text: string): RecordPlace[] {
  const places = locateLines(text);
  return text.trim().includes("\n")
    ? places
    : places.map((_, index) => ({ line: index + 1, bodyLine: index + 1 }));
}

function locateLines(text: string): RecordPlace[] {
  let places: { line: number; bodyLine: number }[] = [];
  let depth = 0;
  let line = 1;
  let key = "";
  let isInList = false;
  let isElementDue = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (character === "\n") line += 1;
    if (/[\s:]/.test(character)) continue;
    if (isElementDue && character !== "]") places.push({ line, bodyLine: line });
    isElementDue = character === "," && depth === 2 && isInList;
    if (character === '"') {
      const end = findStringEnd(text, index);
      if (isFollowedByColon(text, end + 1)) {
        if (depth === 1 || depth === 3) key = readKey(text.slice(index, end + 1));
      } else if (isInList && depth === 3 && key === "body") {
        const place = places.at(-1);
        if (place !== undefined) place.bodyLine = line;
      }
      index = end;
    } else if (character === "[" || character === "{") {
      depth += 1;
      if (depth === 2 && character === "[" && key === "segments") {
        [isInList, isElementDue, places] = [true, true, []];
      }
      if (depth === 3) key = "";
    } else if (character === "]" || character === "}") {
      depth -= 1;
      if (depth === 1) isInList = false;
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
