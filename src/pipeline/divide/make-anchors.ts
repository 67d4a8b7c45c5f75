import type { DeliveredText } from "../../model/cue.ts";
import { findLastIndex } from "../../text/find-last.ts";
import { readTokens } from "../../text/normalise.ts";
import { formatLineFragment, formatTimeFragment } from "../../text/time.ts";
import type { ComposedText } from "./compose-text.ts";

/** Where a text stands in the transcript file: no new division, correction or turn moves it. */
interface FilePlace {
  /** 1-based. */
  readonly line: number;
  /** How many tokens of the line as delivered begin before it. */
  readonly tokens: number;
}

/** Where an offset of a text stands: the line's number from 0, and how many of its tokens begin before it. */
interface LinePlace {
  readonly index: number;
  readonly tokens: number;
}

/** Finds where an offset of the text, at which no space stands and no change holds it, stands in the file. */
export function makePlaceFinder({ sources, cues }: ComposedText): (offset: number) => FilePlace {
  // Offsets are asked in their order, and a text or a line of it may hold thousands.
  let last = { text: "", find: makeLineReader("") };
  return (offset) => {
    const at = findLastIndex(sources.length, (index) => (sources[index]?.start ?? 0) <= offset);
    const source = sources[at];
    const cue = source === undefined ? undefined : cues[source.cue]?.source;
    if (source === undefined || cue === undefined) return { line: 1, tokens: 0 };
    // Marks that were put in stand nowhere in the cue.
    const next = sources[at + 1];
    const limit = next?.cue === source.cue ? next.offset : Number.POSITIVE_INFINITY;
    const own = Math.min(limit, source.offset + offset - source.start);
    const { delivered = { text: cue.text, line: cue.line, tokensBefore: 0, offsets: [[0, 0]] } } = cue;
    const { text, line, tokensBefore } = delivered;
    if (text !== last.text) last = { text, find: makeLineReader(text) };
    const { index, tokens } = last.find(findDelivered(delivered, own));
    return { line: line + index, tokens: index === 0 ? tokensBefore + tokens : tokens };
  };
}

/** Finds the line in which an offset stands. Nothing is read of a line where only its beginning is asked for. */
function makeLineReader(text: string): (at: number) => LinePlace {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  let last: { readonly index: number; readonly tokens: readonly number[] } | undefined;
  return (at) => {
    const index = findLastIndex(starts.length, (line) => (starts[line] ?? 0) <= at);
    const from = starts[index] ?? 0;
    if (at <= from) return { index, tokens: 0 };
    if (last?.index !== index) {
      const own = readTokens(text.slice(from, starts[index + 1] ?? text.length));
      last = { index, tokens: own.map((token) => token.from) };
    }
    const { tokens } = last;
    return { index, tokens: findLastIndex(tokens.length, (token) => (tokens[token] ?? at) < at - from) + 1 };
  };
}

function findDelivered({ text, offsets }: DeliveredText, own: number): number {
  const [from, at] = offsets[findLastIndex(offsets.length, (index) => (offsets[index]?.[0] ?? 0) <= own)] ?? [
    0, 0,
  ];
  return Math.min(text.length, at + own - from);
}

/** What a passage's addresses are made from. */
interface AnchorSource {
  readonly place: FilePlace;
  /** Seconds. */
  readonly start: number;
  readonly isEstimated: boolean;
}

interface Anchors {
  readonly anchor: string;
  readonly lineAnchor: string;
}

/**
 * The addresses of an episode's passages in their order (interface.md): `t=754` for a real time, `t=754.2` for the
 * second that begins in that second; `p12`, or `p12.340` after 340 tokens of line 12. All differ.
 */
export function makeAnchors(passages: readonly AnchorSource[]): Anchors[] {
  const inSecond = new Map<string, number>();
  const isSame = (a: FilePlace | undefined, b: FilePlace) => a?.line === b.line && a.tokens === b.tokens;
  let empty = 0;
  return passages.map(({ place, start, isEstimated }, index) => {
    // Of those that begin at one token only the last holds it.
    empty = isSame(passages[index + 1]?.place, place) ? empty + 1 : 0;
    const lineAnchor = formatLineFragment(place.line, place.tokens, empty === 0 ? undefined : empty);
    if (isEstimated) return { anchor: lineAnchor, lineAnchor };
    const second = formatTimeFragment(start);
    const nth = (inSecond.get(second) ?? 0) + 1;
    inSecond.set(second, nth);
    return { anchor: nth === 1 ? second : `${second}.${nth}`, lineAnchor };
  });
}
