import { basename } from "node:path";
import type { ImportAsker } from "../../import/plan/plan-import.ts";
import { readPartialDate } from "../../model/schema/read-date.ts";
import {
  importWords,
  wordPairing,
  wordWhichDate,
  wordWhichEpisode,
} from "../../wording/commands/import-words.ts";
import type { InterfaceLanguage } from "../../wording/interface-words.ts";
import type { Questions } from "../ask-questions.ts";

/** Asks what file names do not say. */
export function askAboutFiles(questions: Questions, language: InterfaceLanguage): ImportAsker {
  return {
    chooseEpisode: async ({ name, duration }, guesses) => {
      const labels = guesses.map(
        ({ target, sure, why }) =>
          `${target.folder}  ${[...target.title].slice(0, 40).join("")}${why.length === 0 ? "" : ` (${wordPairing(why, sure)[language]})`}`,
      );
      const message = wordWhichEpisode(basename(name), Math.round(duration / 60))[language];
      const rest = [importWords.newEpisode[language], importWords.leave[language]];
      const index = await questions.choose(message, [...labels, ...rest]);
      return guesses[index] ?? (index === guesses.length ? "new" : "leave");
    },
    askDate: async ({ name }) => {
      const message = wordWhichDate(basename(name))[language];
      for (;;) {
        const answer = await questions.ask(message);
        if (answer === "") return undefined;
        const date = readPartialDate(answer);
        if (date !== undefined) return date;
      }
    },
  };
}
