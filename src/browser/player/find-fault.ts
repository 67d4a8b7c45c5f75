import type { Wording } from "../../wording/interface-words.ts";
import { playerWords, wordUnplayable } from "../../wording/player-words.ts";

/** What is known of a recording that did not load. */
export interface LoadFailure {
  /** `MediaError.code`. */
  readonly code: number;
  readonly type: string | undefined;
  /** What the browser says to the type: "" is no. */
  readonly canPlay: string;
  readonly isOnline: boolean;
  /** Of the address, asked for without its content; absent where nothing could be learnt. */
  readonly status?: number;
}

/** Why a recording does not play, in a sentence. */
export function wordFailure({ code, type, canPlay, isOnline, status }: LoadFailure): Wording {
  if (!isOnline) return playerWords.offline;
  if (status === 404 || status === 410) return playerWords.missing;
  if (type !== undefined && canPlay === "") return wordUnplayable(type);
  if (code === MediaErrorCode.network) return playerWords.brokenOff;
  if (code === MediaErrorCode.decode) return playerWords.damaged;
  return playerWords.unopened;
}

/** https://html.spec.whatwg.org/multipage/media.html#error-codes; named here, because Node has no MediaError. */
export const MediaErrorCode = { network: 2, decode: 3, notSupported: 4 } as const;

/** Finds out why `audio` failed. The address itself is asked only where the browser's word leaves it open. */
export async function findFault(audio: HTMLAudioElement, type: string | undefined): Promise<Wording> {
  const code = audio.error?.code ?? MediaErrorCode.notSupported;
  const isOnline = navigator.onLine;
  const status =
    isOnline && code === MediaErrorCode.notSupported ? await askStatus(audio.currentSrc) : undefined;
  return wordFailure({
    code,
    type,
    canPlay: type === undefined ? "" : audio.canPlayType(type),
    isOnline,
    ...(status === undefined ? {} : { status }),
  });
}

async function askStatus(address: string): Promise<number | undefined> {
  try {
    return (await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(5000) })).status;
  } catch {
    // Another site need not let us ask.
    return undefined;
  }
}
