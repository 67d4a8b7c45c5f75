import { FaultError } from "../../model/report.ts";
import { type OptionTypes, readOptions } from "../read-options.ts";
import type { Surroundings, Teller } from "../run-command.ts";
import type { ChooseIn } from "./decide-groups.ts";

export interface SuggestOptions {
  readonly task: "write" | "ask" | "apply" | "from" | "refit";
  readonly slugs: readonly string[];
  /** The transcript that the corrections were made for. */
  readonly old?: string;
  /** The corrected copy. */
  readonly from?: string;
  /** The review file. */
  readonly file: string;
  readonly least: number;
  readonly isDryRun: boolean;
  readonly isForced: boolean;
  readonly by?: string;
}

/** The options, as the help lists them. */
export const suggestOptions = {
  apply: "boolean",
  ask: "boolean",
  from: "string",
  refit: "boolean",
  "dry-run": "boolean",
  least: "string",
  file: "string",
  old: "string",
  force: "boolean",
  by: "string",
  content: "string",
} as const satisfies OptionTypes;

/** Reads the command line. Throws a FaultError. */
export function readSuggestOptions(args: readonly string[]): SuggestOptions {
  const { values, positionals, fault } = readOptions(args, suggestOptions);
  if (fault !== undefined) throw fault;
  const tasks = (["ask", "apply", "from", "refit"] as const).filter((name) => values[name] !== undefined);
  const [task = "write", second] = tasks;
  if (second !== undefined)
    throw new FaultError({ kind: "two-tasks", values: { options: [`--${task}`, `--${second}`] } });
  const { file = "suggestions.yaml", least = "0.3", old, from, by } = values;
  return {
    task,
    slugs: positionals,
    file,
    least: readShare(least),
    isDryRun: values["dry-run"] === true,
    isForced: values.force === true,
    ...(old === undefined ? {} : { old }),
    ...(from === undefined ? {} : { from }),
    ...(by === undefined ? {} : { by }),
  };
}

function readShare(given: string): number {
  const share = /^\d*\.?\d+$/.test(given) ? Number(given) : Number.NaN;
  if (share >= 0 && share <= 1) return share;
  throw new FaultError({ kind: "least-invalid", values: { given } });
}

export interface SuggestSurroundings extends Surroundings {
  /** What is done at the moment, and how far it is; a later one takes its place. */
  showProgress(step: string, count: string): void;
  /** Asks a question in the terminal; absent where there is none to ask in. */
  readonly choose?: ChooseIn;
}

/** What every task has to work with. */
export interface SuggestContext extends Pick<SuggestSurroundings, "showProgress" | "choose"> {
  /** As given. */
  readonly contentDir: string;
  readonly teller: Teller;
}
