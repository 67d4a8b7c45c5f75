import { readdir, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { readContentBytes } from "../archive/content/content-file.ts";
import { hasTranscriptEnding, nameEpisodeFiles } from "../archive/content/name-episode-files.ts";
import { FaultError } from "../model/report.ts";
import { judgeTimes } from "../proofread/align/judge-times.ts";
import {
  alignHelp,
  wordAgreement,
  wordFileWritten,
  wordGap,
  wordNoTimes,
} from "../wording/commands/text-files-words.ts";
import { openEpisode, readNamedFile } from "./open-episode.ts";
import { readOptions } from "./read-options.ts";
import { type Environment, runCommand, type Surroundings, type Teller, terminal } from "./run-command.ts";

/** The options, as the help lists them. */
export const alignOptions = { from: "string", check: "boolean", content: "string" } as const;

async function align(args: readonly string[], teller: Teller, env: Environment): Promise<0 | 1> {
  const { values, positionals, fault } = readOptions(args, alignOptions);
  if (fault !== undefined) throw fault;
  const { files, terms } = await openEpisode(positionals, "npm run align", env);
  const { folder } = files;
  const there = nameEpisodeFiles(await readdir(folder.path)).files.times;
  const given = values.from ?? there;
  if (given === undefined) {
    teller.warn(wordNoTimes(folder.slug));
    return 1;
  }
  const target = `times${hasTranscriptEnding(given) ? extname(given).toLowerCase() : ".srt"}`;
  const name = values.from ?? `${folder.name}/${given}`;
  const bytes =
    values.from === undefined
      ? (await readContentBytes({ path: join(folder.path, given), name, root: folder.root })).bytes
      : await readNamedFile(values.from, "--from");
  if (bytes === undefined) return 1;
  const fileName = hasTranscriptEnding(given) ? basename(given) : target;
  const { problems, isTaken, agreement, passages, gaps } = judgeTimes(files, terms, { bytes, fileName });
  for (const problem of problems) teller.report({ ...problem, file: name });
  if (!isTaken) return 1;
  teller.say(wordAgreement(name, agreement, passages));
  for (const gap of gaps) teller.say(wordGap(gap));
  if (values.from === undefined || values.check === true) return 0;
  const taken = there ?? target;
  try {
    if (there !== undefined) throw Object.assign(new Error(), { code: "EEXIST" });
    await writeFile(join(folder.path, target), bytes, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new FaultError({ kind: "named-file-taken", values: { file: `${folder.name}/${taken}` } });
  }
  teller.say(wordFileWritten(`${folder.name}/${target}`));
  return 0;
}

/** Shows what times.* gives an episode, or puts a recognition there. Returns the exit status: 0, 1 or 2. */
export function runAlign(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const findContent = (own: readonly string[]) => readOptions(own, alignOptions).values.content;
  return runCommand({ name: "align", help: alignHelp, findContent, run: align }, args, surroundings);
}

if (import.meta.main) process.exitCode = await runAlign(process.argv.slice(2), terminal);
