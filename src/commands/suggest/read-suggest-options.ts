import { parseArgs } from "node:util";
import { CommandLineError } from "../command-line-error.ts";
import type { Choose } from "./decide-groups.ts";

export interface SuggestOptions {
  readonly task: "help" | "write" | "ask" | "apply" | "from" | "refit";
  readonly slugs: readonly string[];
  /** The transcript that the corrections were made for. */
  readonly old?: string;
  /** The corrected copy. */
  readonly from?: string;
  /** As given; undefined where the environment decides. */
  readonly contentDir?: string;
  /** The review file. */
  readonly file: string;
  readonly least: number;
  readonly isDryRun: boolean;
  readonly isForced: boolean;
  readonly by?: string;
}

export const suggestHelp = `npm run suggest [-- options] [<episode> …]

Finds what was probably misheard, and puts your decisions where they belong. The transcripts are never changed.

  (no option)          writes a review file, best suggestions first: write yes, here or no into it, then --apply
  --apply              applies the decisions of the review file: to glossary.yaml what holds everywhere, to
                       corrections.yaml what holds only there, as "keep" what is right as it stands
  --ask                asks in the terminal instead, one key a decision, with undo
  --from <copy>        learns from a copy of one episode that somebody corrected in any editor: plain text, Markdown,
                       VTT or SRT, its paragraphs and punctuation as they like
  --refit              after a new recognition has replaced one episode's transcript: moves its corrections, turns
                       and chapters to their new places, by the old transcript in the repository's history

  --dry-run            shows what would change and writes nothing
  --least <0 to 1>     suggests only what is at least so sure; 0.3 where absent
  --file <file>        the review file; suggestions.yaml where absent
  --old <file>         the old transcript for --refit, where no repository has it
  --force              writes a new review file over one that holds decisions
  --by <name>          writes down who decided
  --content <folder>   else ARCHIVE_CONTENT, else content
  <episode>            looks only at these; all where absent
  --help               shows this

Exit status: 0 done, 1 the content is at fault, 2 the command line is at fault.`;

/** Reads the command line. Throws a {@link CommandLineError} that says what to write instead. */
export function readSuggestOptions(args: readonly string[]): SuggestOptions {
  // An option that waits for its value would take --help for it.
  const isHelp = args.some((argument) => argument === "--help" || argument === "-h");
  const { values, positionals } = parse(isHelp ? ["--help"] : args);
  const tasks = (["help", "ask", "apply", "from", "refit"] as const).filter((name) => values[name]);
  const [task = "write", second] = tasks;
  if (second !== undefined && task !== "help")
    throw new CommandLineError(`--${task} and --${second} are two tasks. Give one of them`);
  return {
    task,
    slugs: positionals,
    file: values.file,
    least: readShare(values.least),
    isDryRun: values["dry-run"],
    isForced: values.force,
    ...(values.old === undefined ? {} : { old: values.old }),
    ...(values.from === undefined ? {} : { from: values.from }),
    ...(values.content === undefined ? {} : { contentDir: values.content }),
    ...(values.by === undefined ? {} : { by: values.by }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        apply: { type: "boolean", default: false },
        ask: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        force: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
        file: { type: "string", default: "suggestions.yaml" },
        least: { type: "string", default: "0.3" },
        content: { type: "string" },
        by: { type: "string" },
        from: { type: "string" },
        old: { type: "string" },
        refit: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    // Node's advice about arguments that begin with a hyphen does not apply here.
    throw new CommandLineError(String(error instanceof Error ? error.message : error).split(". ")[0]);
  }
}

function readShare(text: string): number {
  const share = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (share >= 0 && share <= 1) return share;
  throw new CommandLineError(`--least is "${text}". Write a number from 0 to 1, as in 0.5`);
}

/** What the command reads and where it writes besides its arguments. */
export interface SuggestSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line or several, without the last end; to standard output. */
  print(text: string): void;
  /** The same, to standard error. */
  printError(text: string): void;
  /** What is done at the moment; a later one takes its place. */
  showProgress(text: string): void;
  /** Asks a question in the terminal; absent where there is none to ask in. */
  readonly choose?: Choose;
}
