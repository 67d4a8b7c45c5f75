/** Something in the owner's files that needs attention. Errors stop a build, warnings do not. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** Path as the owner knows it, relative to the folder above the content folder: `content/episodes/042/transcript.vtt`. */
  readonly file: string;
  /** 1-based; absent where the whole file is meant. */
  readonly line?: number;
  /** What is wrong, with the offending value, then what to do: full sentences. */
  readonly message: string;
}

/** A problem found by a stage that knows lines but not paths; the archive adds the file. */
export type LineProblem = Omit<Problem, "file">;

/** `file:line: message`, the form every problem is printed in. */
export function formatProblem({ severity, file, line, message }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}: ${severity === "warning" ? "Warning: " : ""}${message}`;
}
