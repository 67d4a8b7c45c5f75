import { readEnvironment } from "../archive/read-environment.ts";
import { inspectContent } from "../import/begin/begin-show.ts";
import { createFetcher } from "../import/gather/fetch-file.ts";
import { readSources } from "../import/gather/read-sources.ts";
import { type ImportPlan, planImport } from "../import/plan/plan-import.ts";
import { type HeldContent, scanContent } from "../import/plan/scan-content.ts";
import { FaultError } from "../model/report.ts";
import { importHelp, importWords, wordImportNote } from "../wording/commands/import-words.ts";
import { findQuestions, type Questions, StoppedError } from "./ask-questions.ts";
import { askAboutFiles } from "./import/ask-about-files.ts";
import { beginFrom } from "./import/begin-archive.ts";
import { carryOut } from "./import/carry-out.ts";
import { countPlan, showPlan } from "./import/show-plan.ts";
import { readOptions } from "./read-options.ts";
import { makeProgress, runCommand, type Surroundings, type Teller, terminal } from "./run-command.ts";

/** The options, as the help lists them. */
export const importOptions = {
  "dry-run": "boolean",
  yes: "boolean",
  content: "string",
  timeout: "string",
} as const;

export interface ImportSurroundings extends Surroundings {
  /** What is done at the moment, and how far it is; a later one takes its place. */
  showProgress(step: string, count: string): void;
  /** Absent where there is no terminal to ask in. */
  readonly questions?: Questions;
}

/** Imports. Returns the exit status: 0, 1 or 2 (see `importHelp`). */
export function runImport(args: readonly string[], surroundings: ImportSurroundings): Promise<number> {
  return runCommand(
    {
      name: "import",
      help: importHelp,
      findContent: (own) => readOptions(own, importOptions).values.content,
      run: async (own, teller, env) => {
        try {
          return await runTask(own, teller, readEnvironment(env).contentDir, surroundings);
        } catch (error) {
          if (!(error instanceof StoppedError)) throw error;
          teller.say(importWords.stopped);
          return 0;
        }
      },
    },
    args,
    surroundings,
  );
}

interface ImportOptions {
  readonly given: readonly string[];
  readonly isDryRun: boolean;
  readonly isYes: boolean;
  readonly timeoutMs: number;
}

function readImportOptions(args: readonly string[]): ImportOptions {
  const { values, positionals: given, fault } = readOptions(args, importOptions);
  if (fault !== undefined) throw fault;
  if (given.length === 0) throw new FaultError({ kind: "import-without-source", values: {} });
  const { timeout = "30" } = values;
  if (!/^[1-9]\d{0,3}$/.test(timeout))
    throw new FaultError({ kind: "number-invalid", values: { given: timeout } });
  return {
    given,
    isDryRun: values["dry-run"] === true,
    isYes: values.yes === true,
    timeoutMs: Number(timeout) * 1000,
  };
}

async function runTask(
  args: readonly string[],
  teller: Teller,
  contentDir: string,
  { showProgress, questions }: ImportSurroundings,
): Promise<0 | 1> {
  const { given, isDryRun, isYes, timeoutMs } = readImportOptions(args);
  if (!isDryRun && !isYes && questions === undefined)
    throw new FaultError({ kind: "import-without-answers", values: {} });
  const asked = isYes || isDryRun ? undefined : questions;
  const { language } = teller;
  const sources = await readSources(given, {
    contentDir,
    timeoutMs,
    showProgress: (done, name) =>
      done === 0
        ? showProgress(importWords.fetching[language], ` ${name}`)
        : showProgress(importWords.reading[language], ` ${done}`),
  });
  showProgress("", "");
  const state = await inspectContent(contentDir);
  const begin =
    state === "archive"
      ? undefined
      : await beginFrom(sources, { state, contentDir, teller, questions: asked });
  if (begin === "stopped") return 0;
  // Of an example that is moved nothing is taken for the owner's.
  const content = begin === undefined ? await scanContent(contentDir) : emptyContent(contentDir);
  for (const problem of content.problems) teller.report(problem);
  if (content.problems.length > 0) {
    teller.warn(importWords.peopleAtFault);
    return 1;
  }
  const show = begin?.show ?? (content.show === "at-fault" ? undefined : content.show);
  const showLanguage = show?.language ?? sources.feeds[0]?.show.language ?? language;
  const asker = asked === undefined ? undefined : askAboutFiles(asked, language);
  const plan = await planImport(sources, content, showLanguage, asker);
  showPlan(plan, teller);
  for (const note of plan.notes) teller.warn(wordImportNote(note));
  if (isDryRun) {
    teller.say(importWords.nothingWritten);
    return 0;
  }
  if (isEmpty(plan)) {
    teller.say(importWords.allThere);
    return 0;
  }
  if (asked !== undefined && !(await asked.confirm(importWords.goOn, language))) throw new StoppedError();
  await begin?.write();
  const fetch = createFetcher({ timeoutMs, isLocalAllowed: sources.isLocalAllowed });
  await carryOut(plan, {
    contentDir,
    fetch,
    teller,
    showProgress,
    ...(asked === undefined ? {} : { questions: asked }),
  });
  return 0;
}

function isEmpty(plan: ImportPlan): boolean {
  const { made, completed } = countPlan(plan);
  return made + completed + plan.show.length === 0;
}

function emptyContent(contentDir: string): HeldContent {
  return {
    contentDir,
    episodes: [],
    slugs: new Set(),
    atFault: [],
    people: { people: [], ids: new Set() },
    digests: new Set(),
    problems: [],
  };
}

if (import.meta.main)
  process.exitCode = await runImport(process.argv.slice(2), {
    ...terminal,
    showProgress: makeProgress(process.stderr),
    ...findQuestions(),
  });
