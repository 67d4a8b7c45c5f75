import type { Keep } from "../../model/corrections.ts";

/** Whether the owner has said of a piece of the file that it is spoken, whatever it looks like. */
export type IsKept = (line: number, text: string) => boolean;

/**
 * Makes the test of a file's `keep` entries: a piece is kept by one of its line that stands in it, or in which it
 * stands. Spaces do not count.
 */
export function findKept(keep: readonly Keep[]): IsKept {
  const heardOn = new Map<number, string[]>();
  for (const { line, heard } of keep)
    if (line !== undefined) heardOn.set(line, [...(heardOn.get(line) ?? []), fold(heard)]);
  return (line, text) => {
    const heard = heardOn.get(line);
    const own = heard === undefined ? "" : fold(text);
    return own !== "" && (heard ?? []).some((words) => own.includes(words) || words.includes(own));
  };
}

function fold(text: string): string {
  return text.replace(/\s+/g, "");
}
