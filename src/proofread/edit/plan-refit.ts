import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { readContentText } from "../../archive/content/content-file.ts";
import { noCorrections, readCorrections, readYamlChapters } from "../../archive/content/episode-reader.ts";
import { type EpisodeFiles, readHeard } from "../../archive/content/load-episode.ts";
import { isTranscriptName, mayBeTranscript } from "../../archive/content/name-episode-files.ts";
import type { Term } from "../../model/archive.ts";
import type { Corrections } from "../../model/corrections.ts";
import type { HeardText } from "../../model/heard-text.ts";
import type { ChapterSource } from "../../model/passage.ts";
import type { Problem } from "../../model/problem.ts";
import { buildEpisode } from "../../pipeline/pipeline.ts";
import { type Refit, type RefitResult, refitEntries } from "../refit/refit-entries.ts";
import { changeEntries, type EntryEdit } from "./edit-corrections.ts";
import { changeFile, type FileChange } from "./file-change.ts";

/** What a new transcript does to the entries made for an old one. */
export interface RefitPlan {
  readonly changes: readonly FileChange[];
  /** How many entries had each fate. */
  readonly counts: Readonly<Record<Refit["fate"], number>>;
  /** What was changed, done with or lost, at its line. */
  readonly notes: readonly Problem[];
  readonly alikeShare: number;
}

/** Why an entry is left as a comment: written before it. */
export type RefitComments = Readonly<Record<"done" | "lost", string>>;

/** A transcript that stood in an episode's folder before. */
export interface OldTranscript {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The version of the repository that it was found in, as git names it; absent where a file was named. */
  readonly version?: string;
}

const run = promisify(execFile);
/** Versions of the folder that are looked through, newest first (chosen). */
const MOST_VERSIONS = 30;

/** The transcripts that git knows of a folder, newest first; none where the folder is in no repository. */
export async function* listOldTranscripts(folder: string): AsyncGenerator<OldTranscript> {
  const git = (...args: string[]) =>
    run("git", ["-C", folder, ...args], { encoding: "buffer", maxBuffer: 256 * 1024 * 1024 }).then(
      ({ stdout }) => stdout,
      () => undefined,
    );
  const log = await git("log", "--format=%H", `--max-count=${MOST_VERSIONS}`, "--", ".");
  for (const hash of log?.toString().split("\n").filter(Boolean) ?? []) {
    const names = (await git("ls-tree", "-z", "--name-only", hash, "./"))?.toString().split("\0") ?? [];
    const fileName = names.find(isTranscriptName) ?? names.find(mayBeTranscript);
    const bytes = fileName === undefined ? undefined : await git("show", `${hash}:./${fileName}`);
    if (fileName !== undefined && bytes !== undefined) yield { fileName, bytes, version: hash.slice(0, 8) };
  }
}

/** The old transcript for which the corrections were made: the first in which all, else most of them are found. */
export async function chooseOldTranscript(
  files: EpisodeFiles,
  candidates: AsyncIterable<OldTranscript>,
): Promise<OldTranscript | undefined> {
  const { replace, keep, turns } = files.corrections;
  const count = replace.length + keep.length + turns.length;
  let best: { old: OldTranscript; found: number } | undefined;
  for await (const old of candidates) {
    const heard = readOld(files, old);
    const found =
      [...replace, ...keep].filter((entry) => heard.findPlace(entry) !== undefined).length +
      turns.filter((turn) => heard.findStart(turn) !== undefined).length;
    if (found > (best?.found ?? 0)) best = { old, found };
    if (found === count) break;
  }
  return best?.old;
}

function readOld(files: EpisodeFiles, old: OldTranscript): HeardText {
  const own = { ...files, bytes: old.bytes, transcriptFile: old.fileName };
  return readHeard(own, [], { ...noCorrections, turns: files.corrections.turns });
}

/**
 * Finds the place of every correction, turn, `keep` and lined chapter in the new transcript. Those without one stay in
 * the file as comments. Writes nothing.
 */
export async function planRefit(
  contentDir: string,
  files: EpisodeFiles,
  old: OldTranscript,
  terms: readonly Term[],
  comments: RefitComments,
): Promise<RefitPlan> {
  const folder = `episodes/${files.folder.folder}`;
  const chapters = await readLinedChapters(files);
  const fresh = readHeard(files, [], noCorrections);
  const result = refitEntries(readOld(files, old), fresh, files.corrections, chapters);
  let { entries } = result;
  let change = await changeCorrections(contentDir, folder, editEntries(entries, comments));
  // Two entries may meet in one place of the new text: the later is lost then.
  for (let round = 0; round < 5; round += 1) {
    const faults = findFaults(files, terms, change, entries);
    if (faults.size === 0) break;
    entries = entries.map((entry) =>
      faults.has(entry.sourceLine) ? { sourceLine: entry.sourceLine, fate: "lost" } : entry,
    );
    change = await changeCorrections(contentDir, folder, editEntries(entries, comments));
  }
  const chapterChange = await changeFile(contentDir, `${folder}/chapters.yaml`, (text) =>
    result.chapters.length === 0 ? text : changeEntries(text, editEntries(result.chapters, comments)),
  );
  const changes = [change, chapterChange].filter(({ before, after }) => before !== after);
  return {
    changes,
    alikeShare: result.alikeShare,
    ...describeFates({ ...result, entries }, change, chapterChange),
  };
}

async function readLinedChapters({ folder }: EpisodeFiles): Promise<readonly ChapterSource[]> {
  const name = "chapters.yaml";
  const { text } = await readContentText({
    path: `${folder.path}/${name}`,
    name: `${folder.name}/${name}`,
    root: folder.root,
  });
  return text === undefined ? [] : readYamlChapters(text).chapters;
}

function changeCorrections(
  contentDir: string,
  folder: string,
  edits: Map<number, EntryEdit>,
): Promise<FileChange> {
  return changeFile(contentDir, `${folder}/corrections.yaml`, (text) => changeEntries(text, edits));
}

function editEntries(entries: readonly Refit[], comments: RefitComments): Map<number, EntryEdit> {
  return new Map(
    entries.map((entry): [number, EntryEdit] => {
      if (entry.fate === "moved" || entry.fate === "changed") return [entry.sourceLine, { keys: entry.keys }];
      return [entry.sourceLine, { comment: comments[entry.fate] }];
    }),
  );
}

/** The lines of entries that a build of the changed file would complain about. */
function findFaults(
  files: EpisodeFiles,
  terms: readonly Term[],
  { after }: FileChange,
  entries: readonly Refit[],
): Set<number> {
  const { corrections } = readCorrections(after);
  const transcript = { bytes: files.bytes, fileName: files.transcriptFile };
  const { problems } = buildEpisode(
    { transcript, corrections, chapters: [], offset: 0 },
    { ...files, terms },
  );
  // Entries keep their lines: none is taken out of the file, and those of several lines become one.
  const placed = listPlaced(entries);
  const order = listLines(corrections);
  return new Set(
    problems.flatMap(({ in: place, line }) =>
      place === "corrections" ? (placed[order.indexOf(line ?? 0)] ?? []) : [],
    ),
  );
}

function listPlaced(entries: readonly Refit[]): number[] {
  return entries
    .filter(({ fate }) => fate === "moved" || fate === "changed")
    .map(({ sourceLine }) => sourceLine)
    .sort((a, b) => a - b);
}

function listLines({ replace, keep, turns }: Corrections): number[] {
  return [...replace, ...keep, ...turns].map(({ sourceLine }) => sourceLine).sort((a, b) => a - b);
}

function describeFates(result: RefitResult, corrections: FileChange, chapters: FileChange) {
  const counts = { moved: 0, changed: 0, done: 0, lost: 0 };
  const notes: Problem[] = [];
  const describe = ({ fate, sourceLine: line }: Refit, { name: file, before }: FileChange): void => {
    counts[fate] += 1;
    if (fate === "moved") return;
    const entry =
      before
        .split(/\r\n|\r|\n/)
        [line - 1]?.trim()
        .replace(/^- /, "") ?? "";
    notes.push({ severity: "warning", file, line, kind: kindByFate[fate], values: { entry } });
  };
  for (const entry of result.entries) describe(entry, corrections);
  for (const entry of result.chapters) describe(entry, chapters);
  notes.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { counts, notes };
}

const kindByFate = {
  changed: "correction-on-other-words",
  done: "correction-not-needed",
  lost: "correction-without-place",
} as const;
