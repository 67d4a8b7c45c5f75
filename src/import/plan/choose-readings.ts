import type { Reading } from "../gather/read-reading.ts";

/** Which of an episode's readings go where. */
export interface ChosenReadings {
  /** The text as it will be read. */
  readonly transcript?: Reading;
  /** Gives a transcript without times its own. */
  readonly times?: Reading;
  readonly left: readonly Reading[];
}

/** Marks for each hundred letters from which a text is punctuated: Mandarin has about ten. Chosen. */
const PUNCTUATED = 3;

/** From which share of its cues on a reading counts as timed; chosen. */
const TIMED = 0.5;

export function isTimed({ timed }: Reading): boolean {
  return timed >= TIMED;
}

/** Of so much as the longest text has, an untimed one is the whole and no summary. Chosen. */
const WHOLE = 0.7;

/**
 * Of several readings of one recording the better text is the transcript: with speakers and punctuation, then the one that
 * has no times (who keeps other words beside captions has corrected them), then with times of words or cues, then the longer. Where it has no times, the timed one that is nearest to it in length gives them.
 */
export function chooseReadings(readings: readonly Reading[]): ChosenReadings {
  const digests = new Set(readings.map(({ wordsDigest }) => wordsDigest));
  const firsts = [...digests].flatMap((digest) =>
    readings
      .filter(({ wordsDigest }) => wordsDigest === digest)
      .sort(by(rankSameWords))
      .slice(0, 1),
  );
  const most = Math.max(0, ...firsts.map(({ letters }) => letters));
  const [transcript] = firsts.sort(by((reading) => rank(reading, most)));
  if (transcript === undefined) return { left: [] };
  const timed = isTimed(transcript) ? [] : readings.filter(isTimed);
  const [times] = timed.sort((a, b) => distance(a, transcript) - distance(b, transcript));
  return {
    transcript,
    ...(times === undefined ? {} : { times }),
    left: readings.filter((reading) => reading !== transcript && reading !== times),
  };
}

/** Of the same words the one that says most of them (content.md). */
function rankSameWords(reading: Reading): number[] {
  return [Number(reading.hasWordTimes), Number(reading.labels.length > 0), Number(isTimed(reading))];
}

function rank(reading: Reading, most: number): number[] {
  const isPunctuated = reading.punctuation >= PUNCTUATED;
  return [
    Number(reading.labels.length > 0) + Number(isPunctuated),
    Number(isPunctuated && !isTimed(reading) && reading.letters >= most * WHOLE),
    ...rankSameWords(reading),
    reading.letters,
  ];
}

/** The highest first. */
function by(rankOf: (reading: Reading) => readonly number[]): (a: Reading, b: Reading) => number {
  return (a, b) => compareRanks(rankOf(b), rankOf(a));
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, own] of a.entries()) {
    const difference = own - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function distance(a: Reading, b: Reading): number {
  return a.wordsDigest === b.wordsDigest ? -1 : Math.abs(a.letters - b.letters);
}
