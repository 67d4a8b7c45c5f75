import { basename } from "node:path";
import { type EpisodePlan, isNothing } from "../../import/plan/plan-files.ts";
import type { ImportPlan } from "../../import/plan/plan-import.ts";
import {
  sourceWords,
  wordPairing,
  wordPlanSummary,
  wordShowKeys,
} from "../../wording/commands/import-words.ts";
import type { InterfaceLanguage } from "../../wording/interface-words.ts";
import { fitToWidth, type Teller } from "../run-command.ts";

/** How many episodes of a plan are new, get something, or stay as they are. */
export function countPlan({ episodes }: ImportPlan): { made: number; completed: number; same: number } {
  const made = episodes.filter(({ target }) => target.held === undefined).length;
  const same = episodes.filter((plan) => plan.target.held !== undefined && isNothing(plan)).length;
  return { made, same, completed: episodes.length - made - same };
}

/** Prints what would be done as a table: an episode a line, those that stay as they are left out. */
export function showPlan(plan: ImportPlan, teller: Teller): void {
  if (plan.show.length > 0) teller.say(wordShowKeys(plan.show.map(([key]) => key)));
  for (const episode of plan.episodes) {
    if (episode.target.held !== undefined && isNothing(episode)) continue;
    const line = { zh: writeRow(episode, plan, "zh"), en: writeRow(episode, plan, "en") };
    teller.say(line);
  }
  teller.say(wordPlanSummary(countPlan(plan)));
}

function writeRow(episode: EpisodePlan, plan: ImportPlan, language: InterfaceLanguage): string {
  const { target, entries, notes, offered } = episode;
  const parts = { notes: notes || undefined, chapters: offered.chapters, cover: offered.cover };
  const lacking = Object.entries(parts).filter(([, part]) => part !== undefined);
  const keys = [...entries, ...lacking].map(([key]) => key);
  const state =
    target.held === undefined
      ? sourceWords.isNew[language]
      : `${sourceWords.added[language]}${keys.length === 0 ? "" : ` ${keys.join(" ")}`}`;
  const row = [
    fitToWidth(target.folder, 14),
    fitToWidth(target.date, 10),
    fitToWidth(target.title, 36),
    state,
  ];
  return `${row.join("  ")}  ${nameFiles(episode, plan, language)}`.trimEnd();
}

function nameFiles(episode: EpisodePlan, { pairs }: ImportPlan, language: InterfaceLanguage): string {
  const { transcript, times, offered, target } = episode;
  const wordReading = (reading: typeof transcript) => {
    if (reading === undefined) return [];
    const guess = pairs.find((pair) => pair.reading === reading)?.guess;
    const why = guess === undefined ? "" : ` (${wordPairing(guess.why, guess.sure)[language]})`;
    return [`${basename(reading.name)}${why}`];
  };
  const parts = [
    ...wordReading(transcript),
    ...wordReading(times).map((name) => `${sourceWords.times[language]} ${name}`),
    ...(offered.transcripts.length > 0 ? [sourceWords.offered[language]] : []),
  ];
  if (parts.length > 0) return `<- ${parts.join(" + ")}`;
  if (target.held?.transcript !== undefined) return "";
  return `<- ${sourceWords.waits[language]}`;
}
