import type { Span } from "./span.ts";

/** A sentence in both languages, as it is sent. */
interface SentWording {
  readonly zh: string;
  readonly en: string;
}

/** What stands in a stretch of a passage. */
export interface SeenPlace {
  /** The stretch as the page shows it, widened to what can be corrected: whole words, whole corrected places. */
  readonly shown: Span;
  readonly text: string;
  /** What the transcript file has there. */
  readonly heard: string;
  /** What has replaced a part of it; absent where it stands as it was heard. */
  readonly source?: "glossary" | "correction";
  /** Who speaks there; absent where nobody knows. */
  readonly speaker?: string;
  /** Whom the archive knows: this episode's speakers first. */
  readonly people: readonly string[];
}

/** What the development server answers to an edit. */
export type EditAnswer =
  | { readonly kind: "seen"; readonly place: SeenPlace; readonly undoable: number }
  | { readonly kind: "written"; readonly said: SentWording; readonly undoable: number }
  | { readonly kind: "refused"; readonly said: SentWording };
