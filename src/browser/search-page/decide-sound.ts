import type { FoundForm } from "../../search/api/search-types.ts";

/**
 * With so many exact hits, or with passages that are near to several words, a reader is busy for a while, and what
 * sounds like the query is looked for when they come to it: unasked, it costs a phone up to a hundred kilobytes. The
 * more Han characters a query has, the less sounds like it, and the likelier that is misheard. By their number; chosen.
 */
const manyHits: readonly number[] = [1, 1, 1, 5, 50];

/**
 * What is done about places that sound like a query: nothing, only offered, looked for at once, or when a reader comes
 * near.
 */
export type SoundDecision = "none" | "offer" | "ask" | "wait";

export interface SoundOccasion {
  readonly query: string;
  /** Hits of the exact tier. */
  readonly exactHits: number;
  /** Passages that are near stand above. */
  readonly isNearShown: boolean;
  /** It is a question or a long sentence. */
  readonly isSentence: boolean;
  /** The last word is still being typed. */
  readonly isUnfinished: boolean;
}

/**
 * Whether the sounds of a query are looked for, and when; what is then shown unasked depends on what is found
 * ({@link groupForms}). Nobody remembers the sound of a whole sentence. A single character sounds like too much, and a
 * number is written as it is said. A last word that is still being typed says enough from two Han characters on.
 */
export function decideSound({
  query,
  exactHits,
  isNearShown,
  isUnfinished,
  isSentence,
}: SoundOccasion): SoundDecision {
  const letters = query.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (isSentence || !/\p{L}/u.test(query) || letters < 2) return "none";
  const lastWord = query.match(/[^\s"“”„]+$/u)?.[0];
  const isCutShort = isUnfinished && lastWord !== undefined && countHan(lastWord) < 2;
  if (isCutShort) return "offer";
  if (isNearShown && /\s/u.test(query.trim())) return "wait";
  const many = manyHits[Math.min(countHan(query), manyHits.length - 1)] ?? 1;
  return exactHits < many ? "ask" : "wait";
}

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** Writings of which a reader can choose the places. */
export interface FormGroup {
  /** `form`: one; `all`: all that are likely; `rest`: those that are too many to list, and what was not read. */
  readonly kind: "form" | "all" | "rest";
  /** As a search takes them. */
  readonly forms: readonly string[];
  readonly hits: number;
}

export interface FormGroups {
  /** The first is shown unasked. */
  readonly likely: readonly FormGroup[];
  readonly unlikely: readonly FormGroup[];
}

/** What a reader takes in at a glance. */
const mostForms = 8;

/**
 * A tier's writings as a page offers them.
 * @param hits of the whole tier
 * @param isRestLikely places whose writing was not read go with the likely ones
 */
export function groupForms(forms: readonly FoundForm[], hits: number, isRestLikely: boolean): FormGroups {
  const unread = hits - countHits(forms);
  const isLikely = forms.filter((own) => own.isLikely);
  const isUnlikely = forms.filter((own) => !own.isLikely);
  const likely = listGroups(isLikely, isRestLikely ? unread : 0);
  const all = likely.flatMap((group) => group.forms);
  const sum = likely.reduce((total, group) => total + group.hits, 0);
  return {
    likely: likely.length > 1 ? [{ kind: "all", forms: all, hits: sum }, ...likely] : likely,
    unlikely: listGroups(isUnlikely, isRestLikely ? 0 : unread),
  };
}

function listGroups(forms: readonly FoundForm[], unread: number): FormGroup[] {
  const listed = forms.slice(0, forms.length + (unread > 0 ? 1 : 0) > mostForms ? mostForms - 1 : mostForms);
  const rest = forms.slice(listed.length);
  const groups = listed.map(({ form, hits }): FormGroup => ({ kind: "form", forms: [form], hits }));
  if (rest.length === 0 && unread === 0) return groups;
  return [
    ...groups,
    {
      kind: "rest",
      // Unread places have no form: they are asked for as "".
      forms: [...rest.map(({ form }) => form), ...(unread > 0 ? [""] : [])],
      hits: countHits(rest) + unread,
    },
  ];
}

function countHits(forms: readonly FoundForm[]): number {
  return forms.reduce((sum, { hits }) => sum + hits, 0);
}

const choiceKey = "tingsuo-sound";

/** Whether the reader wants to see what sounds like a query; true where nothing was chosen. */
export function recallSound(): boolean {
  try {
    return localStorage.getItem(choiceKey) !== "off";
  } catch {
    return true;
  }
}

export function rememberSound(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(choiceKey);
    else localStorage.setItem(choiceKey, "off");
  } catch {
    // Storage may be forbidden: the choice then holds for this address.
  }
}
