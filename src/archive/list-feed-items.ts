import type { Audio, Episode } from "../model/archive.ts";
import type { FeedLack } from "../model/problem-values.ts";

/** An episode that can be an item of a feed of recordings. */
export interface FeedEpisode {
  readonly episode: Episode;
  readonly audio: Required<Pick<Audio, "url" | "bytes" | "type">>;
  /** That of the item in the show's own feed, else the episode's slug, which is its address for ever. */
  readonly guid: string;
}

/** What a feed can hold of an archive, newest first, and why it cannot hold the others. Drafts are neither. */
export function listFeedItems(episodes: readonly Episode[]): {
  readonly items: readonly FeedEpisode[];
  readonly left: readonly (readonly [episode: Episode, lack: FeedLack])[];
} {
  const items: FeedEpisode[] = [];
  const left: (readonly [Episode, FeedLack])[] = [];
  const guids = new Set<string>();
  for (const episode of episodes.filter(({ isDraft }) => !isDraft)) {
    const { url, bytes, type } = episode.audio ?? {};
    const guid = episode.guid ?? episode.slug;
    if (!hasDay(episode)) left.push([episode, "day"]);
    else if (url === undefined) left.push([episode, "audio"]);
    else if (bytes === undefined) left.push([episode, "bytes"]);
    else if (type === undefined) left.push([episode, "type"]);
    else if (guids.has(guid)) left.push([episode, "guid"]);
    else {
      guids.add(guid);
      items.push({ episode, audio: { url, bytes, type }, guid });
    }
  }
  return { items, left };
}

/** Whether an episode's date names a day: feeds know no other dates. */
export function hasDay({ date }: Pick<Episode, "date">): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}
