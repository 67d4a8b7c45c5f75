import type { Cue, Word } from "../../model/cue.ts";
import { readTokens } from "../../text/normalise.ts";
import { alignTokens } from "../align-tokens.ts";
import { findLongestAscent } from "../find-longest-ascent.ts";
import { type TimedToken, timeTokens } from "./time-tokens.ts";

/** Below this share of its words a recognition is one of something else (content.md). */
const LEAST_AGREEMENT = 0.5;
/** Tokens around one, of which … */
const WINDOW = 41;
/** … so large a share agrees where the texts say the same: in texts that do not, words agree by chance (chosen). */
const LEAST_AROUND = 0.4;
/** Tokens in a row that agree … */
const RUN = 3;
/** … or else a word between two such runs that are no more seconds apart is known that well. */
const RUN_SECONDS = 3;

/** A transcript with the times of another recognition of the same recording. */
export interface AlignedCues {
  /** With `words` where the two agree, those of the transcript apart. */
  readonly cues: readonly Cue[];
  /** The share of the transcript's words that the recognition has in their place, 0 to 1. */
  readonly agreement: number;
  /** False below {@link LEAST_AGREEMENT}: the cues are as they were. */
  readonly isSame: boolean;
  /** Stretches of many words without a time, in order. */
  readonly gaps: readonly Gap[];
  /** Seconds at which the recognition ends. */
  readonly end: number;
}

/** A stretch of a transcript to which another recognition gives no time. */
export interface Gap {
  /** 1-based line of the transcript file. */
  readonly line: number;
  /** How many words it has. */
  readonly words: number;
  /** How the transcript has it. */
  readonly text: string;
}

/** Words in a row without a time that are worth a look: some ten seconds (chosen). */
const GAP_WORDS = 40;

interface Place {
  readonly cue: number;
  /** Offsets in the text of the cue. */
  readonly from: number;
  readonly to: number;
}

/**
 * Gives a transcript the times of a recognition, word by word: a word that both have in the same place begins when the
 * recognition says, where that says it well enough (`timeTokens`). No cue gets a time, no text changes.
 */
export function alignTimes(cues: readonly Cue[], recognition: readonly Cue[]): AlignedCues {
  const places: Place[] = [];
  const texts: string[] = [];
  for (const [cue, { text }] of cues.entries()) {
    for (const { text: token, from, to } of readTokens(text)) {
      places.push({ cue, from, to });
      texts.push(token);
    }
  }
  const timed = timeTokens(recognition);
  const partners = alignTokens(
    texts,
    timed.map(({ text }) => text),
  );
  const same = Uint8Array.from(texts, (text, at) => Number(timed[partners[at] ?? -1]?.text === text));
  const times = timeWords(same, partners, timed);
  const agreeing = same.reduce((sum, own) => sum + own, 0);
  const agreement = agreeing / Math.max(1, texts.length);
  const isSame = agreement >= LEAST_AGREEMENT;
  return {
    cues: isSame ? addWords(cues, places, times) : cues,
    agreement,
    isSame,
    gaps: listGaps(cues, places, times),
    end: recognition.reduce(
      (latest, { startTime = 0, endTime = 0 }) => Math.max(latest, startTime, endTime),
      0,
    ),
  };
}

interface TokenTime {
  /** Seconds. */
  readonly time: number;
  readonly isReal: boolean;
}

/**
 * When the tokens are said whose part of the recognition says the same, in an order that never falls; real times are
 * those of words that agree not only by chance.
 */
function timeWords(
  same: Uint8Array,
  partners: Int32Array,
  timed: readonly TimedToken[],
): (TokenTime | undefined)[] {
  const around = countAround(same);
  const isInRun = findRuns(same, partners);
  const times = Array.from(partners, (partner, at) =>
    (around[at] ?? 0) >= LEAST_AROUND ? timed[partner]?.time : undefined,
  );
  const solid = times.map((time, at) => (isInRun[at] === 1 ? time : undefined));
  const next = fillBackward(solid);
  let last: number | undefined;
  const real = solid.map((time, at) => {
    last = time ?? last;
    const after = next[at];
    const isBetween = last !== undefined && after !== undefined && after - last <= RUN_SECONDS;
    const isKnown = time !== undefined || (same[at] === 1 && isBetween);
    return isKnown && timed[partners[at] ?? -1]?.isReal === true ? times[at] : undefined;
  });
  const believed = new Set(findLongestAscent(real));
  const limits = fillBackward(real.map((time, at) => (believed.has(at) ? time : undefined)));
  let latest = 0;
  return times.map((time, at) => {
    if (time === undefined || time < latest || time > (limits[at] ?? time)) return undefined;
    latest = time;
    return { time, isReal: believed.has(at) };
  });
}

/** For each place the value there, else the first after it. */
function fillBackward(values: readonly (number | undefined)[]): (number | undefined)[] {
  let coming: number | undefined;
  return values
    .toReversed()
    .map((value) => (coming = value ?? coming))
    .toReversed();
}

/** The share of the tokens around each that agree. */
function countAround(same: Uint8Array): Float64Array {
  const sums = new Int32Array(same.length + 1);
  for (const [at, own] of same.entries()) sums[at + 1] = (sums[at] ?? 0) + own;
  const half = (WINDOW - 1) / 2;
  return Float64Array.from(same, (_, at) => {
    const from = Math.max(0, at - half);
    const to = Math.min(same.length, at + half + 1);
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
}

/** Which tokens stand in a run of those that agree on both sides. */
function findRuns(same: Uint8Array, partners: Int32Array): Uint8Array {
  const isInRun = new Uint8Array(same.length);
  for (let from = 0; from < same.length; ) {
    let to = from + 1;
    while (same[from] === 1 && same[to] === 1 && partners[to] === (partners[to - 1] ?? -1) + 1) to += 1;
    if (same[from] === 1 && to - from >= RUN) isInRun.fill(1, from, to);
    from = to;
  }
  return isInRun;
}

function addWords(
  cues: readonly Cue[],
  places: readonly Place[],
  times: readonly (TokenTime | undefined)[],
): Cue[] {
  const words = cues.map((): Word[] => []);
  for (const [at, { cue, from, to }] of places.entries()) {
    const own = times[at];
    if (own === undefined) continue;
    const startTime = Math.round(own.time * 1000) / 1000;
    const text = cues[cue]?.text.slice(from, to) ?? "";
    words[cue]?.push({ text, startTime, offset: from, ...(own.isReal ? {} : { isEstimated: true }) });
  }
  return cues.map((cue, index) => {
    const own = words[index] ?? [];
    return cue.words !== undefined || own.length === 0 ? cue : { ...cue, words: own };
  });
}

function listGaps(
  cues: readonly Cue[],
  places: readonly Place[],
  times: readonly (TokenTime | undefined)[],
): Gap[] {
  const gaps: Gap[] = [];
  for (let from = 0; from < places.length; ) {
    let to = from;
    while (to < places.length && times[to] === undefined) to += 1;
    const first = places[from];
    if (first !== undefined && to - from >= GAP_WORDS) {
      const { text = "", line = 1 } = cues[first.cue] ?? {};
      const before = text.slice(0, first.from).split("\n").length - 1;
      gaps.push({ line: line + before, words: to - from, text: text.slice(first.from, first.from + 40) });
    }
    from = to + 1;
  }
  return gaps;
}
