import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadPeople } from "../../archive/content/load-people.ts";
import { loadShow } from "../../archive/content/load-show.ts";
import { hasTranscriptEnding, isTranscriptName } from "../../archive/content/name-episode-files.ts";
import {
  type FrontMatter,
  type KnownPeople,
  readFrontMatter,
} from "../../archive/content/read-front-matter.ts";
import type { Show } from "../../model/archive.ts";
import type { Problem } from "../../model/problem.ts";
import { makeSlug } from "../../text/slug.ts";
import type { PairTarget } from "../pair/pair-readings.ts";

/** An episode's folder as it stands. */
export interface HeldEpisode extends PairTarget {
  /** The folder's name. */
  readonly folder: string;
  readonly front: FrontMatter;
  /** The text of episode.md. */
  readonly text: string;
  /** The names of all that is in the folder. */
  readonly names: readonly string[];
  readonly transcript?: string;
  readonly times?: string;
}

/** What a content folder holds, as far as an import needs to know it. */
export interface HeldContent {
  readonly contentDir: string;
  readonly episodes: readonly HeldEpisode[];
  /** Of all folders below episodes/, in lower case, those that are no episodes too. */
  readonly slugs: ReadonlySet<string>;
  /** Folders whose episode.md has an error: nobody knows what it says, so they are let be. */
  readonly atFault: readonly string[];
  readonly people: KnownPeople;
  /** Absent where there is none yet; of one with an error nobody knows what it says, so it is let be. */
  readonly show?: Show | "at-fault";
  /** Errors of people.yaml: nobody can be added to it. */
  readonly problems: readonly Problem[];
  /** Of the bytes of its transcripts and times. */
  readonly digests: ReadonlySet<string>;
}

/** Reads what is there. Problems of the content are told by `check`. */
export async function scanContent(contentDir: string): Promise<HeldContent> {
  const path = join(contentDir, "people.yaml");
  const people = await loadPeople({ path, name: `${contentDir}/people.yaml`, root: contentDir });
  const showFile = { path: join(contentDir, "show.yaml"), name: `${contentDir}/show.yaml`, root: contentDir };
  const { show, problems: showProblems } = await loadShow(showFile);
  const entries = await readdir(join(contentDir, "episodes"), { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const episodes: HeldEpisode[] = [];
  const atFault: string[] = [];
  for (const { name: folder } of folders) {
    const path = join(contentDir, "episodes", folder);
    const text = await readFile(join(path, "episode.md"), "utf8").catch(() => undefined);
    if (text === undefined) continue;
    const front = readFrontMatter(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"), folder, people);
    if (front.problems.some(({ severity }) => severity === "error")) atFault.push(folder);
    else episodes.push(hold(folder, text, front, await readdir(path)));
  }
  const slugs = new Set(entries.map(({ name }) => makeSlug(name).toLowerCase()));
  return {
    contentDir,
    episodes,
    atFault,
    people,
    show: showProblems.some(({ severity }) => severity === "error") ? "at-fault" : show,
    slugs,
    digests: await digestFiles(contentDir, episodes),
    problems: people.problems.filter(({ severity }) => severity === "error"),
  };
}

function hold(folder: string, text: string, front: FrontMatter, names: readonly string[]): HeldEpisode {
  const { title, date, number, season, duration, audio } = front.data;
  const transcript = names.find(isTranscriptName) ?? names.find(isTranscriptByEnding);
  const times = names.find((name) => /^times\.[a-z0-9]+$/i.test(name));
  return {
    folder,
    slug: folder,
    text,
    front,
    names,
    title,
    date,
    ...(number === undefined ? {} : { number }),
    ...(season === undefined ? {} : { season }),
    ...(duration === undefined ? {} : { duration }),
    ...nameAudio(audio?.url),
    ...(transcript === undefined ? {} : { transcript }),
    ...(times === undefined ? {} : { times }),
  };
}

const otherFiles = /^(?:episode\.md|punctuated\.txt|readme\b.*|(?:times|cover|chapters|corrections)\..*)$/i;

/** Whether a file is the transcript for want of one that is called so. */
function isTranscriptByEnding(name: string): boolean {
  return hasTranscriptEnding(name) && !otherFiles.test(name);
}

/** The name of an audio file without folders and ending. */
export function nameAudio(url: string | undefined): { audioStem?: string } {
  if (url === undefined) return {};
  const last = (URL.parse(url)?.pathname ?? url).split("/").at(-1) ?? "";
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // A stray per cent sign is a part of the name.
  }
  const stem = name.replace(/\.[a-z0-9]{2,4}$/i, "");
  // Hosts call every file so.
  return stem.length < 2 || /^(?:audio|media|default|index|play|download)$/i.test(stem)
    ? {}
    : { audioStem: stem };
}

/** Of all transcripts and times that are there, to be compared with readings. */
async function digestFiles(contentDir: string, episodes: readonly HeldEpisode[]): Promise<Set<string>> {
  const digests = new Set<string>();
  for (const { folder, transcript, times } of episodes)
    for (const name of [transcript, times]) {
      if (name === undefined) continue;
      const bytes = await readFile(join(contentDir, "episodes", folder, name)).catch(() => undefined);
      if (bytes !== undefined) digests.add(createHash("sha256").update(bytes).digest("hex"));
    }
  return digests;
}
