import {
  type ByKind,
  chooseByKind,
  type Fault,
  type LineProblem,
  type Problem,
} from "../../model/problem.ts";
import type { ProblemValues } from "../../model/problem-values.ts";
import type { InterfaceLanguage, Wording } from "../interface-words.ts";
import { commandProblems } from "./command-problems.ts";
import { contentProblems } from "./content-problems.ts";
import { correctionProblems } from "./correction-problems.ts";
import { editProblems } from "./edit-problems.ts";
import { fieldProblems } from "./field-problems.ts";
import { importProblems } from "./import-problems.ts";
import { transcriptProblems } from "./transcript-problems.ts";

// A kind without its sentence, or a sentence in one language only, does not compile.
const sentences: ByKind<ProblemValues, Wording> = {
  ...transcriptProblems,
  ...correctionProblems,
  ...editProblems,
  ...fieldProblems,
  ...contentProblems,
  ...commandProblems,
  ...importProblems,
};

/** What is wrong, with the offending value, then what to do: full sentences. */
export function wordFault(fault: Fault): Wording {
  return chooseByKind(sentences, fault);
}

/** The same, and where else it is so. */
export function wordProblem(problem: LineProblem): Wording {
  const { zh, en } = wordFault(problem);
  if (problem.others === undefined) return { zh, en };
  const others = wordOthers(problem.others);
  return { zh: `${zh}${others.zh}`, en: `${en} ${others.en}` };
}

function wordOthers({ count, lastLine }: NonNullable<LineProblem["others"]>): Wording {
  const places = count === 1 ? "one more place" : `${count} more places`;
  const last =
    lastLine === undefined
      ? { zh: "", en: "" }
      : count === 1
        ? { zh: `，在第${lastLine}行`, en: `, on line ${lastLine}` }
        : { zh: `，最后一处在第${lastLine}行`, en: `, the last on line ${lastLine}` };
  return {
    zh: `另外还有${count}处也是这样${last.zh}。`,
    en: `The same holds for ${places}${last.en}.`,
  };
}

const marks: Readonly<Record<Problem["severity"], Wording>> = {
  error: { zh: "", en: "" },
  warning: { zh: "提醒：", en: "Warning: " },
  notice: { zh: "说明：", en: "Note: " },
};

/** `file:line: sentences`, the form in which every problem is printed. */
export function describeProblem(problem: Problem, language: InterfaceLanguage): string {
  const { severity, file, line } = problem;
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}: ${marks[severity][language]}${wordProblem(problem)[language]}`;
}
