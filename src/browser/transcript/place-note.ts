/** A rectangle on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 8;
const margin = 12;

/**
 * Where a note of this size goes, its top left corner: under its word, over it where there is more room above, and
 * inside the screen from side to side.
 */
export function placeNote(word: Box, note: Size, screen: Size): { left: number; top: number } {
  const below = word.bottom + gap;
  const isBelow = below + note.height <= screen.height - margin || word.top < screen.height - word.bottom;
  const left = Math.max(margin, Math.min(word.left, screen.width - margin - note.width));
  return { left, top: isBelow ? below : Math.max(margin, word.top - gap - note.height) };
}

/** The line of a word that a pointer is on; the first one where it is on none. A word may run over two lines. */
export function chooseLine<T extends Box>(
  lines: readonly T[],
  pointer: { readonly x: number; readonly y: number } | undefined,
): T | undefined {
  const touched = lines.find(
    ({ left, top, right, bottom }) =>
      pointer !== undefined &&
      left <= pointer.x &&
      pointer.x <= right &&
      top <= pointer.y &&
      pointer.y <= bottom,
  );
  return touched ?? lines[0];
}
