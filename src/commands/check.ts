import { parseArgs } from "node:util";
import { type LoadedArchive, loadArchive } from "../archive/content/load-archive.ts";
import { EnvironmentError, readEnvironment } from "../archive/read-environment.ts";
import type { Problem } from "../model/problem.ts";
import { makeSlug } from "../text/slug.ts";
import { describeProblem } from "../wording/problems/describe-problem.ts";
import { CommandLineError } from "./command-line-error.ts";

/** Where a command writes and what it reads besides its arguments. */
export interface CheckSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line without its end; to standard output. */
  print(line: string): void;
  /** The same, to standard error. */
  printError(line: string): void;
}

const help = `npm run check [-- <content folder>]

Reads all content and prints every problem, as file:line: what is wrong. What to do.

  <content folder>   else ARCHIVE_CONTENT, else content
  --help             shows this

Exit status: 0 all well (there may be warnings), 1 there is an error, 2 the command line is at fault.`;

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function countPeople(count: number): string {
  return countOf(count, "person", "people");
}

function summarise({ archive, problems, episodeCount }: LoadedArchive): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const counts = [
    ...(errors > 0 ? [countOf(errors, "error")] : []),
    ...(warnings > 0 ? [countOf(warnings, "warning")] : []),
  ];
  if (counts.length > 0) return `${counts.join(", ")} in ${countOf(episodeCount, "episode")}.`;
  const drafts = archive.episodes.filter(({ isDraft }) => isDraft).length;
  const draftNote = drafts === 0 ? "" : ` (${countOf(drafts, "draft")})`;
  return `All well: 1 show, ${countPeople(archive.people.length)}, ${countOf(archive.terms.length, "term")}, ${countOf(episodeCount, "episode")}${draftNote}.`;
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

function readArguments(args: readonly string[]): { isHelp: boolean; contentDir: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { help: { type: "boolean", short: "h", default: false } },
      allowPositionals: true,
    });
    if (positionals.length <= 1) return { isHelp: values.help, contentDir: positionals[0] };
  } catch (error) {
    // Node's advice about arguments that begin with a hyphen does not apply here.
    throw new CommandLineError(String(error instanceof Error ? error.message : error).split(". ")[0]);
  }
  throw new CommandLineError("More than one content folder is named. Name one.");
}

/** Checks all content and says what it found. Returns the exit status: 0, 1 or 2 (see `help`). */
export async function runCheck(args: readonly string[], surroundings: CheckSurroundings): Promise<0 | 1 | 2> {
  const { env, print, printError } = surroundings;
  try {
    const { isHelp, contentDir } = readArguments(args);
    if (isHelp) {
      print(help);
      return 0;
    }
    const environment = readEnvironment(
      contentDir === undefined ? env : { ...env, ARCHIVE_CONTENT: contentDir },
    );
    const { contentDir: folder, base } = environment;
    const loaded = await loadArchive({ contentDir: folder, base, includeDrafts: true });
    for (const problem of loaded.problems) printError(describeProblem(problem, "en"));
    for (const slug of findStale(loaded)) {
      printError(
        `Was the transcript of ${slug} recognised anew? npm run suggest -- --refit ${slug} moves its corrections to their new places.`,
      );
    }
    const hasError = loaded.problems.some(({ severity }) => severity === "error");
    (hasError ? printError : print)(summarise(loaded));
    return hasError ? 1 : 0;
  } catch (error) {
    if (!(error instanceof CommandLineError || error instanceof EnvironmentError)) throw error;
    printError(`${error.message.replace(/\.?$/, ".")} See npm run check -- --help.`);
    return 2;
  }
}

if (import.meta.main) {
  process.exitCode = await runCheck(process.argv.slice(2), {
    env: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
  });
}
