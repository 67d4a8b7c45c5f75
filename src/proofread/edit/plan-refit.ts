import { readContentText } from "../../archive/content/content-file.ts";
import { noCorrections, readCorrections, readYamlChapters } from "../../archive/content/episode-reader.ts";
import { type EpisodeFiles, readHeard } from "../../archive/content/load-episode.ts";
import type { Term } from "../../model/archive.ts";
import type { Corrections } from "../../model/corrections.ts";
import type { HeardText } from "../../model/heard-text.ts";
import type { ChapterSource } from "../../model/passage.ts";
import type { Problem } from "../../model/problem.ts";
import { buildEpisode } from "../../pipeline/pipeline.ts";
import { type Refit, type RefitResult, refitEntries } from "../refit/refit-entries.ts";
import { changeEntries, type EntryEdit } from "./edit-corrections.ts";
import { changeFile, type FileChange } from "./file-change.ts";
import type { OldTranscript } from "./find-old-transcript.ts";

/** What a new transcript does to the entries made for an old one. */
export interface RefitPlan {
  readonly changes: readonly FileChange[];
  /** How many entries had each fate. */
  readonly counts: Readonly<Record<Refit["fate"], number>>;
  /** What was changed, done with or lost, at its line. */
  readonly notes: readonly Problem[];
  readonly alikeShare: number;
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
): Promise<RefitPlan> {
  const folder = `episodes/${files.folder.folder}`;
  const chapters = await readLinedChapters(files);
  const fresh = readHeard(files, [], noCorrections);
  const result = refitEntries(readOld(files, old), fresh, files.corrections, chapters);
  let { entries } = result;
  let change = await changeCorrections(contentDir, folder, entries);
  // Two entries may meet in one place of the new text: the later is lost then.
  for (let round = 0; round < 5; round += 1) {
    const faults = findFaults(files, terms, change, entries);
    if (faults.size === 0) break;
    entries = entries.map((entry) =>
      faults.has(entry.sourceLine) ? { sourceLine: entry.sourceLine, fate: "lost" } : entry,
    );
    change = await changeCorrections(contentDir, folder, entries);
  }
  const chapterChange = await changeFile(contentDir, `${folder}/chapters.yaml`, (text) =>
    result.chapters.length === 0 ? text : changeEntries(text, editEntries(result.chapters)),
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
  const { text } = await readContentText({ path: `${folder.path}/${name}`, name: `${folder.name}/${name}` });
  return text === undefined ? [] : readYamlChapters(text).chapters;
}

function changeCorrections(
  contentDir: string,
  folder: string,
  entries: readonly Refit[],
): Promise<FileChange> {
  return changeFile(contentDir, `${folder}/corrections.yaml`, (text) =>
    changeEntries(text, editEntries(entries)),
  );
}

function editEntries(entries: readonly Refit[]): Map<number, EntryEdit> {
  return new Map(
    entries.map((entry): [number, EntryEdit] => {
      if (entry.fate === "moved" || entry.fate === "changed") return [entry.sourceLine, { keys: entry.keys }];
      const comment =
        entry.fate === "done" ? "right in the new transcript" : "no place in the new transcript";
      return [entry.sourceLine, { comment }];
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
