import type { Episode } from "../../model/archive.ts";
import type { Corrections } from "../../model/corrections.ts";
import type { Speaker } from "../../model/cue.ts";
import type { LineProblem, Problem } from "../../model/problem.ts";
import { type BuiltEpisode, buildEpisode } from "../../pipeline/pipeline.ts";
import { placeProblems } from "./content-file.ts";
import { type EpisodeFolder, EpisodeReader } from "./episode-reader.ts";
import { isAudioFile } from "./find-audio.ts";
import { type ArchiveContext, makeEpisode } from "./make-episode.ts";
import { type EpisodeFileNames, nameEpisodeFiles } from "./name-episode-files.ts";
import { type FrontMatter, readFrontMatter } from "./read-front-matter.ts";
import { LONGEST_NOTES, renderNotes } from "./render-notes.ts";
import { foldName, makeSpeakerResolver } from "./resolve-speaker.ts";

/** The files of an episode as they were read, for commands that look at what was heard. */
export interface EpisodeFiles {
  readonly folder: EpisodeFolder;
  readonly transcriptFile: string;
  readonly bytes: Uint8Array;
  readonly corrections: Corrections;
  resolveSpeaker(label: string): Speaker;
}

/** What a folder turned out to be. */
export interface LoadedEpisode {
  /** Names all that the episode was made from; absent where nothing is kept. */
  readonly key?: string;
  /** Absent where the folder holds no episode, or one with an error. */
  readonly episode?: Episode;
  readonly isEpisode: boolean;
  /** Absent where there is no transcript that can be read. */
  readonly files?: EpisodeFiles;
  readonly problems: readonly Problem[];
}

function renderNotesSafely(notes: string): { html?: string; problems: LineProblem[] } {
  if (notes === "") return { problems: [] };
  if (notes.length > LONGEST_NOTES) {
    const message = `The show notes have ${notes.length} characters, and at most ${LONGEST_NOTES} are shown. Shorten them; what was said belongs into the transcript.`;
    return { problems: [{ severity: "error", message }] };
  }
  try {
    const html = renderNotes(notes);
    return { ...(html === "" ? {} : { html }), problems: [] };
  } catch (error) {
    const message = `The show notes cannot be read (${error instanceof Error ? error.message : error}). Look for thousands of brackets or quotes inside each other.`;
    return { problems: [{ severity: "error", message }] };
  }
}

/** A folder that is no episode: nothing to say where it is empty, an error where it looks like one. */
function checkOtherFolder(reader: EpisodeReader, names: readonly string[]): LoadedEpisode {
  if (names.some((name) => /^transcript\./i.test(name))) {
    const message =
      'There is no episode.md. Create it with "title" and "date" between two lines of three hyphens (---).';
    reader.report(undefined, [{ severity: "error", message }]);
    return { isEpisode: true, problems: reader.problems };
  }
  const message =
    "The folder holds no episode.md and no transcript, so it is no episode. Add them, or move it away.";
  reader.report(undefined, [{ severity: "warning", message }]);
  return { isEpisode: false, problems: reader.problems };
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

/** Takes the transcript, with what else is in the folder, through the pipeline. Undefined where there is none. */
async function buildFromFiles(
  reader: EpisodeReader,
  files: EpisodeFileNames,
  front: FrontMatter,
  context: ArchiveContext,
): Promise<{ built: BuiltEpisode; files: Omit<EpisodeFiles, "folder"> } | undefined> {
  const corrections = await reader.readCorrections();
  const chapters = await reader.readChapters(files);
  const { transcript } = files;
  const bytes = transcript === undefined ? undefined : await reader.readBytes(transcript);
  if (transcript === undefined || bytes === undefined) return undefined;
  const { duration, offset, speakers } = front.data;
  const resolveSpeaker = makeSpeakerResolver(context.people, speakers);
  const built = buildEpisode(
    {
      transcript: { bytes, fileName: transcript },
      corrections,
      chapters,
      offset,
      ...(duration === undefined ? {} : { duration }),
    },
    { terms: context.terms, resolveSpeaker },
  );
  reportStages(reader, built, { transcript, ...files }, context);
  return { built, files: { transcriptFile: transcript, bytes, corrections, resolveSpeaker } };
}

/** Reads one folder below `episodes/` and takes it through the pipeline. Never throws for what the files say. */
export async function loadEpisode(folder: EpisodeFolder, context: ArchiveContext): Promise<LoadedEpisode> {
  const reader = new EpisodeReader(folder);
  const names = await reader.listNames();
  const text = await reader.readText("episode.md");
  if (text === undefined && reader.problems.length === 0) return checkOtherFolder(reader, names);
  const front = readFrontMatter(text ?? "", folder.folder, context);
  if (text !== undefined) reader.report("episode.md", front.problems);
  const { files, problems: nameProblems } = nameEpisodeFiles(names);
  for (const { fileName, ...problem } of nameProblems) reader.report(fileName, [problem]);
  const notes = renderNotesSafely(front.notes);
  const audioProblems = await checkAudio(front, (fileName) => reader.hasFile(fileName));
  reader.report("episode.md", [...audioProblems, ...notes.problems]);
  const read = await buildFromFiles(reader, files, front, context);
  const built = read?.built;
  const own = read === undefined ? {} : { files: { folder, ...read.files } };
  if (built !== undefined && built.passages.length > 0) {
    reader.report("episode.md", checkLabels(front, built.labels));
  }
  const { transcript } = files;
  const hasError = reader.problems.some(({ severity }) => severity === "error");
  if (built === undefined || transcript === undefined || hasError) {
    return { isEpisode: true, problems: reader.problems, ...own };
  }
  const episode = makeEpisode(folder, front.data, { ...files, transcript }, built, context);
  return {
    isEpisode: true,
    ...own,
    episode: notes.html === undefined ? episode : { ...episode, notesHtml: notes.html },
    problems: reader.problems,
  };
}

/** Audio that is a file must be there. */
async function checkAudio(
  { data, findLine }: FrontMatter,
  hasFile: (fileName: string) => Promise<boolean>,
): Promise<LineProblem[]> {
  const { audio } = data;
  if (audio === undefined || !isAudioFile(audio) || (await hasFile(audio))) return [];
  const message = `The audio is "${audio}", and there is no such file in the folder. Put it there, or write its address.`;
  return [{ severity: "error", line: findLine(["audio"]), message }];
}

/** Labels to which the front matter gives a person should be labels of the transcript. */
function checkLabels({ data, findLine }: FrontMatter, labels: ReadonlySet<string>): LineProblem[] {
  const spoken = new Set([...labels].map(foldName));
  return Object.keys(data.speakers)
    .filter((label) => !spoken.has(foldName(label)))
    .map((label) => ({
      severity: "warning",
      line: findLine(["speakers", label]),
      message: `The label "${label}" stands nowhere in the transcript. ${
        labels.size === 0
          ? 'It names no speakers; say who speaks in corrections.yaml under "turns".'
          : `Its labels are ${[...labels].slice(0, 8).join(", ")}.`
      }`,
    }));
}
