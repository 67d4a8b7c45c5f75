import type { Episode, Show, Term } from "../../model/archive.ts";
import type { Corrections } from "../../model/corrections.ts";
import type { Speaker } from "../../model/cue.ts";
import type { HeardText } from "../../model/heard-text.ts";
import type { Passage } from "../../model/passage.ts";
import { type Fault, isFault, type LineProblem, type Problem } from "../../model/problem.ts";
import { FaultError } from "../../model/report.ts";
import type { TranscriptExplanation } from "../../model/transcript-explanation.ts";
import { explainTranscript } from "../../pipeline/explain-transcript.ts";
import { type BuiltEpisode, buildEpisode, readEpisodeAsHeard } from "../../pipeline/pipeline.ts";
import { isPageAddress } from "../../text/page-address.ts";
import { weighText } from "../../text/weigh-text.ts";
import { chooseTranscript } from "./choose-transcript.ts";
import { findFile } from "./content-file.ts";
import { type EpisodeFolder, EpisodeReader } from "./episode-reader.ts";
import { type ArchiveContext, isAudioFile, makeEpisode } from "./make-episode.ts";
import { type EpisodeFileNames, nameEpisodeFiles } from "./name-episode-files.ts";
import type { NotesPlace } from "./own-links.ts";
import {
  checkNames,
  type FrontMatter,
  foldName,
  makeSpeakerResolver,
  readFrontMatter,
} from "./read-front-matter.ts";
import { checkPicture } from "./read-picture.ts";
import { LONGEST_NOTES, renderNotes } from "./render-notes.ts";

/** The files of an episode as they were read, for commands that look at what was heard. */
export interface EpisodeFiles {
  readonly folder: EpisodeFolder;
  readonly transcriptFile: string;
  readonly bytes: Uint8Array;
  readonly corrections: Corrections;
  resolveSpeaker(label: string): Speaker;
}

/** An episode as it was heard, with what glossary and corrections have decided. */
export function readHeard(files: EpisodeFiles, terms: readonly Term[], corrections?: Corrections): HeardText {
  const transcript = { bytes: files.bytes, fileName: files.transcriptFile };
  const own = corrections ?? files.corrections;
  return readEpisodeAsHeard(files.folder.slug, { transcript, corrections: own }, { ...files, terms });
}

/** What was understood of an episode's transcript. */
export function explainFiles(files: EpisodeFiles): TranscriptExplanation {
  const { bytes, transcriptFile: fileName, corrections, resolveSpeaker } = files;
  return explainTranscript({ bytes, fileName }, corrections.keep, resolveSpeaker);
}

/** What a folder turned out to be. */
export interface LoadedEpisode {
  /** Names all that the episode was made from; absent where nothing is kept. */
  readonly key?: string;
  /** Absent where the folder holds no episode, one with an error, or one that waits. */
  readonly episode?: Episode;
  /** Whom an episode names that has no transcript, and no error: by ids, or as written. */
  readonly waiting?: readonly string[];
  readonly isEpisode: boolean;
  /** Absent where there is no transcript that can be read. */
  readonly files?: EpisodeFiles;
  readonly problems: readonly Problem[];
}

function renderNotesSafely(
  { notes, notesLine: line }: FrontMatter,
  { remotePictures = true }: Show,
  place: NotesPlace,
): { html?: string; problems: LineProblem[] } {
  const fail = (fault: Fault) => ({
    problems: [{ severity: "error", line, ...fault } satisfies LineProblem],
  });
  if (notes === "") return { problems: [] };
  if (notes.length > LONGEST_NOTES)
    return fail({ kind: "notes-too-long", values: { length: notes.length, longest: LONGEST_NOTES } });
  try {
    const { html, dropped } = renderNotes(notes, { remotePictures, place });
    return { ...(html === "" ? {} : { html }), problems: warnOfPictures(dropped, notes, line) };
  } catch (error) {
    if (error instanceof FaultError) return fail(error.fault);
    const reason = error instanceof Error ? error.message : String(error);
    return fail({ kind: "notes-unreadable", values: { reason } });
  }
}

function warnOfPictures(addresses: readonly string[], notes: string, firstLine: number): LineProblem[] {
  const [address] = addresses;
  if (address === undefined) return [];
  const line = firstLine + notes.slice(0, Math.max(0, notes.indexOf(address))).split("\n").length - 1;
  const others = addresses.length === 1 ? {} : { others: { count: addresses.length - 1 } };
  return [{ severity: "warning", line, kind: "picture-not-shown", values: { address }, ...others }];
}

/** A folder that is no episode: nothing to say where it is empty, an error where it looks like one. */
function checkOtherFolder(reader: EpisodeReader, names: readonly string[]): LoadedEpisode {
  if (names.some((name) => /^transcript\./i.test(name))) {
    reader.report(undefined, [{ severity: "error", kind: "episode-file-missing", values: {} }]);
    return { isEpisode: true, problems: reader.problems };
  }
  reader.report(undefined, [{ severity: "warning", kind: "folder-without-episode", values: {} }]);
  return { isEpisode: false, problems: reader.problems };
}

function reportStages(
  reader: EpisodeReader,
  built: BuiltEpisode,
  files: EpisodeFileNames & { transcript: string },
): void {
  const fileNames = {
    transcript: files.transcript,
    times: files.times ?? "times",
    corrections: "corrections.yaml",
    punctuated: "punctuated.txt",
    chapters: files.chapters ?? "chapters.yaml",
  };
  for (const { in: place, ...problem } of built.problems) reader.report(fileNames[place], [problem]);
}

/** Seconds of speech: a whole episode that says less is a placeholder (`ok`, `TODO`, 暂无) sooner than one. Chosen. */
const LEAST_SAID = 1;

/** A warning and no error: a trailer may be as short as that, and need not hold up the build. */
function checkLength(passages: readonly Passage[]): LineProblem[] {
  const [first, second] = passages;
  if (first === undefined || second !== undefined || first.text.length > 40) return [];
  if ((weighText(first.text).at(-1) ?? 0) >= LEAST_SAID) return [];
  const values = { text: first.text };
  return [{ severity: "warning", line: first.line, kind: "transcript-almost-empty", values }];
}

/** Takes the transcript, with what else is in the folder, through the pipeline. Undefined where there is none. */
async function buildFromFiles(
  reader: EpisodeReader,
  files: EpisodeFileNames,
  front: FrontMatter,
  context: ArchiveContext,
): Promise<{ built: BuiltEpisode; files: Omit<EpisodeFiles, "folder"> } | undefined> {
  const corrections = await reader.readCorrections();
  const turns = corrections.turns.map(({ speaker: name, sourceLine: line }) => ({ name, line }));
  reader.report("corrections.yaml", checkNames(turns, context));
  const chapters = await reader.readChapters(files);
  const { transcript } = files;
  const bytes = transcript === undefined ? undefined : await reader.readBytes(transcript);
  if (transcript === undefined || bytes === undefined) return undefined;
  const timesBytes = files.times === undefined ? undefined : await reader.readBytes(files.times);
  const times =
    files.times === undefined || timesBytes === undefined
      ? undefined
      : { bytes: timesBytes, fileName: files.times };
  const punctuated = await reader.readText("punctuated.txt");
  const { duration, offset, speakers } = front.data;
  const resolveSpeaker = makeSpeakerResolver(context.people, speakers);
  const built = buildEpisode(
    {
      transcript: { bytes, fileName: transcript },
      ...(times === undefined ? {} : { times }),
      ...(punctuated === undefined ? {} : { punctuated }),
      corrections,
      chapters,
      offset,
      ...(duration === undefined ? {} : { duration }),
    },
    { terms: context.terms, resolveSpeaker },
  );
  reportStages(reader, built, { ...files, transcript });
  reader.report(transcript, checkLength(built.passages));
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
  const { files: others, problems: nameProblems } = nameEpisodeFiles(names);
  const { problems: choiceProblems, ...chosen } = await chooseTranscript(names, reader);
  const files: EpisodeFileNames = { ...others, ...chosen };
  for (const { fileName, ...problem } of [...choiceProblems, ...nameProblems])
    reader.report(fileName, [problem]);
  const notes = renderNotesSafely(front, context.show, { base: context.base, slug: folder.slug });
  reader.report("episode.md", [...(await checkAudio(front, reader)), ...notes.problems]);
  const cover = files.cover === undefined ? undefined : await checkPicture(reader.at(files.cover));
  if (cover !== undefined) reader.report(files.cover, [{ severity: "error", ...cover }]);
  const read = await buildFromFiles(reader, files, front, context);
  const built = read?.built;
  const own = read === undefined ? {} : { files: { folder, ...read.files } };
  if (built !== undefined && built.passages.length > 0) {
    reader.report("episode.md", checkLabels(front, built.labels));
  }
  const { transcript } = files;
  const hasError = reader.problems.some(({ severity }) => severity === "error");
  if (built === undefined || transcript === undefined || hasError) {
    const waiting =
      transcript === undefined && !hasError ? { waiting: front.data.people.map(({ id }) => id) } : {};
    return { isEpisode: true, problems: reader.problems, ...own, ...waiting };
  }
  const episode = makeEpisode(folder, front.data, { ...files, transcript }, built, context);
  return {
    isEpisode: true,
    ...own,
    episode: notes.html === undefined ? episode : { ...episode, notesHtml: notes.html },
    problems: reader.problems,
  };
}

/** Audio that is a file must be there; the address of a page is none. */
async function checkAudio({ data, findLine }: FrontMatter, reader: EpisodeReader): Promise<LineProblem[]> {
  const audio = data.audio?.url;
  if (audio === undefined) return [];
  if (!isAudioFile(audio)) {
    if (!isPageAddress(audio)) return [];
    const line = findLine(["audio"]);
    return [{ severity: "warning", line, kind: "audio-is-page", values: { address: audio } }];
  }
  const found = await findFile(reader.at(audio));
  if (found !== undefined && !isFault(found)) return [];
  const fault: Fault = found ?? { kind: "audio-missing", values: { audio } };
  return [{ severity: "error", line: findLine(["audio"]), ...fault }];
}

/** Labels to which the front matter gives a person should be labels of the transcript. */
function checkLabels({ data, findLine }: FrontMatter, labels: ReadonlySet<string>): LineProblem[] {
  const spoken = new Set([...labels].map(foldName));
  return Object.keys(data.speakers)
    .filter((label) => !spoken.has(foldName(label)))
    .map((label) => ({
      severity: "warning",
      line: findLine(["speakers", label]),
      kind: "label-not-in-transcript",
      values: { label, labels: [...labels].slice(0, 8) },
    }));
}
