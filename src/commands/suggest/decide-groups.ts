import type { Decision, SuggestionGroup, Verdict } from "../../proofread/suggest/suggestion.ts";
import type { InterfaceLanguage } from "../../wording/interface-words.ts";

/** What can be answered: a verdict, each place by itself, later, back, and enough. */
export type Reply = Verdict | "each" | "skip" | "undo" | "stop";

/** One question, with the answers that are possible. */
export interface Question {
  readonly group: SuggestionGroup;
  /** Index into the group's places, where one of them is asked about. */
  readonly place?: number;
  /** How many questions were answered, and how many groups there are. */
  readonly done: number;
  readonly total: number;
  readonly canUndo: boolean;
}

/** Asks a question. */
export type Choose = (question: Question) => Promise<Reply>;

/** The same, in a language. */
export type ChooseIn = (question: Question, language: InterfaceLanguage) => Promise<Reply>;

interface Step {
  readonly group: number;
  readonly place?: number;
  readonly verdict?: Verdict;
}

/**
 * Asks about each group, or each of its places, until all are answered or somebody stops. Undo takes the last answer
 * back, as often as wanted.
 */
export async function decideGroups(groups: readonly SuggestionGroup[], choose: Choose): Promise<Decision[]> {
  const steps: Step[] = [];
  let at: Step = { group: 0 };
  for (let group = groups[at.group]; group !== undefined; group = groups[at.group]) {
    const { place } = at;
    const question = { group, done: at.group, total: groups.length, canUndo: steps.length > 0 };
    const answer = await choose(place === undefined ? question : { ...question, place });
    if (answer === "stop") break;
    if (answer === "undo") at = steps.pop() ?? at;
    else if (answer === "each") at = { group: at.group, place: 0 };
    else {
      steps.push(answer === "skip" ? at : { ...at, verdict: answer });
      const isMore = place !== undefined && place + 1 < group.places.length;
      at = isMore ? { group: at.group, place: place + 1 } : { group: at.group + 1 };
    }
  }
  return steps.flatMap((step) => listDecisions(groups, step));
}

function listDecisions(
  groups: readonly SuggestionGroup[],
  { group: index, place, verdict }: Step,
): Decision[] {
  const group = groups[index];
  if (group === undefined || verdict === undefined) return [];
  const { about, meant, places } = group;
  const chosen = place === undefined ? places : places.slice(place, place + 1);
  return chosen.map((own) => ({ slug: own.slug, place: own.place, about, meant, verdict }));
}
