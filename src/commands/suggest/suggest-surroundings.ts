import type { Choose } from "./decide-groups.ts";

/** What the command reads and where it writes besides its arguments. */
export interface SuggestSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line or several, without the last end; to standard output. */
  print(text: string): void;
  /** The same, to standard error. */
  printError(text: string): void;
  /** What is done at the moment; a later one takes its place. */
  showProgress(text: string): void;
  /** Asks a question in the terminal; absent where there is none to ask in. */
  readonly choose?: Choose;
}
