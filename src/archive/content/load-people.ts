import type { Person } from "../../model/archive.ts";
import type { LineProblem, Problem } from "../../model/problem.ts";
import { peopleSchema } from "../../model/schema/people-schema.ts";
import { makeSlug } from "../../text/slug.ts";
import { type ContentFile, placeProblems, readContentText } from "./content-file.ts";
import { readYaml } from "./read-yaml.ts";
import { omitAbsent, validateDocument } from "./validate-document.ts";

function checkPeople(people: readonly Person[], findLine: (id: string) => number): LineProblem[] {
  const problems: LineProblem[] = [];
  const idBySlug = new Map<string, string>();
  const idByName = new Map<string, string>();
  for (const { id, slug, name, aliases } of people) {
    const line = findLine(id);
    const other = idBySlug.get(slug.toLowerCase());
    if (other !== undefined)
      problems.push({ severity: "error", line, kind: "people-share-address", values: { id, other, slug } });
    else if (slug === "-")
      problems.push({ severity: "error", line, kind: "person-id-without-letters", values: { id } });
    idBySlug.set(slug.toLowerCase(), id);
    for (const known of new Set([id, name, ...aliases].map((label) => label.toLowerCase()))) {
      const namesake = idByName.get(known);
      if (namesake === undefined) idByName.set(known, id);
      else {
        const values = { name: known, id, other: namesake };
        problems.push({ severity: "warning", line, kind: "name-of-two-people", values });
      }
    }
  }
  return problems;
}

/**
 * Reads people.yaml, which may be missing. `ids` holds those of entries with a problem as well, so that one
 * mistake is not told again by every episode.
 */
export async function loadPeople(file: ContentFile): Promise<{
  people: readonly Person[];
  ids: ReadonlySet<string>;
  /** 1-based, by the person's id. */
  lines: ReadonlyMap<string, number>;
  problems: readonly Problem[];
}> {
  const { text, problems } = await readContentText(file);
  if (text === undefined)
    return { people: [], ids: new Set(), lines: new Map(), problems: placeProblems(file, problems) };
  const source = readYaml(text);
  const ids = new Set(Object.keys(Object(source.value)).map((id) => id.trim()));
  const validated = validateDocument(source, peopleSchema);
  const people = Object.entries(validated.data ?? {}).map(([id, person]): Person => {
    const label = id.trim();
    return { id: label, slug: makeSlug(label), ...omitAbsent(person) };
  });
  const found = [...validated.problems, ...checkPeople(people, (id) => validated.findLine([id]))];
  const lines = new Map(people.map(({ id }) => [id, validated.findLine([id])]));
  return { people, ids, lines, problems: placeProblems(file, found) };
}
