import type { Audio } from "../../model/archive.ts";
import { makeFileAddress } from "../../model/site-address.ts";

/** MIME types of the endings that audio files have (IANA, and what browsers are known to play). */
const typeByEnding: Readonly<Record<string, string>> = {
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
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
export function findAudio(audio: string, base: string, slug: string): Audio {
  const url = isAudioFile(audio) ? makeFileAddress(base, "episodes", slug, ...audio.split("/")) : audio;
  const path = isAudioFile(audio) ? audio : new URL(audio).pathname;
  const type = typeByEnding[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ""];
  return { url, ...(type === undefined ? {} : { type }) };
}
