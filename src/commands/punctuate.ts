import { writeFile } from "node:fs/promises";
import { FaultError } from "../model/report.ts";
import { ChangeError, changeFile } from "../proofread/edit/file-change.ts";
import { HAND_OUT_LINE, handOutText, takeBackCopy } from "../proofread/punctuate/hand-out-text.ts";
import {
  punctuateHelp,
  punctuateInstruction,
  wordFileWritten,
  wordPunctuated,
} from "../wording/commands/text-files-words.ts";
import { type OpenedEpisode, openEpisode, readNamedFile } from "./open-episode.ts";
import { readOptions } from "./read-options.ts";
import { type Environment, runCommand, type Surroundings, type Teller, terminal } from "./run-command.ts";
import { applyChanges } from "./suggest/carry-out-decisions.ts";

/** The options, as the help lists them. */
export const punctuateOptions = {
  to: "string",
  from: "string",
  "dry-run": "boolean",
  content: "string",
} as const;

async function punctuate(args: readonly string[], teller: Teller, env: Environment): Promise<0 | 1> {
  const { values, positionals, fault } = readOptions(args, punctuateOptions);
  if (fault !== undefined) throw fault;
  if (values.from !== undefined && values.to !== undefined)
    throw new FaultError({ kind: "two-tasks", values: { options: ["--from", "--to"] } });
  const opened = await openEpisode(positionals, "npm run punctuate", env);
  if (values.from !== undefined) return takeBack(values.from, values["dry-run"] === true, opened, teller);
  const text = [
    punctuateInstruction[teller.language],
    HAND_OUT_LINE,
    handOutText(opened.files, opened.terms),
  ];
  const whole = `${text.join("\n\n")}\n`;
  if (values.to === undefined) teller.say({ zh: whole, en: whole });
  else {
    await writeNew(values.to, whole);
    teller.say(wordFileWritten(values.to));
  }
  return 0;
}

async function takeBack(
  copy: string,
  isDryRun: boolean,
  { contentDir, files, terms }: OpenedEpisode,
  teller: Teller,
): Promise<0 | 1> {
  const bytes = await readNamedFile(copy, "--from");
  const written = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
  const { text, paragraphs, problems } = takeBackCopy(files, terms, written);
  for (const problem of problems) teller.report({ ...problem, file: copy });
  if (text === undefined) return 1;
  try {
    const relative = `episodes/${files.folder.folder}/punctuated.txt`;
    const change = await changeFile(contentDir, relative, () => text);
    if (!isDryRun) await applyChanges([change], false, teller);
    teller.say(wordPunctuated(change.name, paragraphs, problems.length, isDryRun));
  } catch (error) {
    if (!(error instanceof ChangeError)) throw error;
    teller.report(error.problem);
    return 1;
  }
  return 0;
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new FaultError({ kind: "named-file-taken", values: { file } });
    const values = { file, reason: code ?? message, option: "--to" };
    throw new FaultError({ kind: "named-file-unwritable", values });
  }
}

/** Hands a text out to be punctuated, or takes a copy back. Returns the exit status: 0, 1 or 2. */
export function runPunctuate(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const findContent = (own: readonly string[]) => readOptions(own, punctuateOptions).values.content;
  return runCommand(
    { name: "punctuate", help: punctuateHelp, findContent, run: punctuate },
    args,
    surroundings,
  );
}

if (import.meta.main) process.exitCode = await runPunctuate(process.argv.slice(2), terminal);
