import { makeSoundTerm, type SoundToken } from "../../text/sound-terms.ts";
import { type RecordableTurn, recordTerms, type SearchRecord } from "./make-record.ts";

/** A turn whose tokens are sounds, one for each token of the turn as written. */
export interface SoundTurn extends RecordableTurn {
  readonly tokens: readonly SoundToken[];
}

/** As `makeRecord`, of the sounds: its positions are those of the episode's own record. */
export function makeSoundRecord(turns: readonly SoundTurn[]): SearchRecord {
  return recordTerms(turns, ({ tokens, wordStarts }, k) => makeSoundTerm(tokens, k, wordStarts));
}
