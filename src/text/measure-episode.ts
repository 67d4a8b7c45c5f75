import type { Episode } from "../model/archive.ts";
import { measureStrip } from "./draw-strip.ts";

const measured = new WeakMap<Episode, Map<number, readonly number[]>>();

/** The heights of an episode's strip; measured once, because many pages show the same episode. */
export function measureEpisode(episode: Episode, strokes: number): readonly number[] {
  const known = measured.get(episode) ?? new Map<number, readonly number[]>();
  measured.set(episode, known);
  const heights = known.get(strokes) ?? measureStrip(episode.passages, episode.duration, strokes);
  known.set(strokes, heights);
  return heights;
}
