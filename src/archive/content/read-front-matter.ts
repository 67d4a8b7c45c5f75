import type { Person } from "../../model/archive.ts";
import type { Speaker } from "../../model/cue.ts";
import type { LineProblem } from "../../model/problem.ts";
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

/** The nearest of the ids, names and aliases to a name that is none of them; none for a name too short to tell. */
function findNear(name: string, { people, ids }: KnownPeople): string | undefined {
  if ([...name].length < 3) return undefined;
  return findNearest(name, [...ids, ...people.flatMap((person) => [person.name, ...person.aliases])]);
}

/** Whom a name stands for that an owner wrote: the id of a person who has it as id, name or alias, case apart, else itself. */
export function makePersonFinder({ people, ids }: KnownPeople): (name: string) => string {
  const find = makeSpeakerResolver(people, {});
  return (name) => (ids.has(name) ? name : (find(name).personId ?? name));
}

/** Warnings of names that are nobody's, where somebody has nearly the same. */
export function checkNames(
  names: readonly { readonly name: string; readonly line: number }[],
  known: KnownPeople,
): LineProblem[] {
  const find = makePersonFinder(known);
  return names
    .filter(({ name }) => !known.ids.has(find(name)))
    .flatMap(({ name, line }, index): LineProblem[] => {
      // Whom was meant is looked for among all people, and only where it will be told.
      const nearest = index < MOST_OF_A_KIND ? findNear(name, known) : undefined;
      if (nearest === undefined) return [];
      return [{ severity: "warning", line, kind: "person-unknown", values: { name, nearest } }];
    });
}

function checkPeople(
  { people, speakers }: EpisodeFile,
  known: KnownPeople,
  findLine: FrontMatter["findLine"],
): LineProblem[] {
  const named = [
    ...people.map(({ id }, index) => ({ name: id, line: findLine(["people", index]) })),
    ...Object.entries(speakers).map(([label, name]) => ({ name, line: findLine(["speakers", label]) })),
  ];
  return checkNames(named, known);
}

/** The same with ids where people are named otherwise. */
function nameByIds(data: EpisodeFile, known: KnownPeople): EpisodeFile {
  const find = makePersonFinder(known);
  return {
    ...data,
    people: data.people.map((person) => ({ ...person, id: find(person.id) })),
    speakers: Object.fromEntries(Object.entries(data.speakers).map(([label, name]) => [label, find(name)])),
  };
}

/**
 * Reads the text of episode.md. `fallbackTitle` stands in for a title that cannot be read. People and speakers are given
 * by their ids, whatever they are named by; who is not known is given as written.
 */
export function readFrontMatter(text: string, fallbackTitle: string, known: KnownPeople): FrontMatter {
  // A folder may have a name of blanks, or of what is not seen.
  const title = [fallbackTitle, "-"].find((own) => episodeSchema.shape.title.safeParse(own).success) ?? "-";
  const fallback = { title, date: "1970" };
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
    data: nameByIds(validated.data ?? episodeSchema.parse(fallback), known),
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

/**
 * Makes a speaker of a label: whom `speakers` of the front matter names, by id, else who has it as id, name or alias,
 * case apart; else a plain label.
 */
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
  const nameByLabel = new Map(Object.entries(speakers).map(([label, name]) => [foldName(label), name]));
  return (label) => {
    const name = nameByLabel.get(foldName(label)) ?? label;
    const person = personByName.get(foldName(name));
    return person === undefined
      ? { key: name, name, sure: 1 }
      : { key: person.id, name: person.name, personId: person.id, sure: 1 };
  };
}

/** The form in which labels are compared. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
