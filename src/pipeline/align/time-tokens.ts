import type { Cue } from "../../model/cue.ts";
import { readTokens } from "../../text/normalise.ts";
import { weighText } from "../../text/weigh-text.ts";
import { findLongestAscent } from "../find-longest-ascent.ts";
import { locateWords } from "../locate-words.ts";

/** A token of a recognition, and when it is said. */
export interface TimedToken {
  readonly text: string;
  /** Seconds; absent where the recognition's times are not to be believed. */
  readonly time?: number;
  /** Whether the recognition times it so well that it is a time, and no estimate. */
  readonly isReal: boolean;
}

/**
 * Between two times of a recognition so many seconds apart a word is where its share of the text puts it, give or take
 * half a second: of 10,000 words with times of their own 95 % lay within 0.57 s of it, and none beyond 1.3 s.
 */
const NEAR_SECONDS = 3;
/** … and so it is so soon after a time, however far the next one is. */
const SOON_SECONDS = 0.5;
/**
 * A cue that takes so many times as long as its text needs, and so many seconds longer, holds a silence, or text that
 * a tool has put into the wrong slot; …
 */
const SLOW = { times: 3, seconds: 3 };
/** … what stands so near to it has the wrong time as often as not: two readings of one video differ there by 8 to 31 s. */
const DOUBT_SECONDS = 10;

interface Moment {
  readonly offset: number;
  readonly time: number;
}

/** The tokens of a recognition with their times: those of its words, else by their share of the text of their cue. */
export function timeTokens(cues: readonly Cue[]): TimedToken[] {
  const believed = new Set(findLongestAscent(cues.map(({ startTime }) => startTime)));
  let next: number | undefined;
  const ends: (number | undefined)[] = [];
  for (let index = cues.length - 1; index >= 0; index -= 1) {
    const { startTime, endTime } = cues[index] as Cue;
    const isEnd = endTime !== undefined && (startTime === undefined || endTime >= startTime);
    ends[index] = isEnd && endTime <= (next ?? endTime) ? endTime : next;
    if (believed.has(index)) next = startTime;
  }
  const tokens = cues.flatMap((cue, index) => timeCue(cue, believed.has(index), ends[index]));
  return doubt(tokens, listSlow(cues, believed, ends));
}

/** The cues that are much too long for what is said in them, from when to when. */
function listSlow(
  cues: readonly Cue[],
  believed: ReadonlySet<number>,
  ends: readonly (number | undefined)[],
): [from: number, to: number][] {
  return cues.flatMap(({ text, startTime = 0, words = [] }, index): [number, number][] => {
    const end = ends[index];
    if (end === undefined || !believed.has(index) || words.length > 0) return [];
    const needed = weighText(text).at(-1) ?? 0;
    const isSlow = end - startTime > Math.max(SLOW.times * needed, needed + SLOW.seconds);
    return isSlow ? [[startTime, end]] : [];
  });
}

function doubt(tokens: readonly TimedToken[], slow: readonly (readonly [number, number])[]): TimedToken[] {
  let at = 0;
  return tokens.map((token) => {
    const { time } = token;
    if (time === undefined) return token;
    while ((slow[at]?.[1] ?? Number.POSITIVE_INFINITY) + DOUBT_SECONDS < time) at += 1;
    const isDoubtful = (slow[at]?.[0] ?? Number.POSITIVE_INFINITY) - DOUBT_SECONDS <= time;
    return isDoubtful ? { ...token, isReal: false } : token;
  });
}

function timeCue(cue: Cue, isBelieved: boolean, end: number | undefined): TimedToken[] {
  const { text } = cue;
  const weights = weighText(text);
  const moments = isBelieved ? listMoments(cue, end) : [];
  let at = 0;
  return readTokens(text).map(({ text: token, from }): TimedToken => {
    while ((moments[at + 1]?.offset ?? Number.POSITIVE_INFINITY) <= from) at += 1;
    const before = moments[at];
    if (before === undefined || before.offset > from) return { text: token, isReal: false };
    if (before.offset === from) return { text: token, time: before.time, isReal: true };
    const after = moments[at + 1];
    const said = (weights[from] ?? 0) - (weights[before.offset] ?? 0);
    if (after === undefined) return { text: token, time: before.time + said, isReal: said <= SOON_SECONDS };
    const whole = (weights[after.offset] ?? 0) - (weights[before.offset] ?? 0);
    const seconds = after.time - before.time;
    const passed = whole === 0 ? 0 : (said / whole) * seconds;
    return {
      text: token,
      time: before.time + passed,
      isReal: seconds <= NEAR_SECONDS || passed <= SOON_SECONDS,
    };
  });
}

/** What a cue says of its times: its start, its words, its end; ascending in both. */
function listMoments({ text, startTime = 0, words = [] }: Cue, end: number | undefined): Moment[] {
  const moments: Moment[] = [{ offset: text.search(/\S/), time: startTime }];
  const push = (offset: number | undefined, time: number): void => {
    const last = moments.at(-1) as Moment;
    if (offset !== undefined && offset > last.offset && time >= last.time && time <= (end ?? time))
      moments.push({ offset, time });
  };
  const offsets = locateWords(text, words);
  for (const [index, { text: word, startTime: start, endTime }] of words.entries()) {
    push(offsets[index], start);
    const offset = offsets[index];
    if (offset !== undefined && endTime !== undefined) push(offset + word.trim().length, endTime);
  }
  if (end !== undefined) push(text.length, end);
  return moments;
}
