import type { PairReason } from "../../model/report.ts";
import type { Reading } from "../gather/read-reading.ts";
import { TitleIndex } from "./compare-titles.ts";

/** An episode as pairing knows it: one that is there, or one that would be. */
export interface PairTarget {
  readonly title: string;
  /** As exact as it is known. */
  readonly date?: string;
  /** True where a file's name says the date: a feed may name another day, another file's name is of another episode. */
  readonly isDateOfFile?: boolean;
  readonly number?: number;
  readonly season?: number;
  /** The one that its title names, where that is another: a show may count otherwise than its feed. */
  readonly titleNumber?: number;
  /** Seconds. */
  readonly duration?: number;
  /** The name of its audio file without its ending. */
  readonly audioStem?: string;
  /** Of its folder, where it has one. */
  readonly slug?: string;
}

export interface PairGuess<Target extends PairTarget> {
  readonly target: Target;
  /** 0 to 1. */
  readonly sure: number;
  readonly why: readonly PairReason[];
}

/** A reading with the episodes that it may be of, the likeliest first. */
export interface Pairing<Target extends PairTarget> {
  readonly reading: Reading;
  readonly guesses: readonly PairGuess<Target>[];
  /** Whether the first may be taken without asking. */
  readonly isSure: boolean;
}

/** Chosen: a name that says ep12 is enough, a length or a bare number alone is not. */
const SURE = 0.8;
/** By how much the first must be surer than the second; chosen. */
const MARGIN = 0.15;
/** Below it nobody is asked about it; chosen. */
const WORTH_ASKING = 0.3;

/** How much each reason weighs: one for it as the chance that it is right, one against it as what is left. Chosen. */
const weights: Readonly<Record<PairReason, number>> = {
  "audio-name": 0.95,
  slug: 0.95,
  number: 0.85,
  date: 0.85,
  "near-date": 0.4,
  title: 0.9,
  length: 0.5,
  "other-number": 0.2,
  "other-date": 0.4,
  "other-length": 0.4,
};

/**
 * For each reading the episodes that it may be of, by what its name says (number, date, title, the audio's name) and by
 * its length. Each reason is a chance for itself, so that several together are surer than the best of them.
 */
export function pairReadings<Target extends PairTarget>(
  readings: readonly Reading[],
  targets: readonly Target[],
): Pairing<Target>[] {
  const crowd = countDates(targets);
  const titles = new TitleIndex(targets);
  const named = targets.map((target) => ({
    target,
    names: { "audio-name": fold(target.audioStem ?? ""), slug: fold(target.slug ?? "") },
  }));
  return readings.map((reading) => {
    const likeness = titles.compare(reading.hints.title);
    const stem = fold(reading.hints.stem);
    const guesses = named
      .map(({ target, names }) => {
        const called = (["audio-name", "slug"] as const).find(
          (reason) => names[reason] === stem && stem !== "",
        );
        return weigh(reading, target, { likeness: likeness.get(target) ?? 0, crowd, called });
      })
      .filter(({ sure }) => sure >= WORTH_ASKING)
      .sort((a, b) => b.sure - a.sure)
      .slice(0, 8);
    const [first, second] = guesses;
    const isSure = first !== undefined && first.sure >= SURE && first.sure - (second?.sure ?? 0) >= MARGIN;
    return { reading, guesses, isSure };
  });
}

function countDates(targets: readonly PairTarget[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { date } of targets) if (date !== undefined) counts.set(date, (counts.get(date) ?? 0) + 1);
  return counts;
}

/** What is compared for all episodes at once. */
interface Compared {
  /** Of the file's name and the title, 0 to 1. */
  readonly likeness: number;
  /** How many episodes a day has. */
  readonly crowd: ReadonlyMap<string, number>;
  /** Where the file is called as the audio or the folder. */
  readonly called: "audio-name" | "slug" | undefined;
}

function weigh<Target extends PairTarget>(
  reading: Reading,
  target: Target,
  { likeness, crowd, called }: Compared,
): PairGuess<Target> {
  const { hints } = reading;
  const found: [PairReason, number][] = [];
  const add = (reason: PairReason, share = 1) => found.push([reason, weights[reason] * share]);
  if (called !== undefined) add(called);
  // A file that is called as the recording is its transcript, whatever digits stand in that name.
  if (called === undefined && hints.number !== undefined && target.number !== undefined) {
    const isSame =
      (hints.number === target.number || hints.number === target.titleNumber) &&
      (hints.season === undefined || hints.season === (target.season ?? 1));
    // A number alone may be anything's; that of another episode speaks against it the more, the surer it is one.
    if (isSame) add("number", hints.isNumberNamed ? 1 : 0.75);
    else found.push(["other-number", hints.isNumberNamed && likeness < 0.9 ? weights["other-number"] : 0.6]);
  }
  if (called === undefined && hints.date !== undefined && target.date?.length === 10) {
    const days = Math.abs(Date.parse(hints.date) - Date.parse(target.date)) / 86_400_000;
    if (days !== 0 && target.isDateOfFile === true) return { target, sure: 0, why: ["other-date"] };
    if (days === 0) add("date", (crowd.get(target.date) ?? 1) > 1 ? 0.6 : 1);
    else if (days <= 2) add("near-date");
    else add("other-date");
  }
  if (likeness >= 0.4) add("title", likeness);
  addLength(reading, target, found);
  const left = found.filter(([reason]) => !reason.startsWith("other-"));
  const chance = 1 - left.reduce((rest, [, weight]) => rest * (1 - weight), 1);
  const sure = found.reduce(
    (all, [reason, weight]) => (reason.startsWith("other-") ? all * weight : all),
    chance,
  );
  return { target, sure, why: found.map(([reason]) => reason) };
}

/** A recogniser's last cue ends within the last seconds; how long an untimed text takes to say is a rough guess. */
function addLength({ duration, timed }: Reading, target: PairTarget, found: [PairReason, number][]): void {
  if (target.duration === undefined || target.duration < 30 || duration === 0) return;
  const difference = Math.abs(duration - target.duration);
  const ratio = duration / target.duration;
  // Music may follow the last word.
  const tolerance = Math.max(8, target.duration * 0.01);
  if (timed < 0.5) {
    if (ratio > 2 || ratio < 0.4) found.push(["other-length", weights["other-length"]]);
  } else if (difference <= tolerance) {
    // The nearer of two lengths is the likelier.
    found.push(["length", weights.length * (1 - (0.4 * difference) / tolerance)]);
  } else if (difference > Math.max(240, target.duration * 0.2))
    found.push(["other-length", weights["other-length"]]);
}

function fold(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
