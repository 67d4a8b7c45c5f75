import { parseArgs } from "node:util";
import { type LoadedArchive, loadArchive } from "../archive/content/load-archive.ts";
import { readShowLanguage } from "../archive/content/load-show.ts";
import { EnvironmentError, readEnvironment } from "../archive/read-environment.ts";
import type { Problem } from "../model/problem.ts";
import { makeSlug } from "../text/slug.ts";
import {
  checkFaults,
  checkHelp,
  seeCheckHelp,
  wordAllWell,
  wordProblemCounts,
  wordStale,
} from "../wording/check-words.ts";
import { chooseInterfaceLanguage, type InterfaceLanguage, type Wording } from "../wording/interface-words.ts";
import { describeProblem } from "../wording/problems/describe-problem.ts";

/** Where a command writes and what it reads besides its arguments. */
export interface CheckSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line without its end; to standard output. */
  print(line: string): void;
  /** The same, to standard error. */
  printError(line: string): void;
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

function summarise({ archive, problems, episodeCount }: LoadedArchive): Wording {
  const errors = problems.filter(isError).length;
  if (problems.length > 0) return wordProblemCounts(errors, problems.length - errors, episodeCount);
  return wordAllWell({
    people: archive.people.length,
    terms: archive.terms.length,
    episodes: episodeCount,
    drafts: archive.episodes.filter(({ isDraft }) => isDraft).length,
  });
}

/** What corrections say whose transcript is another than theirs. */
const staleKinds: ReadonlySet<Problem["kind"]> = new Set([
  "words-not-in-place",
  "line-after-speech",
  "line-without-speech",
  "transcript-without-speech",
]);

/** Episodes with corrections that do not match the transcript. */
function findStale({ problems }: LoadedArchive): Set<string> {
  const stale = problems.filter(
    ({ file, kind }) => file.endsWith("/corrections.yaml") && staleKinds.has(kind),
  );
  return new Set(stale.map(({ file }) => makeSlug(file.split("/").at(-2) ?? "")));
}

interface CheckOptions {
  readonly isHelp: boolean;
  readonly contentDir?: string;
  readonly language?: InterfaceLanguage;
  /** What is wrong with the arguments. */
  readonly fault?: Wording;
}

const options = { help: { type: "boolean", short: "h" }, lang: { type: "string" } } as const;

function readArguments(args: readonly string[]): CheckOptions {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const { help = false, lang } = values;
  const [contentDir] = positionals;
  const language = (["zh", "en"] as const).find((known) => known === lang);
  const read: CheckOptions = {
    isHelp: help !== false,
    ...(contentDir === undefined ? {} : { contentDir }),
    ...(language === undefined ? {} : { language }),
  };
  const unknown = tokens.find((token) => token.kind === "option" && !Object.hasOwn(options, token.name));
  if (unknown?.kind === "option") return { ...read, fault: checkFaults.unknownOption(unknown.rawName) };
  if (lang !== undefined && language === undefined)
    return {
      ...read,
      fault: typeof lang === "string" ? checkFaults.unknownLanguage(lang) : checkFaults.noLanguage,
    };
  return positionals.length > 1 ? { ...read, fault: checkFaults.severalFolders } : read;
}

/** The language of the show; also where the settings are at fault, which is to be said in it. */
async function chooseLanguage(env: CheckSurroundings["env"]): Promise<InterfaceLanguage> {
  return chooseInterfaceLanguage(await readShowLanguage(env["ARCHIVE_CONTENT"]?.trim() || "content"));
}

/**
 * Checks all content and says what it found, in the language of the show where `--lang` names no other. Returns the
 * exit status: 0, 1 or 2 (see `checkHelp`).
 */
export async function runCheck(args: readonly string[], surroundings: CheckSurroundings): Promise<0 | 1 | 2> {
  const { print, printError } = surroundings;
  const { isHelp, contentDir, language: given, fault } = readArguments(args);
  const env =
    contentDir === undefined ? surroundings.env : { ...surroundings.env, ARCHIVE_CONTENT: contentDir };
  const language = given ?? (await chooseLanguage(env));
  const refuse = (message: string): 2 => {
    printError(`${message}${message.endsWith("。") ? "" : " "}${seeCheckHelp[language]}`);
    return 2;
  };
  if (fault !== undefined) return refuse(fault[language]);
  if (isHelp) {
    print(checkHelp[language]);
    return 0;
  }
  try {
    const { contentDir: folder, base } = readEnvironment(env);
    const loaded = await loadArchive({ contentDir: folder, base, includeDrafts: true });
    for (const problem of loaded.problems) printError(describeProblem(problem, language));
    for (const slug of findStale(loaded)) printError(wordStale(slug)[language]);
    const hasError = loaded.problems.some(isError);
    (hasError ? printError : print)(summarise(loaded)[language]);
    return hasError ? 1 : 0;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return refuse(error.message);
  }
}

if (import.meta.main) {
  process.exitCode = await runCheck(process.argv.slice(2), {
    env: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
  });
}
