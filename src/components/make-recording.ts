import type { Episode, Show } from "../model/archive.ts";
import type { Recording } from "../model/recording.ts";
import { measureStrip } from "../text/draw-strip.ts";

/** Strokes of the player's bar; a phone shows them two pixels apart. */
const barStrokes = 120;

/** What the player is told of an episode; undefined where it has no audio. */
export function makeRecording(
  episode: Episode,
  show: Pick<Show, "title">,
  addresses: { readonly page: string; readonly cover?: string },
): Recording | undefined {
  const { audio, title, language, duration, chapters } = episode;
  if (audio === undefined) return undefined;
  const { page, cover } = addresses;
  return {
    page,
    title,
    show: show.title,
    language,
    url: audio.url,
    ...(audio.type === undefined ? {} : { type: audio.type }),
    ...(cover === undefined ? {} : { cover }),
    duration,
    chapters: chapters.map((chapter) => ({ title: chapter.title, start: chapter.start })),
    strip: measureStrip(episode.passages, episode.duration, barStrokes).map(
      (height) => Math.round(height * 100) / 100,
    ),
  };
}
