import { readEnvironment } from "../archive/read-environment.ts";
import { FaultError } from "../model/report.ts";
import { ChangeError } from "../proofread/edit/file-change.ts";
import { listLabels } from "../proofread/speakers/list-labels.ts";
import { speakersHelp, speakersWords } from "../wording/commands/new-words.ts";
import { findQuestions, type Questions, StoppedError } from "./ask-questions.ts";
import { readOptions } from "./read-options.ts";
import { runCommand, type Surroundings, type Teller, terminal } from "./run-command.ts";
import { nameSpeakers } from "./speakers/name-speakers.ts";
import { openArchive } from "./suggest/open-archive.ts";

/** The options, as the help lists them. */
export const speakersOptions = { content: "string" } as const;

export interface SpeakersSurroundings extends Surroundings {
  /** Absent where there is no terminal to ask in. */
  readonly questions?: Questions;
}

/** Lists who speaks, asks and writes. Returns the exit status: 0, 1 or 2 (see `speakersHelp`). */
export function runSpeakers(args: readonly string[], surroundings: SpeakersSurroundings): Promise<number> {
  return runCommand(
    {
      name: "speakers",
      help: speakersHelp,
      findContent: (own) => readOptions(own, speakersOptions).values.content,
      run: async (own, teller, env) => {
        try {
          return await runTask(own, teller, readEnvironment(env).contentDir, surroundings.questions);
        } catch (error) {
          if (error instanceof ChangeError) teller.report(error.problem);
          else if (!(error instanceof StoppedError)) throw error;
          return error instanceof ChangeError ? 1 : 0;
        }
      },
    },
    args,
    surroundings,
  );
}

async function runTask(
  args: readonly string[],
  teller: Teller,
  contentDir: string,
  questions: Questions | undefined,
): Promise<0 | 1> {
  const { positionals, fault } = readOptions(args, speakersOptions);
  if (fault !== undefined) throw fault;
  const given = new Map(positionals.filter((argument) => argument.includes("=")).map(readAnswer));
  const slugs = positionals.filter((argument) => !argument.includes("="));
  if (given.size > 0 && slugs.length !== 1)
    throw new FaultError({
      kind: "task-without-episode",
      values: {
        option: [...given].map(([label, name]) => `${label}=${name}`)[0] ?? "",
        example: "npm run speakers -- 012 发言人1=林晚",
      },
    });
  const opened = await openArchive({ slugs }, { contentDir, teller });
  if (opened === undefined) return 1;
  const isOpen = (files: (typeof opened.chosen)[number]) =>
    slugs.length > 0 ||
    listLabels(files).some(
      ({ isGeneric, shown, label, personId }) => isGeneric && personId === undefined && shown === label,
    );
  const chosen = opened.chosen.filter(isOpen);
  if (chosen.length === 0) teller.say(speakersWords.allNamed);
  let { people } = opened.loaded.archive;
  const asked = questions === undefined ? {} : { questions };
  for (const files of chosen)
    people = await nameSpeakers(files, { contentDir, teller, people, given, ...asked });
  return 0;
}

function readAnswer(argument: string): [label: string, name: string] {
  const at = argument.lastIndexOf("=");
  const [label, name] = [argument.slice(0, at).trim(), argument.slice(at + 1).trim()];
  if (label === "" || name === "") throw new FaultError({ kind: "label-without-name", values: { argument } });
  return [label, name];
}

if (import.meta.main)
  process.exitCode = await runSpeakers(process.argv.slice(2), { ...terminal, ...findQuestions() });
