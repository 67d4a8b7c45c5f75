import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { makeProgress } from "../../src/commands/run-command.ts";
import { ContentError } from "./content-error.ts";
import { measureArchive } from "./measure-archive.ts";
import { measureContent } from "./measure-content.ts";
import { measureGrowth } from "./measure-growth.ts";
import {
  type BenchOptions,
  benchHelp,
  CommandLineError,
  contentParts,
  readBenchOptions,
} from "./read-bench-options.ts";
import { reportContent } from "./report-content.ts";
import { reportFigures } from "./report-figures.ts";
import { ProcessError } from "./run-measured.ts";

const docsDir = fileURLToPath(new URL("../../docs/", import.meta.url));

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
  const reports: string[] = [];
  let all = {};
  try {
    if (options.isGrowth === true) {
      print(await measureGrowth(options, docsDir, showProgress));
      return 0;
    }
    if ([...options.parts].some((part) => !contentParts.has(part))) {
      const figures = await measureArchive(options, showProgress);
      reports.push(reportFigures(figures));
      all = figures;
    }
    const figures = await measureContent(options, showProgress);
    if (Object.keys(figures).length > 0) reports.push(reportContent(figures));
    all = { ...all, ...figures };
  } catch (error) {
    if (!(error instanceof ProcessError || error instanceof ContentError)) throw error;
    printError(error instanceof ProcessError ? `${error.output}\n${error.message}` : error.message);
    return 1;
  } finally {
    showProgress("");
  }
  print(reports.join("\n\n"));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(all, undefined, 2)}\n`);
  return 0;
}

if (import.meta.main) {
  const show = makeProgress(process.stderr);
  process.exitCode = await runBench(process.argv.slice(2), {
    env: process.env,
    print: (text) => process.stdout.write(`${text}\n`),
    printError: (text) => process.stderr.write(`${text}\n`),
    showProgress: (text) => {
      const [, step = "", count = ""] = /^(.*?)(\d+ of \d+)?$/u.exec(text) ?? [];
      show(step, count);
    },
  });
}
