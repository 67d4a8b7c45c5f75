import type { Named, SoundedName } from "./gather-names.ts";
import type { SoundedToken } from "./sound-tokens.ts";
import { addSighting, type Sighting, type Sightings } from "./weigh-evidence.ts";

/** All names of an archive, by how they begin. */
export interface RightNames {
  readonly names: readonly SoundedName[];
  readonly byFirstToken: ReadonlyMap<string, readonly SoundedName[]>;
  readonly ownerByName: ReadonlyMap<string, Named>;
}

export function indexRightNames(names: readonly SoundedName[]): RightNames {
  const byFirstToken = new Map<string, SoundedName[]>();
  for (const name of names) {
    const first = name.tokens[0]?.text ?? "";
    byFirstToken.set(first, [...(byFirstToken.get(first) ?? []), name]);
  }
  const ownerByName = new Map([...names].reverse().map(({ written, owner }) => [written, owner]));
  return { names, byFirstToken, ownerByName };
}

/** Where names stand as they are written, or were corrected to: which tokens are part of one, and who is spoken of. */
export function findRightNames(
  tokens: readonly SoundedToken[],
  { byFirstToken, ownerByName }: RightNames,
): { readonly isRight: Uint8Array; readonly sightings: Sightings } {
  const isRight = new Uint8Array(tokens.length);
  const sightings = new Map<Named, Sighting[]>();
  for (const [at, { text, meant }] of tokens.entries()) {
    for (const name of byFirstToken.get(text) ?? []) {
      if (!name.tokens.every((own, k) => tokens[at + k]?.text === own.text)) continue;
      isRight.fill(1, at, at + name.tokens.length);
      addSighting(sightings, name.owner, { at, weight: 1 });
    }
    const owner = meant === undefined ? undefined : ownerByName.get(meant);
    if (owner !== undefined) addSighting(sightings, owner, { at, weight: 1 });
  }
  return { isRight, sightings };
}
