import { isUnspaced } from "../text/join-text.ts";

/** What no line should begin with. */
const closing = /[，。？！；：、,.?!;:）》」』”’)\]\u3001]/;

/**
 * A text on lines of so many characters at most, of which the first may have fewer. A line ends at a space or between
 * Han characters where there is one, so that the lines read as one text give the same text, and not before a closing
 * mark or inside a character.
 */
export function wrapText(text: string, most: number, first = most): string[] {
  const lines: string[] = [];
  let at = 0;
  for (let room = first; text.length - at > room; room = most) {
    const end = findEnd(text, at, room);
    lines.push(text.slice(at, end).trimEnd());
    at = end;
    while (text[at] === " ") at++;
  }
  if (at < text.length) lines.push(text.slice(at));
  return lines;
}

function findEnd(text: string, from: number, room: number): number {
  const last = from + room;
  // A shorter line than half of what there is room for looks broken.
  for (let end = last; end > from + room / 2; end--) if (isGoodEnd(text, end)) return end;
  let end = last;
  while (end > from + 1 && isInsideCharacter(text, end)) end--;
  return end;
}

function isGoodEnd(text: string, end: number): boolean {
  const [before = "", after = ""] = [text[end - 1], text[end]];
  if (before === " " || after === " ") return true;
  return isUnspaced(before) && isUnspaced(after) && !closing.test(after);
}

/** Between the halves of a character, or before what belongs to the one before it. */
function isInsideCharacter(text: string, at: number): boolean {
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return /^(?:\u200D|[\uDC00-\uDFFF]|\p{M}|\p{Emoji_Modifier})$/u.test(after) || text[at - 1] === "\u200D";
}
