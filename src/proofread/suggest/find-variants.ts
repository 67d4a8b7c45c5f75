import type { HeardText } from "../../model/heard-text.ts";
import type { Reason } from "../../model/report.ts";
import { findForm } from "../../text/find-form.ts";
import { readSyllable } from "../../text/sound/sound.ts";
import type { Named, SoundedName } from "./gather-names.ts";
import { makeSuggestion } from "./make-suggestion.ts";
import type { SoundedToken } from "./sound-tokens.ts";
import type { Suggestion } from "./suggestion.ts";
import { addSighting, type Sighting, type Sightings } from "./weigh-evidence.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

/** A place of a form of two characters or more. */
interface Place {
  readonly heard: HeardText;
  readonly from: number;
  readonly to: number;
  readonly isOpen: boolean;
}

/** All places of one form in the archive. */
interface Form {
  readonly written: string;
  /** Its merged syllables. */
  readonly sound: string;
  readonly isWord: boolean;
  /** Minus the base-10 logarithm of its share of all words. */
  readonly surprise: number;
  readonly places: Place[];
}

/** The forms of an archive by how they are written; filled by {@link collectForms}. */
export type FormsByText = Map<string, Form>;

/** Surprise of each character from which on two single characters are no usual phrase (that of 真有 is 2.8). */
const ODD_SURPRISE = 3.6;
/** An everyday word sounds as something or other by chance: 一些 3.3, 理解 4.0, 正交 5.7. */
const RARE_WORD = 4.8;
/** How often the right form must stand in the archive, and how much oftener than the odd one (chosen). */
const LEAST_COUNT = 3;
const LEAST_RATIO = 3;
/** As sure as that can be without knowing what the words mean (chosen). */
const SUREST = 0.55;

/** Adds the Han words of a text to `forms`, and what jieba breaks into pairs of rare single characters. */
export function collectForms(
  heard: HeardText,
  tokens: readonly SoundedToken[],
  isOpen: (at: number) => boolean,
  words: WordKnowledge,
  forms: FormsByText,
): void {
  for (const [at, token] of tokens.entries()) {
    if (!token.isHan || token.wordFrom !== at) continue;
    const next = tokens[token.wordTo];
    const isPair =
      token.wordTo === at + 1 &&
      next?.isHan === true &&
      next.wordTo === at + 2 &&
      !next.startsTurn &&
      next.from === token.to;
    const to = isPair ? at + 2 : token.wordTo;
    const stretch = tokens.slice(at, to);
    if (stretch.length < 2) continue;
    const written = stretch.map(({ text }) => text).join("");
    const isWord = !isPair && words.countWord(written) > 0;
    if (!isWord && (token.surprise + (isPair ? (next?.surprise ?? 0) : 0)) / stretch.length < ODD_SURPRISE)
      continue;
    const sound = stretch.map(({ syllable }) => readSyllable(syllable)?.syllable ?? "").join("");
    if ([...sound].length < stretch.length) continue;
    const form = forms.get(written) ?? { written, sound, isWord, surprise: token.surprise, places: [] };
    forms.set(written, form);
    const open = stretch.every((_, k) => isOpen(at + k));
    form.places.push({ heard, from: token.from, to: stretch.at(-1)?.to ?? token.to, isOpen: open });
  }
}

/**
 * Forms that no dictionary knows and that sound as another form of the archive does, which is a word or stands in it
 * much oftener: 整交 for 正交, and 天逸 for 天一 where most episodes write it so.
 */
export function findVariants(forms: FormsByText): Suggestion[] {
  const bySound = new Map<string, Form[]>();
  for (const form of forms.values()) bySound.set(form.sound, [...(bySound.get(form.sound) ?? []), form]);
  return [...forms.values()].flatMap((odd) => {
    if (odd.isWord) return [];
    const least = Math.max(LEAST_COUNT, odd.places.length * LEAST_RATIO);
    const rivals = (bySound.get(odd.sound) ?? []).filter(
      (form) => form !== odd && form.places.length >= least && (!form.isWord || form.surprise >= RARE_WORD),
    );
    const [right, second] = rivals.sort((a, b) => b.places.length - a.places.length);
    // Where two words sound so, nothing says which was meant.
    if (right === undefined || second !== undefined) return [];
    const count = right.places.length;
    const sure = SUREST * (1 - odd.places.length / count);
    const reason: Reason = { kind: "sounds-like-usual-form", values: { form: right.written, count } };
    const kind = right.isWord ? "word" : "variant";
    return odd.places
      .filter(({ isOpen }) => isOpen)
      .flatMap(
        (place) =>
          makeSuggestion(place.heard, place, {
            meant: right.written,
            about: right.written,
            kind,
            sure,
            reason,
          }) ?? [],
      );
  });
}

/** Names with capitals inside, which a recogniser writes in its own way: Moe for MoE. */
export function findSpellings(
  heard: HeardText,
  tokens: readonly SoundedToken[],
  names: readonly SoundedName[],
): Suggestion[] {
  return names.filter(isMixed).flatMap((name) =>
    findForm(tokens, name.tokens).flatMap(({ from, to }) => {
      const first = tokens[from] as SoundedToken;
      const last = tokens[to - 1] as SoundedToken;
      const written = heard.read(first.from, last.to);
      const isOther = written !== name.written && written.toLowerCase() === name.written.toLowerCase();
      if (!isOther || tokens.slice(from, to).some(({ isDecided }) => isDecided)) return [];
      const { meant: about, kind } = name.owner;
      const reason: Reason = { kind: "spelt-otherwise", values: { name: name.written } };
      return (
        makeSuggestion(
          heard,
          { from: first.from, to: last.to },
          { meant: name.written, about, kind, sure: 0.9, reason },
        ) ?? []
      );
    }),
  );
}

function isMixed({ written }: SoundedName): boolean {
  return /^[\p{L}\p{N}]*\p{Ll}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*$/u.test(written);
}

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
