/** Strokes of a strip, enough to tell moments of an hour apart and few enough for a phone's width. */
export const stripStrokes = 60;

const height = 24;
const pitch = 4;
const shortest = 3;

/** What a strip needs of a passage. Seconds. */
export interface StripPassage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Heights (0 to 1) of an episode's strokes, left to right in time: the longer the passage that is being said,
 * the taller the stroke, so that a monologue stands high and a quick exchange low. 0 where nothing is said.
 */
export function measureStrip(
  passages: readonly StripPassage[],
  duration: number,
  strokes: number = stripStrokes,
): number[] {
  const heights = new Array<number>(strokes).fill(0);
  if (!(duration > 0)) return heights;
  const longest = Math.max(1, ...passages.map((passage) => passage.text.length));
  for (const { start, end, text } of passages) {
    const first = findStroke(start, duration, strokes);
    const last = Math.max(first, findStroke(Math.max(start, end - 0.001), duration, strokes));
    for (let stroke = first; stroke <= last; stroke++) {
      heights[stroke] = Math.max(heights[stroke] ?? 0, Math.sqrt(text.length / longest));
    }
  }
  return heights;
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
export function drawStrip(heights: readonly number[], isLit: (stroke: number) => boolean = () => false): string {
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
