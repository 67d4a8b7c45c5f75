import { isMap, stringify } from "yaml";
import { findEnd, findStart, insertAll, parseSource, writeInline } from "./edit-list.ts";

/** Somebody as people.yaml has them. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly role?: "host" | "guest" | "narrator";
  readonly links?: Readonly<Record<string, string>>;
}

/** Adds people to a people.yaml, behind those that are there; every other character stays as it is. */
export function addPeople(text: string, people: readonly NewPerson[]): string {
  if (people.length === 0) return text;
  const { contents } = parseSource(text);
  const written = people.map(({ id, ...person }) => [id, person] as const);
  if (isMap(contents) && contents.flow === true && contents.items.length > 0) {
    const at = text.lastIndexOf("}", findEnd(contents) - 1);
    const inner = written.map(
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
  const lines = written.map(
    ([id, person]) => `${stringify(id, { lineWidth: 0 }).trim()}: ${writeInline(person)}\n`,
  );
  return `${kept === "" || kept.endsWith("\n") ? kept : `${kept}\n`}${lines.join("")}`;
}
