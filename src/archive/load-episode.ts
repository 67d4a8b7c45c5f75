import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Episode, EpisodePerson, Person, Show, Term } from "../model/archive.ts";
import type { Corrections } from "../model/corrections.ts";
import type { Speaker } from "../model/cue.ts";
import type { EpisodeFile } from "../model/episode-schema.ts";
import type { ChapterSource, Passage } from "../model/passage.ts";
import type { LineProblem, Problem } from "../model/problem.ts";
import { type BuiltEpisode, buildEpisode } from "../pipeline/pipeline.ts";
import { type ContentFile, placeProblems, readContentBytes, readContentText } from "./content-file.ts";
import { findAudio, isAudioFile } from "./find-audio.ts";
import { type EpisodeFileNames, nameEpisodeFiles } from "./name-episode-files.ts";
import { readJsonChapters, readYamlChapters } from "./read-chapters.ts";
import { noCorrections, readCorrections } from "./read-corrections.ts";
import { type FrontMatter, type KnownPeople, readFrontMatter } from "./read-front-matter.ts";
import { renderNotes } from "./render-notes.ts";
import { foldName, makeSpeakerResolver } from "./resolve-speaker.ts";

/** What every episode needs to know of the archive around it. */
export interface ArchiveContext extends KnownPeople {
  readonly show: Show;
  readonly terms: readonly Term[];
  readonly glossaryFile: ContentFile;
  /** Begins and ends with a slash. */
  readonly base: string;
}

/** A folder below `episodes/`. */
export interface EpisodeFolder extends ContentFile {
  /** Its own name. */
  readonly folder: string;
  /** Its address. */
  readonly slug: string;
}

/** What a folder turned out to be. */
export interface LoadedEpisode {
  /** Absent where the folder holds no episode, or one with an error. */
  readonly episode?: Episode;
  readonly isEpisode: boolean;
  readonly problems: readonly Problem[];
}

/** The files of one episode, read one after another, and every problem found on the way. */
class EpisodeReader {
  readonly problems: Problem[] = [];
  readonly #folder: EpisodeFolder;

  constructor(folder: EpisodeFolder) {
    this.#folder = folder;
  }

  at(fileName: string): ContentFile {
    const { path, name } = this.#folder;
    return { path: join(path, fileName), name: `${name}/${fileName}` };
  }

  report(fileName: string | undefined, problems: readonly LineProblem[]): void {
    this.problems.push(...placeProblems(fileName === undefined ? this.#folder : this.at(fileName), problems));
  }

  async readText(fileName: string): Promise<string | undefined> {
    const { text, problems } = await readContentText(this.at(fileName));
    this.report(fileName, problems);
    return text;
  }

  async readBytes(fileName: string): Promise<Uint8Array | undefined> {
    const { bytes, problems } = await readContentBytes(this.at(fileName));
    this.report(fileName, problems);
    return bytes;
  }

  async readCorrections(): Promise<Corrections> {
    const text = await this.readText("corrections.yaml");
    if (text === undefined) return noCorrections;
    const { corrections, problems } = readCorrections(text);
    this.report("corrections.yaml", problems);
    return corrections;
  }

  async readChapters({ chapters: fileName }: EpisodeFileNames): Promise<readonly ChapterSource[]> {
    const text = fileName === undefined ? undefined : await this.readText(fileName);
    if (text === undefined || fileName === undefined) return [];
    const read = fileName === "chapters.json" ? readJsonChapters : readYamlChapters;
    const { chapters, problems } = read(text);
    this.report(fileName, problems);
    return chapters;
  }
}

function checkAudio({ data, findLine }: FrontMatter, names: readonly string[]): LineProblem[] {
  const { audio } = data;
  if (audio === undefined || !isAudioFile(audio) || names.includes(audio)) return [];
  const message = `The audio is "${audio}", and there is no such file in the folder. Put it there, or write its address.`;
  return [{ severity: "error", line: findLine(["audio"]), message }];
}

function checkLabels({ data, findLine }: FrontMatter, labels: ReadonlySet<string>): LineProblem[] {
  const spoken = new Set([...labels].map(foldName));
  return Object.keys(data.speakers)
    .filter((label) => !spoken.has(foldName(label)))
    .map((label) => ({
      severity: "warning",
      line: findLine(["speakers", label]),
      message: `The label "${label}" stands nowhere in the transcript. ${
        labels.size === 0
          ? "It names no speakers; say who speaks in corrections.yaml under \"turns\"."
          : `Its labels are ${[...labels].slice(0, 8).join(", ")}.`
      }`,
    }));
}

function renderNotesSafely(notes: string): { html?: string; problems: LineProblem[] } {
  if (notes === "") return { problems: [] };
  try {
    const html = renderNotes(notes);
    return { ...(html === "" ? {} : { html }), problems: [] };
  } catch (error) {
    const message = `The show notes cannot be read (${error instanceof Error ? error.message : error}). Look for thousands of brackets or quotes inside each other.`;
    return { problems: [{ severity: "error", message }] };
  }
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
  people: readonly Person[],
): EpisodePerson[] {
  const roles = new Map(named.map(({ id, role }) => [id, role]));
  for (const { personId, sure } of speakers) {
    if (personId !== undefined && sure === 1 && !roles.has(personId)) roles.set(personId, undefined);
  }
  return [...roles].map(([id, ownRole]) => {
    const person = people.find((candidate) => candidate.id === id);
    const role = ownRole ?? person?.role;
    return { name: person?.name ?? id, id, ...(role === undefined ? {} : { role }) };
  });
}

function makeEpisode(
  folder: EpisodeFolder,
  data: EpisodeFile,
  files: EpisodeFileNames & { transcript: string },
  built: BuiltEpisode,
  context: ArchiveContext,
): Episode {
  const speakers = listSpeakers(built.passages);
  const { title, date, number, season, topics, summary, links } = data;
  return {
    slug: folder.slug,
    folder: folder.folder,
    title,
    date,
    ...(number === undefined ? {} : { number }),
    ...(season === undefined ? {} : { season }),
    ...(data.audio === undefined ? {} : { audio: findAudio(data.audio, context.base, folder.slug) }),
    duration: built.duration,
    isDurationEstimated: built.isDurationEstimated,
    people: listPeople(data.people, speakers, context.people),
    language: data.language ?? context.show.language,
    topics: [...new Set(topics)],
    ...(summary === undefined ? {} : { summary }),
    links,
    isDraft: data.draft,
    ...(files.cover === undefined ? {} : { cover: files.cover }),
    transcriptFile: files.transcript,
    timing: built.timing,
    chapters: built.chapters,
    passages: built.passages,
    speakers,
  };
}

/** A folder that is no episode: nothing to say where it is empty, an error where it looks like one. */
function checkOtherFolder(reader: EpisodeReader, names: readonly string[]): LoadedEpisode {
  if (names.some((name) => /^transcript\./i.test(name))) {
    const message = 'There is no episode.md. Create it with "title" and "date" between two lines of three hyphens (---).';
    reader.report(undefined, [{ severity: "error", message }]);
    return { isEpisode: true, problems: reader.problems };
  }
  const message = "The folder holds no episode.md and no transcript, so it is no episode. Add them, or move it away.";
  reader.report(undefined, [{ severity: "warning", message }]);
  return { isEpisode: false, problems: reader.problems };
}

/** Reads one folder below `episodes/` and takes it through the pipeline. Never throws for what the files say. */
export async function loadEpisode(folder: EpisodeFolder, context: ArchiveContext): Promise<LoadedEpisode> {
  const reader = new EpisodeReader(folder);
  const names = await readdir(folder.path, { recursive: false });
  const text = await reader.readText("episode.md");
  if (text === undefined && reader.problems.length === 0) return checkOtherFolder(reader, names);
  const front = readFrontMatter(text ?? "", folder.folder, context);
  if (text !== undefined) reader.report("episode.md", front.problems);
  const { files, problems: nameProblems } = nameEpisodeFiles(names);
  for (const { fileName, ...problem } of nameProblems) reader.report(fileName, [problem]);
  const notes = renderNotesSafely(front.notes);
  reader.report("episode.md", [...checkAudio(front, names), ...notes.problems]);
  const corrections = await reader.readCorrections();
  const chapters = await reader.readChapters(files);
  const { transcript } = files;
  const bytes = transcript === undefined ? undefined : await reader.readBytes(transcript);
  if (transcript === undefined || bytes === undefined) return { isEpisode: true, problems: reader.problems };
  const { duration, offset, speakers } = front.data;
  const built = buildEpisode(
    {
      transcript: { bytes, fileName: transcript },
      corrections,
      chapters,
      offset,
      ...(duration === undefined ? {} : { duration }),
    },
    { terms: context.terms, resolveSpeaker: makeSpeakerResolver(context.people, speakers) },
  );
  reportStages(reader, built, { transcript, ...files }, context);
  reader.report("episode.md", checkLabels(front, built.labels));
  if (reader.problems.some(({ severity }) => severity === "error")) {
    return { isEpisode: true, problems: reader.problems };
  }
  const episode = makeEpisode(folder, front.data, { ...files, transcript }, built, context);
  return {
    isEpisode: true,
    episode: notes.html === undefined ? episode : { ...episode, notesHtml: notes.html },
    problems: reader.problems,
  };
}

function reportStages(
  reader: EpisodeReader,
  built: BuiltEpisode,
  files: EpisodeFileNames & { transcript: string },
  { glossaryFile }: ArchiveContext,
): void {
  const fileNames = {
    transcript: files.transcript,
    corrections: "corrections.yaml",
    chapters: files.chapters ?? "chapters.yaml",
  };
  for (const { in: place, ...problem } of built.problems) {
    if (place === "glossary") reader.problems.push(...placeProblems(glossaryFile, [problem]));
    else reader.report(fileNames[place], [problem]);
  }
}
