import {
  type ContentState,
  type FreshFiles,
  moveExample,
  type NewShow,
  nameExampleFolder,
  writeShow,
} from "../../import/begin/begin-show.ts";
import type { FeedShow } from "../../import/gather/read-feed-show.ts";
import type { Sources } from "../../import/gather/read-sources.ts";
import { FaultError } from "../../model/report.ts";
import {
  freshHeads,
  newWords,
  wordBegun,
  wordDescription,
  wordMoveExample,
  wordWouldBegin,
} from "../../wording/commands/new-words.ts";
import { chooseInterfaceLanguage } from "../../wording/interface-words.ts";
import type { Questions } from "../ask-questions.ts";
import type { Teller } from "../run-command.ts";

export interface BeginContext {
  readonly state: ContentState;
  readonly contentDir: string;
  readonly teller: Teller;
  readonly questions?: Questions | undefined;
}

/** A show that has not been written yet. */
export interface BegunShow {
  readonly show: NewShow;
  write(): Promise<void>;
}

/**
 * Finds out what a new show is called and whether the example may go, and says what would be done. `stopped` where it
 * may not. Throws a FaultError where something is missing and there is nobody to ask.
 */
export async function beginShow(known: FeedShow, context: BeginContext): Promise<BegunShow | "stopped"> {
  const { state, contentDir, teller, questions } = context;
  const movesTo = state === "example" ? nameExampleFolder(contentDir) : undefined;
  if (movesTo !== undefined && questions !== undefined) {
    if (!(await questions.confirm(wordMoveExample(movesTo), teller.language))) {
      teller.say(newWords.nothingMoved);
      return "stopped";
    }
  }
  const show = await completeShow(known, teller, questions);
  return {
    show,
    write: async () => {
      if (movesTo !== undefined) await moveExample(contentDir);
      await writeShow(contentDir, show, chooseHeads(show.language));
      teller.say(wordBegun(show.title, contentDir, movesTo));
    },
  };
}

/** The same with what a feed says of its show. */
export async function beginFrom({ feeds }: Sources, context: BeginContext): Promise<BegunShow | "stopped"> {
  const known = feeds[0]?.show ?? {};
  const isKnown = known.title !== undefined && known.language !== undefined;
  if (context.questions === undefined && !isKnown)
    throw new FaultError({ kind: "show-not-begun", values: { folder: context.contentDir } });
  // Few feeds lack an author; the show is its own then.
  const own = isKnown ? { ...known, author: known.author ?? known.title ?? "" } : known;
  const begun = await beginShow(own, context);
  // Whoever is asked has just been told.
  if (begun !== "stopped" && context.questions === undefined) {
    const { state, contentDir, teller } = context;
    teller.say(
      wordWouldBegin(begun.show.title, state === "example" ? nameExampleFolder(contentDir) : undefined),
    );
  }
  return begun;
}

async function completeShow(
  known: FeedShow,
  teller: Teller,
  questions: Questions | undefined,
): Promise<NewShow> {
  const ask = async (option: "--title" | "--author" | "--language", message: string, initial = "") => {
    if (questions === undefined) throw new FaultError({ kind: "show-without", values: { option } });
    for (;;) {
      const answer = await questions.ask(message, initial);
      if (answer !== "") return answer;
    }
  };
  const { language: own } = teller;
  const title = known.title ?? (await ask("--title", newWords.askTitle[own]));
  const author = known.author ?? (await ask("--author", newWords.askAuthor[own]));
  let language = known.language === undefined ? undefined : readTag(known.language);
  if (known.language !== undefined && language === undefined)
    throw new FaultError({ kind: "language-tag-invalid", values: { given: known.language } });
  while (language === undefined)
    language = readTag(await ask("--language", newWords.askLanguage[own], own === "zh" ? "zh-CN" : "en"));
  const description = known.description ?? wordDescription(title)[chooseInterfaceLanguage(language)];
  return { ...known, title, author, language, description };
}

/** As `defineLanguage` reads it. */
function readTag(text: string): string | undefined {
  try {
    return /^[A-Za-z]{2,3}(?:-|$)/.test(text) ? Intl.getCanonicalLocales(text)[0] : undefined;
  } catch {
    return undefined;
  }
}

function chooseHeads(language: string): FreshFiles {
  const spoken = chooseInterfaceLanguage(language);
  const { show, people, glossary } = freshHeads;
  return { show: show[spoken], people: people[spoken], glossary: glossary[spoken] };
}
