import type { Reading } from "../gather/read-reading.ts";
import type { PairGuess } from "../pair/pair-readings.ts";
import type { EpisodeTarget } from "./plan-episodes.ts";

/** Chosen: a list that is read at a glance. */
const mostOffered = 10;

/**
 * The episodes among which the owner is asked to choose for a file that is surely of none: those that it may be of,
 * the ones without a transcript first, then the others without one, the nearest in length first. A list of guesses alone
 * would not have the episode of a file whose name misleads.
 * @param waiting the episodes that no other file is surely of, and that have no transcript
 */
export function offerEpisodes(
  { duration }: Reading,
  guesses: readonly PairGuess<EpisodeTarget>[],
  waiting: ReadonlySet<EpisodeTarget>,
): PairGuess<EpisodeTarget>[] {
  const guessed = new Set(guesses.map(({ target }) => target));
  const distance = (target: EpisodeTarget) =>
    target.duration === undefined ? Number.POSITIVE_INFINITY : Math.abs(target.duration - duration);
  const others = [...waiting]
    .filter((target) => !guessed.has(target))
    .map((target) => ({ target, apart: distance(target) }))
    .sort((a, b) => (a.apart < b.apart ? -1 : a.apart > b.apart ? 1 : 0))
    .map(({ target }): PairGuess<EpisodeTarget> => ({ target, sure: 0, why: [] }));
  const isFree = ({ target }: PairGuess<EpisodeTarget>) => waiting.has(target);
  return [...guesses.filter(isFree), ...guesses.filter((guess) => !isFree(guess)), ...others].slice(
    0,
    mostOffered,
  );
}
