import type { Audio, Episode, EpisodePerson } from "../../model/archive.ts";
import { hasCaptions, listTimedChapters } from "../episode-files.ts";
import { completeAddress, completeLinks, type FeedPlace, locateFile, locatePage } from "./feed-place.ts";
import { makeElement, makeOptional, type XmlElement } from "./write-xml.ts";

/** What an item says of its episode beside what the episode itself says. */
export interface FeedItemSource {
  readonly episode: Episode;
  /** Absent where nothing says how large the recording is, or of what kind: no app could take it. */
  readonly audio?: Required<Pick<Audio, "url" | "bytes" | "type">>;
  readonly guid: string;
  /** The whole address to which the item leads. */
  readonly link: string;
  /** Text; in its place stand short show notes of an episode without a summary. */
  readonly description: string;
  /** False where the show notes are left out. */
  readonly hasNotes: boolean;
}

/** Bytes of a description (PSP-1, https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification). */
const longestDescription = 4000;
/** Characters of a person's name that the namespace takes. */
const longestName = 128;

/**
 * An item of RSS 2.0 with what Apple's and the podcast namespace have for an episode. Of an estimated length, of an
 * estimated time and of the number 0 nothing is said.
 */
export function makeFeedItem(
  { episode, audio, guid, link, description, hasNotes }: FeedItemSource,
  place: FeedPlace,
  /** The slugs of the people who have a page, by their ids. */
  slugOf: ReadonlyMap<string, string>,
): XmlElement {
  const { slug, summary, number, season } = episode;
  const page = locatePage(place, "episodes", slug);
  const notes = hasNotes ? completeLinks(episode.notesHtml ?? "", page) : "";
  const isSummary = summary === undefined && notes !== "" && countBytes(notes) <= longestDescription;
  return makeElement("item", [
    makeElement("title", episode.title),
    makeElement("link", link),
    makeElement("guid", guid, { isPermaLink: false }),
    makeElement("pubDate", formatFeedDate(episode.date)),
    makeElement("description", isSummary ? notes : writeDescription(description)),
    ...(isSummary ? [] : makeOptional("content:encoded", notes)),
    ...(audio === undefined
      ? []
      : [
          makeElement("enclosure", "", {
            url: completeAddress(audio.url, place),
            length: audio.bytes,
            type: audio.type,
          }),
        ]),
    ...(episode.isDurationEstimated
      ? []
      : makeOptional("itunes:duration", Math.round(episode.duration) || undefined)),
    ...makeOptional("itunes:season", season || undefined),
    ...makeOptional("itunes:episode", number || undefined),
    ...makeOptional("podcast:season", season || undefined),
    ...makeOptional("podcast:episode", number || undefined),
    ...nameFiles(episode, place),
    ...episode.people.map((person) => makePerson(person, place, slugOf)),
  ]);
}

/** A person as `podcast:person` has them; without a role apps take them for a host. */
export function makePerson(
  { id, name, role }: EpisodePerson,
  place: FeedPlace,
  slugOf: ReadonlyMap<string, string>,
): XmlElement {
  const slug = id === undefined ? undefined : slugOf.get(id);
  const href = slug === undefined ? undefined : locatePage(place, "people", slug);
  return makeElement("podcast:person", [...name].slice(0, longestName).join(""), { role, href });
}

/** The episode's transcript in the forms in which it is right, and its chapters. */
function nameFiles(episode: Episode, place: FeedPlace): XmlElement[] {
  const { slug, language } = episode;
  const name = (file: string, type: string) => ({ url: locateFile(place, "episodes", slug, file), type });
  const transcripts = hasCaptions(episode)
    ? [
        name("transcript.vtt", "text/vtt"),
        // The estimated times of others would be taken for real ones.
        ...(episode.timing === "cue" ? [name("transcript.json", "application/json")] : []),
      ]
    : [name("transcript.html", "text/html")];
  return [
    ...transcripts.map((own) => makeElement("podcast:transcript", "", { ...own, language })),
    ...(listTimedChapters(episode).length === 0
      ? []
      : [makeElement("podcast:chapters", "", name("chapters.json", "application/json+chapters"))]),
  ];
}

/**
 * A description that says the same to apps that take it for HTML and to those that do not: what would be a tag or a
 * reference is none.
 */
export function writeDescription(text: string): string {
  const safe = text.replace(/&(?=#?\w{1,32};)/g, "&amp;").replace(/</g, "&lt;");
  return cutBytes(safe.trim(), longestDescription);
}

/** The beginning of a text that has so many bytes of UTF-8 at most; no reference in it is cut. */
function cutBytes(text: string, most: number): string {
  if (countBytes(text) <= most) return text;
  let bytes = countBytes("…");
  let end = 0;
  for (const character of text) {
    bytes += countBytes(character);
    if (bytes > most) break;
    end += character.length;
  }
  return `${text.slice(0, end).replace(/&[#\w]*$/, "")}…`;
}

const encoder = new TextEncoder();

/** Bytes of UTF-8. */
function countBytes(text: string): number {
  return encoder.encode(text).length;
}

/** A day as RFC 2822 has it, at its beginning in UTC: `Wed, 05 Mar 2025 00:00:00 GMT`. */
function formatFeedDate(day: string): string {
  return new Date(`${day}T00:00:00Z`).toUTCString();
}
