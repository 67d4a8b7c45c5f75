import { type LoadedArchive, loadArchive } from "../../archive/content/load-archive.ts";
import type { EditAnswer, SeenPlace } from "../../model/edit-answer.ts";
import type { Fault, Problem } from "../../model/problem.ts";
import { FaultError } from "../../model/report.ts";
import { type EditRequest, editRequestSchema } from "../../model/schema/edit-request-schema.ts";
import { ChangeError, type FileChange } from "../../proofread/edit/file-change.ts";
import { type EditedPlace, findEditedPlace, overlap } from "../../proofread/edit/find-edited-place.ts";
import { planEverywhere } from "../../proofread/edit/plan-everywhere.ts";
import { planReplacement, planRestoring, planTurn } from "../../proofread/edit/plan-passage-edit.ts";
import { loadWordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import { wordNotWritten, wordUndone, wordWritten, wordWrittenEverywhere } from "../../wording/edit-words.ts";
import type { Wording } from "../../wording/interface-words.ts";
import { describeProblem, wordFault } from "../../wording/problems/describe-problem.ts";
import type { EditHistory } from "./edit-history.ts";

/** Does what a page asks, and says what was written, or why nothing was. Throws only where the disk fails. */
export async function answerEdit(
  asked: unknown,
  { contentDir, history }: { readonly contentDir: string; readonly history: EditHistory },
): Promise<EditAnswer> {
  const { data: request } = editRequestSchema.safeParse(asked);
  if (request === undefined) return refuse({ kind: "edit-request-invalid", values: {} });
  try {
    if (request.action === "undo") return written(wordUndone(await history.undo(request.count)), history);
    const isWide = request.action === "replace" && request.everywhere;
    const loaded = await loadArchive({
      ...{ contentDir, includeDrafts: true, keepFiles: true },
      ...(isWide ? {} : { onlySlug: request.slug }),
    });
    const edited = findEditedPlace(loaded, request);
    if (request.action === "look")
      return { kind: "seen", place: describePlace(edited, loaded), undoable: history.length };
    return written(await carryOut(request, edited, loaded, { contentDir, history }), history);
  } catch (error) {
    if (error instanceof FaultError) return refuse(error.fault);
    if (error instanceof ChangeError) return { kind: "refused", said: wordRefusal(error.problem) };
    throw error;
  }
}

type Writing = Exclude<EditRequest, { readonly action: "look" | "undo" }>;

async function carryOut(
  request: Writing,
  edited: EditedPlace,
  loaded: LoadedArchive,
  { contentDir, history }: { readonly contentDir: string; readonly history: EditHistory },
): Promise<Wording> {
  if (request.action === "replace" && request.everywhere) {
    const words = await loadWordKnowledge();
    const plan = await planEverywhere(contentDir, loaded, edited, { typed: request.meant, words });
    await history.write(plan.changes);
    const counts = { places: plan.placeCount, episodes: plan.episodeCount };
    return wordWrittenEverywhere(plan.changes.map(namePlace), counts, plan.newTerm);
  }
  const change = await planHere(request, edited, contentDir);
  await history.write([change]);
  return wordWritten([namePlace(change)]);
}

function planHere(request: Writing, edited: EditedPlace, contentDir: string): Promise<FileChange> {
  if (request.action === "replace") return planReplacement(contentDir, edited, request.meant);
  return request.action === "turn"
    ? planTurn(contentDir, edited, request)
    : planRestoring(contentDir, edited);
}

function describePlace(edited: EditedPlace, { archive }: LoadedArchive): SeenPlace {
  const { episode, heard, passage, located, stretch, replaced } = edited;
  const { shown } = stretch;
  const isReplaced = heard.edits.some((edit) => overlap(edit, stretch.heard));
  const source = replaced.length > 0 ? "correction" : isReplaced ? "glossary" : undefined;
  const names = [...episode.speakers.map(({ name }) => name), ...archive.people.map(({ name }) => name)];
  return {
    shown,
    text: located.text.slice(shown.from, shown.to),
    heard: edited.place.heard,
    ...(source === undefined ? {} : { source }),
    ...(passage.speaker === undefined ? {} : { speaker: passage.speaker.name }),
    people: [...new Set(names)],
  };
}

/** A file and the first line in which it is otherwise; a file that is shorter now, the line where something stood. */
function namePlace({ name, before, after }: FileChange): string {
  const lines = before.split("\n");
  const line = after.split("\n").findIndex((own, index) => own !== lines[index]);
  return `${name}:${Math.max(0, line) + 1}`;
}

function written(said: Wording, history: EditHistory): EditAnswer {
  return { kind: "written", said, undoable: history.length };
}

function refuse(fault: Fault): EditAnswer {
  return { kind: "refused", said: wordFault(fault) };
}

function wordRefusal(problem: Problem): Wording {
  return wordNotWritten({ zh: describeProblem(problem, "zh"), en: describeProblem(problem, "en") });
}
