import type { Person } from "../../model/archive.ts";
import type { Speaker } from "../../model/cue.ts";

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
