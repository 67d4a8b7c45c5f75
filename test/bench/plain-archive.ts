import { readPlainTokens } from "./plain-tokens.ts";
import type { SourceEpisode } from "./read-source.ts";

/** A cue among an episode's tokens. */
interface PlainCue {
  /** Position of its first token in {@link PlainArchive.tokens}. */
  readonly firstToken: number;
  readonly startTime: number;
  readonly endTime: number;
}

export interface PlainEpisode {
  readonly slug: string;
  /** Positions in {@link PlainArchive.tokens}: from the first to before the second. */
  readonly from: number;
  readonly to: number;
  readonly cues: readonly PlainCue[];
}

/** Every token of an archive in one row: what a plain search reads from end to end. */
export interface PlainArchive {
  /** Numbers of tokens; 0 stands between two turns and between two episodes. */
  readonly tokens: Int32Array;
  readonly numbers: ReadonlyMap<string, number>;
  readonly episodes: readonly PlainEpisode[];
}

const WALL = 0;

/** Puts the tokens of all episodes in one row. */
export function makePlainArchive(sources: readonly SourceEpisode[]): PlainArchive {
  const numbers = new Map<string, number>();
  const row = new GrowingRow();
  const episodes: PlainEpisode[] = [];
  for (const { slug, cues } of sources) {
    row.push(WALL);
    const from = row.length;
    const placed: PlainCue[] = [];
    let speaker: string | undefined;
    for (const [index, cue] of cues.entries()) {
      if (index > 0 && cue.speaker !== speaker) row.push(WALL);
      speaker = cue.speaker;
      placed.push({ firstToken: row.length, startTime: cue.startTime, endTime: cue.endTime });
      for (const { text } of readPlainTokens(cue.text)) {
        let number = numbers.get(text);
        if (number === undefined) {
          number = numbers.size + 1;
          numbers.set(text, number);
        }
        row.push(number);
      }
    }
    episodes.push({ slug, from, to: row.length, cues: placed });
  }
  return { tokens: row.take(), numbers, episodes };
}

/** The Han character that is said most. */
export function findMostFrequent({ tokens, numbers }: PlainArchive): string {
  const counts = new Uint32Array(numbers.size + 1);
  for (const number of tokens) counts[number] = (counts[number] as number) + 1;
  let most = "";
  for (const [text, number] of numbers) {
    const isMore = (counts[number] as number) > (counts[numbers.get(most) ?? WALL] as number);
    if (/^\p{Script=Han}$/u.test(text) && (most === "" || isMore)) most = text;
  }
  return most;
}

class GrowingRow {
  length = 0;
  #row = new Int32Array(1 << 16);

  push(value: number): void {
    if (this.length === this.#row.length) {
      const larger = new Int32Array(this.#row.length * 2);
      larger.set(this.#row);
      this.#row = larger;
    }
    this.#row[this.length] = value;
    this.length += 1;
  }

  take(): Int32Array {
    return this.#row.slice(0, this.length);
  }
}
