import type { LineProblem, Problem } from "../../model/problem.ts";
import { variantsSchema } from "../../model/schema/variants-schema.ts";
import { foldName, readTokens } from "../../text/normalise.ts";
import { type ContentFile, placeProblems, readContentText } from "./content-file.ts";
import { readYaml } from "./read-yaml.ts";
import { validateDocument } from "./validate-document.ts";

/** Reads variants.yaml, which may be missing or empty. */
export async function loadVariants(
  file: ContentFile,
): Promise<{ variants: readonly (readonly string[])[]; problems: readonly Problem[] }> {
  const { text, problems } = await readContentText(file);
  if (text === undefined) return { variants: [], problems: placeProblems(file, problems) };
  const { data = [], problems: found, findLine } = validateDocument(readYaml(text), variantsSchema);
  const checked = data.flatMap((names, index) => checkNames(names, findLine([index])));
  return { variants: data, problems: placeProblems(file, [...found, ...checked]) };
}

function checkNames(names: readonly string[], line: number): LineProblem[] {
  return names.flatMap((name, index): LineProblem[] => {
    if (readTokens(name).length === 0)
      return [{ severity: "error", line, kind: "variant-without-letters", values: { name } }];
    const same = names.slice(0, index).find((other) => foldName(other) === foldName(name));
    return same === undefined
      ? []
      : [{ severity: "error", line, kind: "variant-twice", values: { name, same } }];
  });
}
