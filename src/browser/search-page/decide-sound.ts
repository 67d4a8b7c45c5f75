/** With this many exact hits a reader has what was asked for, and what sounds like it is not loaded unasked. Chosen. */
const enoughHits = 5;

/** What is done about places that sound like a query: nothing, only offered, or looked for unasked. */
export type SoundDecision = "none" | "offer" | "ask";

export interface SoundOccasion {
  readonly query: string;
  /** Hits of the exact tier. */
  readonly exactHits: number;
  /** It is a question or a long sentence. */
  readonly isSentence: boolean;
  /** The last word is still being typed. */
  readonly isUnfinished: boolean;
}

/**
 * Whether the sounds of a query are looked for. Nobody remembers the sound of a whole sentence. A single character sounds like too much, and a number is written as
 * it is said. A last word that is still being typed says enough from two Han characters on.
 */
export function decideSound({ query, exactHits, isUnfinished, isSentence }: SoundOccasion): SoundDecision {
  if (isSentence) return "none";
  if (!/\p{L}/u.test(query) || (query.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2) return "none";
  if (exactHits >= enoughHits) return "offer";
  const lastWord = query.match(/[^\s"“”„]+$/u)?.[0];
  if (!isUnfinished || lastWord === undefined) return "ask";
  return (lastWord.match(/\p{Script=Han}/gu)?.length ?? 0) < 2 ? "offer" : "ask";
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
