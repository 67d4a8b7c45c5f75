import { writeFile } from "node:fs/promises";
import { type BenchFigures, measureArchive } from "./bench/measure-archive.ts";
import {
  type BenchOptions,
  benchHelp,
  CommandLineError,
  readBenchOptions,
} from "./bench/read-bench-options.ts";
import { reportFigures } from "./bench/report-figures.ts";
import { ProcessError } from "./bench/run-measured.ts";

/** Where the command writes and what it reads besides its arguments. */
export interface BenchSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line or several, without the last end; to standard output. */
  print(text: string): void;
  /** The same, to standard error. */
  printError(text: string): void;
  /** What is done at the moment; a later one takes its place. */
  showProgress(text: string): void;
}

/** Measures an archive and reports. Returns the exit status: 0, 1 or 2 (see `benchHelp`). */
export async function runBench(args: readonly string[], surroundings: BenchSurroundings): Promise<0 | 1 | 2> {
  const { env, print, printError, showProgress } = surroundings;
  let options: BenchOptions;
  try {
    options = readBenchOptions(args, env);
  } catch (error) {
    if (!(error instanceof CommandLineError)) throw error;
    printError(`${error.message.replace(/\.?$/, ".")} See npm run bench -- --help.`);
    return 2;
  }
  if (options.isHelp) {
    print(benchHelp);
    return 0;
  }
  let figures: BenchFigures;
  try {
    figures = await measureArchive(options, showProgress);
  } catch (error) {
    if (!(error instanceof ProcessError)) throw error;
    printError(`${error.output}\n${error.message}`);
    return 1;
  } finally {
    showProgress("");
  }
  print(reportFigures(figures));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);
  return 0;
}

/** Shows progress on one line of a terminal; in a log, a line for each step, without the counting. */
function makeProgress(stream: NodeJS.WriteStream): (text: string) => void {
  let last = "";
  return (text) => {
    if (stream.isTTY) {
      stream.write(`\r\u001b[2K${text.slice(0, stream.columns - 1)}`);
      return;
    }
    const step = text.replace(/\d+ of \d+$/u, "");
    if (step !== "" && step !== last) stream.write(`${text}\n`);
    last = step;
  };
}

if (import.meta.main) {
  process.exitCode = await runBench(process.argv.slice(2), {
    env: process.env,
    print: (text) => process.stdout.write(`${text}\n`),
    printError: (text) => process.stderr.write(`${text}\n`),
    showProgress: makeProgress(process.stderr),
  });
}
