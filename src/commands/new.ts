import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readEnvironment } from "../archive/read-environment.ts";
import { inspectContent } from "../import/begin/begin-show.ts";
import { chooseFolder } from "../import/plan/plan-episodes.ts";
import { scanContent } from "../import/plan/scan-content.ts";
import { writeEpisodeFile } from "../import/plan/write-front-matter.ts";
import { FaultError } from "../model/report.ts";
import { readPartialDate } from "../model/schema/read-date.ts";
import { makeSlug } from "../text/slug.ts";
import { importWords } from "../wording/commands/import-words.ts";
import { newHelp, wordEpisodeMade } from "../wording/commands/new-words.ts";
import { findQuestions, type Questions, StoppedError } from "./ask-questions.ts";
import { beginShow } from "./import/begin-archive.ts";
import { readOptions } from "./read-options.ts";
import { runCommand, type Surroundings, type Teller, terminal } from "./run-command.ts";

/** The options, as the help lists them. */
export const newOptions = {
  show: "boolean",
  title: "string",
  author: "string",
  language: "string",
  description: "string",
  date: "string",
  number: "string",
  slug: "string",
  content: "string",
} as const;

export interface NewSurroundings extends Surroundings {
  /** Absent where there is no terminal to ask in. */
  readonly questions?: Questions;
}

/** Begins a show or an episode. Returns the exit status: 0 or 2 (see `newHelp`). */
export function runNew(args: readonly string[], surroundings: NewSurroundings): Promise<number> {
  return runCommand(
    {
      name: "new",
      help: newHelp,
      findContent: (own) => readOptions(own, newOptions).values.content,
      run: async (own, teller, env) => {
        const { contentDir } = readEnvironment(env);
        try {
          return await runTask(own, teller, contentDir, surroundings.questions);
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

type Values = ReturnType<typeof readOptions<typeof newOptions>>["values"];

async function runTask(
  args: readonly string[],
  teller: Teller,
  contentDir: string,
  questions: Questions | undefined,
): Promise<0> {
  const { values, positionals, fault } = readOptions(args, newOptions);
  if (fault !== undefined) throw fault;
  const [title, argument] = positionals;
  if (argument !== undefined) throw new FaultError({ kind: "argument-unexpected", values: { argument } });
  if (values.show !== true) {
    await makeEpisode(title ?? values.title, values, contentDir, teller);
    return 0;
  }
  const state = await inspectContent(contentDir);
  if (state === "archive")
    throw new FaultError({ kind: "show-there-already", values: { file: `${contentDir}/show.yaml` } });
  const { author, language, description } = values;
  const name = title ?? values.title;
  const known = {
    ...(name === undefined ? {} : { title: name }),
    ...(author === undefined ? {} : { author }),
    ...(language === undefined ? {} : { language }),
    ...(description === undefined ? {} : { description }),
  };
  const begun = await beginShow(known, { state, contentDir, teller, questions });
  if (begun !== "stopped") await begun.write();
  return 0;
}

async function makeEpisode(
  title: string | undefined,
  { date: givenDate, number: givenNumber, slug }: Values,
  contentDir: string,
  teller: Teller,
): Promise<void> {
  const line = title?.replace(/\s+/g, " ").trim() ?? "";
  if (line === "") throw new FaultError({ kind: "title-missing", values: {} });
  const date = givenDate === undefined ? nameToday() : readPartialDate(givenDate);
  if (date === undefined) throw new FaultError({ kind: "date-invalid", values: { given: givenDate ?? "" } });
  if (givenNumber !== undefined && !/^[1-9]\d{0,8}$/.test(givenNumber))
    throw new FaultError({ kind: "number-invalid", values: { given: givenNumber } });
  const number = givenNumber === undefined ? {} : { number: Number(givenNumber) };
  const { slugs } = await scanContent(contentDir);
  const folder =
    slug === undefined ? chooseFolder({ title: line, date, ...number }, new Set(slugs)) : makeSlug(slug);
  const name = `${contentDir}/episodes/${folder}`;
  if (slugs.has(folder.toLowerCase()))
    throw new FaultError({ kind: "episode-there-already", values: { folder: name } });
  const path = join(contentDir, "episodes", folder);
  await mkdir(path, { recursive: true });
  const entries = [["title", line], ["date", date], ...Object.entries(number)] as const;
  await writeFile(join(path, "episode.md"), writeEpisodeFile(entries), { flag: "wx" });
  teller.say(wordEpisodeMade(name));
}

/** The day where this machine is. */
function nameToday(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

if (import.meta.main)
  process.exitCode = await runNew(process.argv.slice(2), { ...terminal, ...findQuestions() });
