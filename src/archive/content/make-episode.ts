import type { Audio, Episode, EpisodePerson, Show, Term } from "../../model/archive.ts";
import type { Speaker } from "../../model/cue.ts";
import type { Passage } from "../../model/passage.ts";
import type { AudioSource, EpisodeFile } from "../../model/schema/episode-schema.ts";
import { mediaEndings } from "../../model/schema/fields.ts";
import { makeFileAddress } from "../../model/site-address.ts";
import { findMentions } from "../../pipeline/mention/find-mentions.ts";
import type { BuiltEpisode } from "../../pipeline/pipeline.ts";
import { measureStrip } from "../../text/draw-strip.ts";
import type { EpisodeFolder } from "./episode-reader.ts";
import type { EpisodeFileNames } from "./name-episode-files.ts";
import type { KnownPeople } from "./read-front-matter.ts";
import { omitAbsent } from "./validate-document.ts";

/** What every episode needs to know of the archive around it. */
export interface ArchiveContext extends KnownPeople {
  readonly show: Show;
  readonly terms: readonly Term[];
  /** Begins and ends with a slash. */
  readonly base: string;
}

/** MIME types of the endings that audio files have (IANA, and what browsers are known to play). */
const typeByEnding: Readonly<Record<(typeof mediaEndings.audio)[number], string>> = {
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  m4b: "audio/mp4",
  mp4: "audio/mp4",
  aac: "audio/aac",
  ogg: "audio/ogg",
  oga: "audio/ogg",
  opus: "audio/ogg",
  wav: "audio/wav",
  flac: "audio/flac",
  webm: "audio/webm",
};

/** Whether `audio` of an episode's front matter names a file in its folder. */
export function isAudioFile(audio: string): boolean {
  return !/^https?:/.test(audio);
}

/** Where the audio of an episode is: the address as given, or that of a file below the episode's page. */
export function findAudio({ url: audio, bytes, type }: AudioSource, base: string, slug: string): Audio {
  const isFile = isAudioFile(audio);
  const url = isFile ? makeFileAddress(base, "episodes", slug, ...audio.split("/")) : audio;
  const ending = /\.([a-z0-9]+)$/i.exec(isFile ? audio : new URL(audio).pathname)?.[1]?.toLowerCase();
  const known = mediaEndings.audio.find((own) => own === ending);
  const ownType = type ?? (known === undefined ? undefined : typeByEnding[known]);
  return {
    url,
    ...(ownType === undefined ? {} : { type: ownType }),
    ...(bytes === undefined ? {} : { bytes }),
    ...(isFile ? { file: audio } : {}),
  };
}

function listSpeakers(passages: readonly Passage[]): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const { speaker } of passages) {
    if (speaker === undefined) continue;
    const known = speakers.get(speaker.key);
    // As sure as the surest place where it is this speaker.
    if (known === undefined || known.sure < speaker.sure) speakers.set(speaker.key, speaker);
  }
  return [...speakers.values()];
}

/** Those whom the front matter names, then everyone of people.yaml who certainly speaks. */
function listPeople(
  named: EpisodeFile["people"],
  speakers: readonly Speaker[],
  { people, ids }: KnownPeople,
): EpisodePerson[] {
  const roles = new Map(named.map(({ id, role }) => [id, role]));
  for (const { personId, sure } of speakers) {
    if (personId !== undefined && sure === 1 && !roles.has(personId)) roles.set(personId, undefined);
  }
  return [...roles].map(([id, ownRole]) => {
    const person = people.find((candidate) => candidate.id === id);
    const role = ownRole ?? person?.role;
    const known = ids.has(id) ? { id } : {};
    return { name: person?.name ?? id, ...known, ...(role === undefined ? {} : { role }) };
  });
}

/**
 * Puts together what the files say and what the pipeline made of them. A field of episode.md that is read nowhere else
 * gets into the episode by its line in `episodeSchema`, and needs one in `Episode`.
 */
export function makeEpisode(
  folder: EpisodeFolder,
  data: EpisodeFile,
  files: EpisodeFileNames & { transcript: string },
  built: BuiltEpisode,
  context: ArchiveContext,
): Episode {
  const speakers = listSpeakers(built.passages);
  const { labels: _labels, problems: _problems, reading: _reading, ...text } = built;
  // The first three are for the pipeline alone.
  const { offset: _offset, speakers: _speakers, duration: _duration, audio, draft, ...plain } = data;
  return {
    ...omitAbsent(plain),
    ...text,
    slug: folder.slug,
    folder: folder.folder,
    ...(audio === undefined ? {} : { audio: findAudio(audio, context.base, folder.slug) }),
    people: listPeople(data.people, speakers, context),
    language: data.language ?? context.show.language,
    topics: [...new Set(data.topics)],
    isDraft: draft,
    ...(files.cover === undefined ? {} : { cover: files.cover }),
    transcriptFile: files.transcript,
    mentions: findMentions(built.passages, context.terms),
    speakers,
    strip: measureStrip(built.passages, built.duration).map((height) => Math.round(height * 1000) / 1000),
  };
}
