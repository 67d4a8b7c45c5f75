import { isMap, isScalar, stringify } from "yaml";
import {
  findEnd,
  findLineEnd,
  findLineStart,
  findStart,
  insertAll,
  parseSource,
  writeInline,
} from "./edit-list.ts";

/**
 * An episode.md whose `speakers` give labels these people; one that stands there gets its new value, and every other
 * character stays as it is. Throws where the file has no front matter: whoever edits has checked it before.
 */
export function setSpeakers(text: string, speakers: Readonly<Record<string, string>>): string {
  const [head = ""] = /^\ufeff?---[^\S\n]*\n/.exec(text) ?? [];
  const length = text.slice(head.length).search(/^(?:---|\.\.\.)[^\S\n]*$/m);
  if (head === "" || length === -1) throw new Error("episode.md has no front matter.");
  const front = text.slice(head.length, head.length + length);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  let edited = front;
  for (const [label, name] of Object.entries(speakers)) edited = setSpeaker(edited, label, name, lineEnd);
  return head + edited + text.slice(head.length + length);
}

function setSpeaker(text: string, label: string, name: string, lineEnd: string): string {
  const { contents } = parseSource(text);
  const entry = [label, name] as const;
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === "speakers")
    : undefined;
  const group = pair?.value;
  if (pair === undefined) return `${text}speakers: ${writeInline(Object.fromEntries([entry]))}${lineEnd}`;
  if (!isMap(group) || group.items.length === 0) {
    const from = isMap(group) ? findStart(group) : findEnd(pair.key) + 1;
    const to = isMap(group) ? findEnd(group) : from;
    const gap = isMap(group) ? "" : " ";
    return `${text.slice(0, from)}${gap}${writeInline(Object.fromEntries([entry]))}${text.slice(to)}`;
  }
  const own = group.items.find(({ key }) => isScalar(key) && key.value === label);
  if (own !== undefined && isScalar(own.value))
    return text.slice(0, findStart(own.value)) + writeValue(name) + text.slice(findEnd(own.value));
  const written = `${writeValue(label)}: ${writeValue(name)}`;
  if (group.flow === true) {
    const at = findEnd(group.items.at(-1)?.value);
    return insertAll(text, [{ at, text: `, ${written}` }]);
  }
  const start = findStart(group.items[0]?.key);
  const indent = " ".repeat(start - findLineStart(text, start));
  const last = group.items.at(-1);
  const at = findLineEnd(text, Math.max(findStart(last?.key), findEnd(last?.value) - 1));
  return insertAll(text, [{ at, text: `${indent}${written}${lineEnd}` }]);
}

/** As it stands in a group on one line. */
function writeValue(value: string): string {
  return stringify([value], { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false })
    .trim()
    .slice(1, -1);
}
