import { addToGroup } from "./edit-list.ts";

/** Somebody as people.yaml has them. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly role?: "host" | "guest" | "narrator";
  readonly links?: Readonly<Record<string, string>>;
}

/** Adds people to a people.yaml, behind those that are there; every other character stays as it is. */
export function addPeople(text: string, people: readonly NewPerson[]): string {
  return addToGroup(
    text,
    people.map(({ id, ...person }) => [id, person]),
  );
}
