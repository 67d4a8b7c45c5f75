import { CommandLineError } from "../command-line-error.ts";

/** What `npm run build` is asked for. */
export type BuildOptions =
  | { readonly task: "help" }
  | { readonly task: "part"; readonly choice: PartChoice; readonly folder: string }
  | {
      readonly task: "site";
      /** Folders of parts, each as `ARCHIVE_PARTS` takes it. */
      readonly parts: readonly string[];
      /** Passed on to Astro. */
      readonly rest: readonly string[];
    };

/** Which episodes a part holds. */
export type PartChoice =
  | { readonly by: "season" | "year"; readonly first: number; readonly last: number }
  | { readonly by: "list"; readonly file: string };

export const buildHelp = `npm run build [-- <options>]

Builds the site into ARCHIVE_OUT, else dist/.

  --part <choice> --to <folder>
                     cuts and indexes some episodes only, and writes them as a part of the archive into the folder;
                     no page is made. <choice> is one of
                       season:2       also season:1-3
                       year:2024      also year:2020-2022
                       list:<file>    a file with the slug of an episode a line
  --parts <folder> [<folder> …]
                     builds the whole site, and takes from these parts what they hold instead of indexing it again.
                     <folder>=<address> leaves the index files of the part where they are served, at https://… or,
                     on the site's own host, at /…; the host must allow other sites to read them (CORS)
  --help             shows this

All else is passed on to astro build. A part is good for the checkout that it was built from: the same content, the
same program, the same version of Node.

Exit status: 0 built, 1 there is an error in the content, 2 the command line is at fault.`;

/** Reads the arguments. Throws a CommandLineError. */
export function readBuildOptions(args: readonly string[]): BuildOptions {
  const part = takeValues(args, "--part");
  const to = takeValues(part.rest, "--to");
  const parts = takeFolders(to.rest);
  const { rest } = parts;
  if (rest.includes("--help") || rest.includes("-h")) return { task: "help" };
  const [choice] = part.values;
  const [folder] = to.values;
  if (choice === undefined) {
    if (folder !== undefined)
      throw new CommandLineError("--to says where a part goes. Say which with --part.");
    if (parts.isThere && parts.folders.length === 0)
      throw new CommandLineError("--parts names no folder. Name those that --part has written.");
    return { task: "site", parts: parts.folders, rest };
  }
  if (part.values.length > 1 || to.values.length > 1)
    throw new CommandLineError("A build makes one part. Give --part and --to once each.");
  if (folder === undefined)
    throw new CommandLineError("--part needs a folder to write to. Name one with --to <folder>.");
  if (parts.isThere)
    throw new CommandLineError("--part builds a part and --parts a site of parts. Run one after the other.");
  if (rest.length > 0)
    throw new CommandLineError(`"${rest[0]}" does not go with --part, which makes no pages. Leave it out.`);
  return { task: "part", choice: readChoice(choice), folder };
}

/** Takes an option and its values, `--name value` or `--name=value`, out of the arguments. */
function takeValues(args: readonly string[], name: string): { values: string[]; rest: string[] } {
  const values: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg !== name && !arg.startsWith(`${name}=`)) {
      rest.push(arg);
      continue;
    }
    const value = arg === name ? args[++at] : arg.slice(name.length + 1);
    if (value === undefined || value === "" || (arg === name && value.startsWith("--")))
      throw new CommandLineError(`${name} needs a value. Write it behind, as in ${name} ${examples[name]}.`);
    values.push(value);
  }
  return { values, rest };
}

const examples: Readonly<Record<string, string>> = { "--part": "year:2024", "--to": "parts/2024" };

/** Takes `--parts` and the folders that follow it, up to the next option, out of the arguments. */
function takeFolders(args: readonly string[]): { isThere: boolean; folders: string[]; rest: string[] } {
  const folders: string[] = [];
  const rest: string[] = [];
  let isThere = false;
  let isInside = false;
  for (const arg of args) {
    const isOption = arg.startsWith("-");
    if (arg === "--parts" || arg.startsWith("--parts=")) {
      isThere = true;
      isInside = true;
      if (arg !== "--parts") folders.push(arg.slice("--parts=".length));
    } else if (isInside && !isOption) {
      folders.push(arg);
    } else {
      isInside = false;
      rest.push(arg);
    }
  }
  return { isThere, folders: folders.filter((folder) => folder !== ""), rest };
}

function readChoice(given: string): PartChoice {
  const [, by, value = ""] = /^(season|year|list):(.+)$/.exec(given) ?? [];
  if (by === "list") return { by, file: value };
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(value) ?? [];
  if (by === undefined || first === undefined) {
    throw new CommandLineError(
      `"${given}" chooses no episodes. Write season:2, year:2024, year:2020-2022 or list:<file>.`,
    );
  }
  if (Number(last) < Number(first))
    throw new CommandLineError(`"${given}" ends before it begins. Write ${by}:${last}-${first}.`);
  return { by: by as "season" | "year", first: Number(first), last: Number(last) };
}

/** Where the command writes and what it reads besides its arguments. */
export interface BuildSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line or several, without the last end; to standard output. */
  print(text: string): void;
  /** The same, to standard error. */
  printError(text: string): void;
  /** Builds the site with Astro. Returns its exit status. */
  runAstro(args: readonly string[], env: BuildSurroundings["env"]): number;
}
