import type { HeardText } from "../../model/heard-text.ts";
import type { Passage } from "../../model/passage.ts";
import type { PassageSelection } from "../../model/schema/edit-request-schema.ts";
import type { Span } from "../../model/span.ts";

type ShownPassage = Pick<Passage, "anchor" | "text" | "changes">;

/** A passage as it is shown, and where each of its characters was heard. */
export interface LocatedPassage {
  readonly text: string;
  /**
   * The stretch of the `HeardText` that a UTF-16 unit of the text stands for; undefined for what stands only on the
   * page: spaces between joined lines, marks that the file does not have.
   */
  readonly heardAt: readonly (Span | undefined)[];
}

/** A stretch of a passage, of its text and of the `HeardText`. */
export interface LocatedStretch {
  readonly shown: Span;
  readonly heard: Span;
}

const isSpace = (character: string) => /\s/u.test(character);
const isLetter = (character: string) => /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character);

/**
 * Finds where the characters of a passage were heard. Passages show what was heard in its order, but for what was
 * replaced, which stands in their `changes`, and for spaces and punctuation. Undefined where there is no such passage,
 * or where passages and `heard` are not of the same files.
 */
export function locatePassage(
  heard: HeardText,
  passages: readonly ShownPassage[],
  anchor: string,
): LocatedPassage | undefined {
  const edits = heard.edits.filter(({ from, to, meant }) => heard.read(from, to) !== meant);
  let edit = 0;
  let at = 0;
  for (const passage of passages) {
    const { text } = passage;
    const changes = passage.changes.filter(({ source }) => source !== "unclear");
    const heardAt: (Span | undefined)[] = [];
    let change = 0;
    for (let index = 0; index < text.length; ) {
      const own = changes[change];
      const next = edits[edit];
      if (own?.from === index) {
        if (next === undefined || next.meant !== text.slice(own.from, own.to)) return undefined;
        for (; index < own.to; index += 1) heardAt.push({ from: next.from, to: next.to });
        at = next.to;
        edit += 1;
        change += 1;
        continue;
      }
      const shown = text.charAt(index);
      const limit = next?.from ?? heard.text.length;
      if (isLetter(shown)) {
        // Marks of the file that are not shown.
        while (at < limit && heard.text.charAt(at) !== shown && !isLetter(heard.text.charAt(at))) at += 1;
        if (at >= limit || heard.text.charAt(at) !== shown) return undefined;
      }
      const isThere = at < limit && heard.text.charAt(at) === shown;
      heardAt.push(isThere && !isSpace(shown) ? { from: at, to: at + 1 } : undefined);
      if (isThere) at += 1;
      index += 1;
    }
    if (passage.anchor === anchor) return { text, heardAt };
  }
  return undefined;
}

/**
 * The stretch without the spaces at its ends, and the words that it touches where one was replaced. Undefined where it
 * holds nothing that was heard, or the page shows another text.
 */
export function locateSelection(
  passage: LocatedPassage,
  { from, to, text }: Pick<PassageSelection, "from" | "to" | "text">,
): LocatedStretch | undefined {
  if (passage.text.slice(from, to) !== text) return undefined;
  const heard = spanOf(passage.heardAt.slice(from, to));
  return heard === undefined ? undefined : widenStretch(passage, heard);
}

/**
 * The stretch that holds another one of the `HeardText` and cuts no replaced place. Undefined where that one reaches
 * out of the passage.
 */
export function widenStretch({ heardAt }: LocatedPassage, heard: Span): LocatedStretch | undefined {
  let from = -1;
  let to = -1;
  for (const [index, own] of heardAt.entries()) {
    if (own === undefined || own.to <= heard.from || heard.to <= own.from) continue;
    if (from === -1) from = index;
    to = index + 1;
  }
  const wide = from === -1 ? undefined : spanOf(heardAt.slice(from, to));
  if (wide === undefined || wide.from > heard.from || wide.to < heard.to) return undefined;
  return { shown: { from, to }, heard: wide };
}

function spanOf(spans: readonly (Span | undefined)[]): Span | undefined {
  const own = spans.filter((span) => span !== undefined);
  const [first] = own;
  const last = own.at(-1);
  return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
}
