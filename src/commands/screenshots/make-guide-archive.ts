import { runImport } from "../import.ts";
import type { Environment } from "../run-command.ts";

/** The shows that the guides in docs/ import, one a language, and what is typed at each question in turn. */
export const guideShows = {
  en: {
    folder: "docs/example/en",
    answers: ["Second Steep", "Nora Zhou", "en", "2026-04-01", "He Wenbin", "Nora Zhou"],
    search: "tea house",
    heard: "oh long",
    meant: "oolong",
    correct: "Correct",
  },
  zh: {
    folder: "docs/example/zh",
    answers: ["茶余", "周宁", "zh-CN", "2026-04-01", "何文斌", "周宁"],
    search: "茶馆",
    heard: "铁官音",
    meant: "铁观音",
    correct: "改正",
  },
} as const;

export type GuideLanguage = keyof typeof guideShows;

/**
 * Imports the example as docs/first-site.md does, with its answers, and yes to every question.
 * @returns what is said and asked, and each answer, in order
 */
export async function makeGuideArchive(
  language: GuideLanguage,
  contentDir: string,
  env: Environment = {},
): Promise<readonly string[]> {
  const { folder, answers } = guideShows[language];
  const waiting: string[] = [...answers];
  const said: string[] = [];
  const say = (text: string) => void said.push(...text.split("\n"));
  const status = await runImport([folder, "--content", contentDir, "--lang", language], {
    env,
    print: say,
    printError: say,
    showProgress: () => undefined,
    questions: {
      ask: async (message) => {
        const answer = waiting.shift();
        if (answer === undefined) throw new Error(`The guide has no answer to: ${message}`);
        say(`${message}\n${answer}`);
        return answer;
      },
      confirm: async (question) => {
        say(question[language]);
        return true;
      },
      choose: async (message) => {
        throw new Error(`The guide has no answer to: ${message}`);
      },
    },
  });
  if (status !== 0 || waiting.length > 0) throw new Error(`The guide's import failed:\n${said.join("\n")}`);
  return said;
}
