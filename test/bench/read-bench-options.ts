import { parseArgs } from "node:util";

/** What the bench can measure. */
export const benchParts = [
  "build",
  "exact",
  "bytes",
  "time",
  "rank",
  "questions",
  "names",
  "variants",
  "sound",
  "pages",
  "suggest",
  "correct",
  "kills",
  "fuzz",
] as const;
export type BenchPart = (typeof benchParts)[number];

/** The parts that need the content alone, and no built site. */
export const contentParts: ReadonlySet<BenchPart> = new Set(["suggest", "correct", "kills", "fuzz"]);
/** Half an hour of builds, ten minutes of inputs: only where they are named. */
const unasked: ReadonlySet<BenchPart> = new Set(["kills", "fuzz"]);

export interface BenchOptions {
  readonly isHelp: boolean;
  /** As given; else `ARCHIVE_CONTENT`, else `content`. */
  readonly contentDir: string;
  /** A file for all figures. */
  readonly json?: string;
  /** Episodes to take, evenly spread; all where absent. */
  readonly sample?: number;
  readonly parts: ReadonlySet<BenchPart>;
  /** Measure how the cost grows with the archive, instead of the parts. */
  readonly isGrowth?: boolean;
  readonly seed: number;
  /** A JSON file of questions about the archive: `[{ slug, start, question }]`; without it none are asked. */
  readonly questions?: string;
}

export class CommandLineError extends Error {
  override readonly name = "CommandLineError";
}

export const benchHelp = `npm run bench -- [options]

Builds an archive into a temporary folder, drives the built site in Chromium, and prints what it measures beside
stock Pagefind on the same texts and beside the floors that search and pages are held to.

  --content <folder>   the archive; else ARCHIVE_CONTENT, else content
  --json <file>        writes every figure, and each query that was not exactly right, to a file
  --questions <file>   questions about the archive, as JSON: [{ slug, start, question }], start in seconds
  --sample <n>         takes n of the episodes, evenly spread
  --only <parts>       some of ${benchParts.join(",")}; all but kills and fuzz where absent
                         build   time, memory and size of the whole build, beside stock Pagefind's index
                         exact   episodes and hits of 430 queries, beside a plain search of the sources
                         bytes   what a first query and the next ones send over the wire
                         time    milliseconds from typing to paint, longest main-thread task
                         rank    known items and words met by accident, beside Pagefind and MiniSearch
                         questions  the passages nearest to --questions, beside MiniSearch with jieba over passages
                         names   titles that are typed, whole and without punctuation and numbering
                         variants  forms in which something is said, asked for in another
                         sound   of places shown because they sound like names of the bench archive, those that are right
                         pages   Lighthouse (fetched by npx), weight, scrolling and following on a phone
                         suggest what npm run suggest finds without corrections, beside the archive's own
                         correct what two thousand corrections cost an hour of talk
                         kills   builds killed at fifty moments, and what the next one makes of it: for a few episodes
                         fuzz    100,000 mutated files, texts and queries, the archive's own files among them
  --all                how time, memory and bytes grow over 100, 300 and all episodes, written as a table and a
                       chart into docs/
  --seed <n>           another choice of queries; 1 where absent
  --help               shows this

Chromium is taken from CHROMIUM_PATH, else from where the system has it.
Exit status: 0 it ran (a floor that is missed is shown), 1 the content is at fault, 2 the command line is at fault.`;

/** Reads the command line. Throws a {@link CommandLineError} that says what to write instead. */
export function readBenchOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): BenchOptions {
  const values = parse(args);
  return {
    isHelp: values.help,
    contentDir: values.content ?? env["ARCHIVE_CONTENT"] ?? "content",
    ...(values.json === undefined ? {} : { json: values.json }),
    ...(values.sample === undefined ? {} : { sample: readCount("--sample", values.sample, 1) }),
    parts: readParts(values.only),
    ...(values.all ? { isGrowth: true } : {}),
    seed: readCount("--seed", values.seed, 0),
    ...(values.questions === undefined ? {} : { questions: values.questions }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        content: { type: "string" },
        json: { type: "string" },
        questions: { type: "string" },
        sample: { type: "string" },
        only: { type: "string", multiple: true },
        all: { type: "boolean", default: false },
        seed: { type: "string", default: "1" },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    // Node's advice about arguments that begin with a hyphen does not apply here.
    throw new CommandLineError(String(error instanceof Error ? error.message : error).split(". ")[0]);
  }
}

function readCount(name: string, text: string, least: number): number {
  const count = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(count) && count >= least) return count;
  throw new CommandLineError(`${name} is "${text}". Write a whole number from ${least} on`);
}

function readParts(texts: readonly string[] | undefined): Set<BenchPart> {
  if (texts === undefined) return new Set(benchParts.filter((part) => !unasked.has(part)));
  const names = texts.flatMap((text) => text.split(",")).map((name) => name.trim());
  const parts = names.map((name) => {
    const part = benchParts.find((own) => own === name);
    if (part === undefined)
      throw new CommandLineError(`--only names "${name}". Name some of ${benchParts.join(", ")}`);
    return part;
  });
  return new Set(parts);
}
