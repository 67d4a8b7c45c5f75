import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../../archive/cache/cached-file.ts";
import { loadArchive } from "../../archive/content/load-archive.ts";
import type { Fetcher } from "../../import/gather/fetch-file.ts";
import { isNothing } from "../../import/plan/plan-files.ts";
import type { ImportPlan } from "../../import/plan/plan-import.ts";
import { completeShow } from "../../import/write/complete-show.ts";
import { removeUnfinished, writeEpisode } from "../../import/write/write-episode.ts";
import { addPeople } from "../../proofread/edit/add-people.ts";
import { listLabels } from "../../proofread/speakers/list-labels.ts";
import {
  importWords,
  wordImported,
  wordImportNote,
  wordUnnamed,
} from "../../wording/commands/import-words.ts";
import { type Questions, StoppedError } from "../ask-questions.ts";
import type { Teller } from "../run-command.ts";
import { nameSpeakers } from "../speakers/name-speakers.ts";

interface CarryOutContext {
  readonly contentDir: string;
  readonly fetch: Fetcher;
  readonly teller: Teller;
  readonly questions?: Questions;
  showProgress(step: string, count: string): void;
}

/** Writes what a plan says, episode by episode, and says what came of it. */
export async function carryOut(plan: ImportPlan, context: CarryOutContext): Promise<void> {
  const { contentDir, fetch, teller, showProgress } = context;
  await removeUnfinished(contentDir);
  if (plan.people.length > 0) {
    const path = join(contentDir, "people.yaml");
    const text = await readFile(path, "utf8").catch(() => "");
    await writeAtomically(path, addPeople(text, plan.people));
  }
  if (plan.show.length > 0) {
    if (await completeShow(contentDir, plan.show)) teller.say(importWords.showCompleted);
    else teller.warn(wordImportNote({ kind: "show-at-fault", values: {} }));
  }
  const todo = plan.episodes.filter((episode) => !isNothing(episode));
  const counts = { made: 0, completed: 0, waiting: 0 };
  const touched = new Set<string>();
  for (const [index, episode] of todo.entries()) {
    const { target } = episode;
    showProgress(importWords.writing[teller.language], ` ${index + 1}/${todo.length}  ${target.folder}`);
    const { files, notes, isWaiting } = await writeEpisode(episode, contentDir, fetch);
    if (notes.length > 0) showProgress("", "");
    for (const note of notes) teller.warn(wordImportNote(note));
    if (target.held === undefined) counts.made += 1;
    else if (files.length > 0) counts.completed += 1;
    if (isWaiting) counts.waiting += 1;
    if (files.length > 0) touched.add(target.folder);
  }
  showProgress("", "");
  teller.say(wordImported(counts));
  await askForSpeakers(touched, context);
  teller.say(importWords.checkNext);
}

/** Who speaks in what was imported, where its labels are no names. */
async function askForSpeakers(folders: ReadonlySet<string>, context: CarryOutContext): Promise<void> {
  const { contentDir, teller, questions } = context;
  const loaded = await loadArchive({ contentDir, includeDrafts: true, keepFiles: true });
  const unnamed = loaded.files.filter(
    (files) =>
      folders.has(files.folder.folder) &&
      listLabels(files).some(
        ({ isGeneric, personId, shown, label }) => isGeneric && personId === undefined && shown === label,
      ),
  );
  if (unnamed.length === 0) return;
  teller.say(wordUnnamed(unnamed.map(({ folder }) => folder.slug)));
  if (questions === undefined || !(await questions.confirm(importWords.nameSpeakers, teller.language)))
    return;
  let people = loaded.archive.people;
  try {
    for (const files of unnamed)
      people = await nameSpeakers(files, { contentDir, teller, questions, people, onlyGeneric: true });
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error;
    teller.say(importWords.namingStopped);
  }
}
