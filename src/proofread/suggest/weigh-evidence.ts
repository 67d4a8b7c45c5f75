import type { Candidate } from "./find-candidates.ts";
import type { Named } from "./gather-names.ts";
import type { SoundedToken } from "./sound-tokens.ts";

/** A place where something is said for certain, or nearly so, and how certain that is (0 to 1). */
export interface Sighting {
  readonly at: number;
  readonly weight: number;
}

export type Sightings = ReadonlyMap<Named, readonly Sighting[]>;

export function addSighting(sightings: Map<Named, Sighting[]>, owner: Named, sighting: Sighting): void {
  const own = sightings.get(owner) ?? [];
  sightings.set(owner, own);
  own.push(sighting);
}

/** What speaks for and against a candidate. */
export interface Evidence {
  readonly candidate: Candidate;
  /** The tokens that differ from the name, joined by spaces, and the name's owner: what is counted. */
  readonly key: string;
  /** How much rarer the words are than usual ones; about 0 for everyday words, 2 and more for none at all. */
  readonly oddity: number;
  readonly wordCount: number;
  /** How much the name is spoken of within some sentences, and within some minutes. */
  readonly near: number;
  readonly far: number;
}

/** How often a form stands in the archive, and how often with nothing about the name around it. */
export interface FormCount {
  readonly all: number;
  readonly stray: number;
}

/** Surprise of an everyday word for each of its characters; a Latin word counts for two characters. */
const USUAL_SURPRISE = 2;
/** Tokens after which a sighting counts for a third: some sentences, some minutes. */
const NEAR_REACH = 100;
const FAR_REACH = 800;
/** Below this a form stands where nobody speaks of the name. */
export const STRAY_BELOW = 0.15;

/** Gathers the evidence for a candidate but for counts, which only the whole archive can give. */
export function gatherEvidence(
  candidate: Candidate,
  tokens: readonly SoundedToken[],
  sightings: Sightings,
): Evidence {
  const { from, to, rightBefore, rightAfter, name } = candidate;
  const rest = tokens.slice(from + rightBefore, to - rightAfter);
  let surprise = 0;
  let wordCount = 0;
  for (const [index, token] of rest.entries()) {
    if (token.wordFrom !== from + rightBefore + index) continue;
    surprise += token.surprise;
    wordCount += 1;
  }
  const length = rest.reduce((sum, { isHan }) => sum + (isHan ? 1 : 2), 0);
  let near = 0;
  let far = 0;
  for (const { at, weight } of sightings.get(name.owner) ?? []) {
    if (at >= from && at < to) continue;
    const distance = Math.abs(at - from);
    near += weight * Math.exp(-distance / NEAR_REACH);
    far += weight * Math.exp(-distance / FAR_REACH);
  }
  const key = `${rest.map(({ text }) => text).join(" ")}\n${name.owner.meant}`;
  const oddity = surprise / length - USUAL_SURPRISE;
  return { candidate, key, oddity, wordCount, near: Math.min(2, near), far: Math.min(2, far / 2) };
}

/**
 * How sure it is that a candidate was misheard, 0 to 1. The weights are those of a logistic regression on the first
 * episode, whose corrections were made by readers; rounded. Fitted on five sixths of the episode and asked of the
 * sixth, the same evidence is as precise: 0.96 of the first 50 and 0.63 of the first 200, where these weights have
 * 0.96 and 0.68. How often a name is said in all, and which other names a stretch is like, added nothing to that.
 */
export function rateEvidence(
  { candidate, oddity, wordCount, near, far }: Evidence,
  { all, stray }: FormCount,
): number {
  const score =
    -2.7 +
    2.3 * (candidate.likeness * 10 - 8) +
    1.4 * Math.max(-1, Math.min(3, oddity)) +
    0.3 * (Math.min(candidate.phoneCount, 14) / 4 - 1.5) +
    0.65 * near +
    0.8 * far +
    (wordCount > 1 ? -2 : 0) +
    (candidate.rightBefore + candidate.rightAfter > 0 ? 1.8 : 0) +
    (candidate.name.isHan ? -1.5 : 0) -
    1.7 * Math.min(2, Math.log1p(stray) / 2) -
    0.45 * Math.min(2, Math.log1p(all) / 2);
  return 1 / (1 + Math.exp(-score));
}
