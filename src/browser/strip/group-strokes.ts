/** Lit strokes that share a link, and the room that the link takes of its strip. */
export interface StrokeGroup {
  /** Ascending. */
  readonly strokes: readonly number[];
  /** In strokes from the strip's beginning. */
  readonly from: number;
  readonly to: number;
}

/**
 * Shares a strip out among its lit strokes, so that every place of it belongs to one near by and no share is
 * narrower than `least` strokes: strokes that stand closer share one. The shares fill the strip.
 * @param lit ascending, each once
 */
export function groupStrokes(lit: readonly number[], total: number, least: number): StrokeGroup[] {
  const groups: number[][] = [];
  for (const stroke of lit) {
    const own = groups.at(-1);
    const isNear = own !== undefined && stroke < (own[0] as number) + least;
    // The last share ends with the strip, so it must begin early enough.
    if (own !== undefined && (isNear || stroke > total - least)) own.push(stroke);
    else groups.push([stroke]);
  }
  let from = 0;
  return groups.map((strokes, index) => {
    const next = groups[index + 1]?.[0];
    const between = next === undefined ? total : ((strokes.at(-1) as number) + next + 1) / 2;
    const group = { strokes, from, to: Math.max(from + least, between) };
    if (next === undefined) group.to = total;
    from = group.to;
    return group;
  });
}
