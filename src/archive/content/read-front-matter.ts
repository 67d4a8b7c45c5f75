import type { Person } from "../../model/archive.ts";
import type { Speaker } from "../../model/cue.ts";
import type { Fault, LineProblem } from "../../model/problem.ts";
import { type EpisodeFile, episodeSchema } from "../../model/schema/episode-schema.ts";
import { findNearest } from "../../model/schema/find-nearest.ts";
import { MOST_OF_A_KIND } from "./content-file.ts";
import { readYaml } from "./read-yaml.ts";
import { validateDocument } from "./validate-document.ts";

/** Everyone in people.yaml; `ids` holds those of entries with a problem as well. */
export interface KnownPeople {
  readonly people: readonly Person[];
  readonly ids: ReadonlySet<string>;
}

/** episode.md, as far as it can be used. */
export interface FrontMatter {
  /** With stand-ins for what cannot be read; the problems say so. */
  readonly data: EpisodeFile;
  /** The show notes, in Markdown. */
  readonly notes: string;
  /** The line on which they begin. */
  readonly notesLine: number;
  readonly problems: readonly LineProblem[];
  findLine(path: readonly PropertyKey[]): number;
}

function explainUnknownPerson(id: string, { people, ids }: KnownPeople): Fault {
  const namesake = people.find(({ name, aliases }) =>
    [name, ...aliases].some((known) => foldName(known) === foldName(id)),
  );
  const nearest = namesake?.id ?? findNearest(id, ids);
  const values = { id, known: [...ids].slice(0, 12), ...(nearest === undefined ? {} : { nearest }) };
  return { kind: "person-unknown", values };
}

function checkPeople(
  { people, speakers }: EpisodeFile,
  known: KnownPeople,
  findLine: FrontMatter["findLine"],
): LineProblem[] {
  const named = [
    ...people.map(({ id }, index) => ({ id, path: ["people", index] })),
    ...Object.entries(speakers).map(([label, id]) => ({ id, path: ["speakers", label] })),
  ];
  return named
    .filter(({ id }) => !known.ids.has(id))
    .map(({ id, path }, index) => ({
      severity: "error",
      line: findLine(path),
      // Which one was meant is looked for among all people, and only where it will be told.
      ...explainUnknownPerson(id, index < MOST_OF_A_KIND ? known : { people: [], ids: new Set() }),
    }));
}

/** Reads the text of episode.md. `fallbackTitle` stands in for a title that cannot be read. */
export function readFrontMatter(text: string, fallbackTitle: string, known: KnownPeople): FrontMatter {
  // A folder may have a name of blanks alone.
  const fallback = { title: fallbackTitle.trim() || "-", date: "1970" };
  const { frontMatter, notes, notesLine = 1, problems } = splitFrontMatter(text);
  const source = readYaml(frontMatter ?? "", 2);
  const isEmpty = source.value === undefined && source.problems.length === 0;
  const validated = validateDocument(
    // An empty front matter lacks its keys like any other.
    isEmpty && frontMatter !== undefined ? { ...source, value: {} } : source,
    episodeSchema,
    fallback,
  );
  return {
    data: validated.data ?? episodeSchema.parse(fallback),
    notes,
    notesLine,
    problems: [
      ...problems,
      ...validated.problems,
      ...(validated.data === undefined ? [] : checkPeople(validated.data, known, validated.findLine)),
    ],
    findLine: validated.findLine,
  };
}

/** episode.md in its two parts. `frontMatter` begins on line 2 of the file. */
interface SplitMarkdown {
  readonly frontMatter?: string;
  readonly notes: string;
  readonly notesLine?: number;
  readonly problems: readonly LineProblem[];
}

/** Divides a Markdown file at its lines of three hyphens. Lines end with "\n". */
function splitFrontMatter(text: string): SplitMarkdown {
  const lines = text.split("\n");
  if (!/^---\s*$/.test(lines[0] ?? "")) {
    const kind = text.trim() === "" ? "episode-file-empty" : "front-matter-missing";
    return { notes: "", problems: [{ severity: "error", line: 1, kind, values: {} }] };
  }
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end === -1) {
    return {
      notes: "",
      problems: [{ severity: "error", line: 1, kind: "front-matter-unended", values: {} }],
    };
  }
  const isBlank = (line: string) => line.trim() === "";
  const start = lines.findIndex((line, index) => index > end && !isBlank(line));
  return {
    frontMatter: lines.slice(1, end).join("\n"),
    notes: start === -1 ? "" : lines.slice(start).join("\n").trim(),
    notesLine: start === -1 ? end + 1 : start + 1,
    problems: [],
  };
}

/** Makes a person of a label: by `speakers` of the front matter, else by id, name or alias, case apart. */
export function makeSpeakerResolver(
  people: readonly Person[],
  speakers: Readonly<Record<string, string>>,
): (label: string) => Speaker {
  const personByName = new Map<string, Person>();
  const addName = (name: string, person: Person) => {
    const folded = foldName(name);
    if (!personByName.has(folded)) personByName.set(folded, person);
  };
  // An id counts before a name, and a name before an alias.
  for (const person of people) addName(person.id, person);
  for (const person of people) addName(person.name, person);
  for (const person of people) for (const alias of person.aliases) addName(alias, person);
  const personByLabel = new Map<string, Person>();
  for (const [label, id] of Object.entries(speakers)) {
    const person = people.find((candidate) => candidate.id === id);
    if (person !== undefined) personByLabel.set(foldName(label), person);
  }
  return (label) => {
    const person = personByLabel.get(foldName(label)) ?? personByName.get(foldName(label));
    return person === undefined
      ? { key: label, name: label, sure: 1 }
      : { key: person.id, name: person.name, personId: person.id, sure: 1 };
  };
}

/** The form in which labels are compared. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
