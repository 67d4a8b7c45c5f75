import { formatLineFragment, formatTimeFragment } from "../../text/time.ts";

/** What a passage's addresses are made from. */
export interface AnchorSource {
  /** 1-based line of the transcript file in which the passage begins. */
  readonly line: number;
  /** Seconds. */
  readonly start: number;
  readonly isEstimated: boolean;
}

export interface Anchors {
  readonly anchor: string;
  readonly lineAnchor: string;
}

/**
 * The addresses of an episode's passages in their order (interface.md): `t=754` for a real time, `t=754.2` for the
 * second that begins in that second; `p12`, then `p12.2`, for those that begin in line 12. All differ.
 */
export function makeAnchors(passages: readonly AnchorSource[]): Anchors[] {
  const inSecond = new Map<string, number>();
  const inLine = new Map<number, number>();
  return passages.map(({ line, start, isEstimated }) => {
    const lineAnchor = formatLineFragment(line, count(inLine, line));
    if (isEstimated) return { anchor: lineAnchor, lineAnchor };
    const second = formatTimeFragment(start);
    const nth = count(inSecond, second);
    return { anchor: nth === 1 ? second : `${second}.${nth}`, lineAnchor };
  });
}

function count<Key>(counts: Map<Key, number>, key: Key): number {
  const nth = (counts.get(key) ?? 0) + 1;
  counts.set(key, nth);
  return nth;
}
