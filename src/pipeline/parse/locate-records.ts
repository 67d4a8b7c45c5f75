/** Where a record of the `segments` list stands. Lines are 1-based. */
export interface RecordPlace {
  readonly line: number;
  /** Line of its `body`'s value; that of the record where it has none. */
  readonly bodyLine: number;
}

/**
 * Lines of the objects in the list `segments` of a JSON document's outermost object. `text` must be valid JSON
 * with "\n" as its only line end. Looks at each character once.
 */
export function locateRecords(text: string): RecordPlace[] {
  const places: { line: number; bodyLine: number }[] = [];
  let depth = 0;
  let line = 1;
  let key = "";
  let isList = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "\n") line += 1;
    else if (character === '"') {
      const end = findStringEnd(text, index);
      const isKey = isFollowedByColon(text, end + 1);
      if (isKey && (depth === 1 || depth === 3))
        key = end - index < 40 ? (JSON.parse(text.slice(index, end + 1)) as string) : "";
      else if (!isKey && isList && depth === 3 && key === "body") {
        const place = places.at(-1);
        if (place !== undefined) place.bodyLine = line;
      }
      index = end;
    } else if (character === "[" || character === "{") {
      depth += 1;
      if (depth === 2) isList = character === "[" && key === "segments";
      if (depth === 2 && isList) places.length = 0;
      if (depth === 3 && isList) {
        places.push({ line, bodyLine: line });
        key = "";
      }
    } else if (character === "]" || character === "}") {
      depth -= 1;
      if (depth === 1) isList = false;
    }
  }
  return places;
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
