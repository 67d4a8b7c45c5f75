/** Strokes of a strip, enough to tell moments of an hour apart and few enough for a phone's width. */
export const stripStrokes = 60;

const height = 24;
const pitch = 4;
const shortest = 3;

/** What is counted as a word: a Han character, a run of other letters, a run of digits. */
const word = /\p{Script=Han}|[^\p{Script=Han}\P{L}]+|\p{N}+/gu;

/** What a strip needs of a passage. Seconds. */
export interface StripPassage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Heights (0 to 1) of an episode's strokes, left to right in time: how many different words (Han characters)
 * are said while the stroke lasts, against the most and the fewest of the episode. Silence is 0.
 */
export function measureStrip(
  passages: readonly StripPassage[],
  duration: number,
  strokes: number = stripStrokes,
): number[] {
  // A word of one unit by that unit.
  const saidIn = Array.from({ length: strokes }, () => new Set<string | number>());
  for (const { start, end, text } of passages) {
    const pace = (end - start) / Math.max(1, text.length);
    const add = (said: string | number, index: number) =>
      saidIn[findStroke(start + index * pace, duration, strokes)]?.add(said);
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      // Nearly all of a Chinese text, without the expression.
      if (code >= 0x4e00 && code <= 0x9fff) {
        add(code, at++);
        continue;
      }
      word.lastIndex = at;
      const found = word.exec(text);
      if (found === null) break;
      add(found[0].length === 1 ? found[0].charCodeAt(0) : found[0], found.index);
      at = word.lastIndex;
    }
  }
  const counts = saidIn.map(({ size }) => size);
  const spoken = counts.filter((count) => count > 0).sort((a, b) => a - b);
  // One stroke of a jingle must not flatten all others: the outermost twentieths are cut.
  const fewest = spoken[Math.floor(spoken.length * 0.05)] ?? 0;
  const most = spoken[Math.ceil(spoken.length * 0.95) - 1] ?? 0;
  return counts.map((count) => {
    if (count === 0) return 0;
    const share = most === fewest ? 1 : (count - fewest) / (most - fewest);
    return 0.1 + 0.9 * Math.min(1, Math.max(0, share));
  });
}

/** The heights of a strip as one character a stroke: finer than its pixels. */
export function writeStrip(heights: readonly number[]): string {
  return heights.map((share) => Math.round(share * 35).toString(36)).join("");
}

/** Reads what {@link writeStrip} wrote. */
export function readStrip(text: string): number[] {
  return [...text].map((digit) => Number.parseInt(digit, 36) / 35);
}

/** Where the middle of a stroke stands in its strip's width, from 0 to 1. */
export function placeStroke(stroke: number, strokes: number = stripStrokes): number {
  return (stroke * pitch + 1) / Math.max(1, strokes * pitch - (pitch - 2));
}

/** Index of the stroke that a moment falls in. Seconds in. */
export function findStroke(seconds: number, duration: number, strokes: number = stripStrokes): number {
  if (!(duration > 0)) return 0;
  return Math.min(strokes - 1, Math.max(0, Math.floor((seconds / duration) * strokes)));
}

/**
 * The strip as SVG, `isLit` saying which strokes stand in the accent. Decoration beside words that say the
 * same: hidden from screen readers. Styled by `.strip` in base.css.
 */
export function drawStrip(
  heights: readonly number[],
  isLit: (stroke: number) => boolean = () => false,
): string {
  let plain = "";
  let lit = "";
  heights.forEach((share, stroke) => {
    const length = Math.round(shortest + share * (height - shortest));
    const path = `M${stroke * pitch + 1} ${(height - length) / 2}v${length}`;
    if (isLit(stroke)) lit += path;
    else plain += path;
  });
  const width = Math.max(1, heights.length * pitch - (pitch - 2));
  const litPath = lit === "" ? "" : `<path class="lit" d="${lit}"/>`;
  return `<svg class="strip" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path d="${plain}"/>${litPath}</svg>`;
}
