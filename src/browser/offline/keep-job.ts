/** What `keep-worker.ts` is asked to do, one thing a worker. */
export type KeepRequest = { readonly root: string } & (
  | { readonly kind: "measure"; readonly slug: string; readonly audio?: string }
  | {
      readonly kind: "keep";
      readonly slug: string;
      readonly title: string;
      /** Address of the recording, where it is to be kept. */
      readonly audio?: string;
    }
  /** Finds which sets another build has taken the place of. */
  | { readonly kind: "compare" }
  /** Puts the newest in the place of those. */
  | { readonly kind: "renew" }
);

/** What an episode takes, in bytes. */
export interface KeepSize {
  /** Of the page and its texts, and of what every page needs, where that is not kept yet. */
  readonly texts: number;
  /** Absent where there is no recording, or where it may not be kept. */
  readonly audio?: number;
  /** There is one, and its host does not let this site read it, or does not say how large it is. */
  readonly isAudioRefused: boolean;
}

/** What another build has taken the place of. */
export interface KeepNews {
  /** Slugs of episodes that are other ones now. */
  readonly changed: readonly string[];
  /** Slugs of those that the archive has no longer: what is kept of them stays. */
  readonly gone: readonly string[];
  /** What every page needs, the search's files among it, is of another build. */
  readonly isShellOld: boolean;
}

/** Why something was not kept. What was kept before is as it was. */
export type KeepFault = "offline" | "gone" | "changing" | "full" | "denied" | "audio" | "broken";

export type KeepAnswer =
  | { readonly kind: "progress"; readonly loaded: number }
  | { readonly kind: "done"; readonly value: KeepSize | KeepNews | undefined }
  | { readonly kind: "failed"; readonly fault: KeepFault };

export class KeepError extends Error {
  override readonly name = "KeepError";
  readonly fault: KeepFault;

  constructor(fault: KeepFault, cause?: unknown) {
    super(`It was not kept: ${fault}`, { cause });
    this.fault = fault;
  }
}
