import type { Episode, Show } from "../../model/archive.ts";
import type { Recording } from "../../model/recording.ts";
import { measureStrip } from "../../text/draw-strip.ts";
import { shortenText } from "../site/shorten-text.ts";

/** What is said about an episode in 160 characters: its summary, else its first words. */
export function describeEpisode(episode: Episode, length = 160): string {
  return shortenText(episode.summary ?? episode.passages[0]?.text ?? episode.title, length);
}

/**
 * A summary's first sentences, to be read at once, and what follows, to be opened: a long one would push the
 * transcript off the screen. Short ones stay whole.
 */
export function splitSummary(summary: string, length = 110): { lead: string; rest: string } {
  if (summary.length <= length * 1.5) return { lead: summary, rest: "" };
  const sentences = summary.match(/[^。！？.!?]*(?:[。！？]|[.!?](?=\s)|$|[.!?])/gu) ?? [summary];
  let lead = "";
  for (const sentence of sentences) {
    if (lead !== "" && lead.length + sentence.length > length) break;
    lead += sentence;
  }
  return { lead: lead.trim(), rest: summary.slice(lead.length).trim() };
}

/** In how many places the glossary or a correction changed what was heard. */
export function countCorrections({ passages }: Pick<Episode, "passages">): number {
  const count = ({ changes }: Episode["passages"][number]) =>
    changes.filter(({ source }) => source !== "unclear").length;
  return passages.reduce((sum, passage) => sum + count(passage), 0);
}

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
