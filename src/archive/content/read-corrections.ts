import type { Corrections, Keep, Replacement, TurnStart } from "../../model/corrections.ts";
import type { LineProblem } from "../../model/problem.ts";
import { correctionsSchema } from "../../model/schema/corrections-schema.ts";
import { readYaml } from "./read-yaml.ts";
import { omitAbsent, validateDocument } from "./validate-document.ts";

/** The corrections of an episode that has none. */
export const noCorrections: Corrections = { replace: [], turns: [], keep: [] };

/** Reads the text of corrections.yaml; entries with a problem are left out. */
export function readCorrections(text: string): {
  corrections: Corrections;
  problems: readonly LineProblem[];
} {
  const { data, problems, findLine } = validateDocument(readYaml(text), correctionsSchema);
  if (data === undefined) return { corrections: noCorrections, problems };
  const addLine =
    <T>(list: string) =>
    (entry: object, index: number) =>
      // The schema has made sure that exactly one of "line" and "time" is there.
      ({ ...omitAbsent(entry), sourceLine: findLine([list, index]) }) as T;
  return {
    corrections: {
      replace: data.replace.map(addLine<Replacement>("replace")),
      turns: data.turns.map(addLine<TurnStart>("turns")),
      keep: data.keep.map(addLine<Keep>("keep")),
    },
    problems,
  };
}
