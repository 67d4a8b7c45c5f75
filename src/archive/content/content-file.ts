import { readFile } from "node:fs/promises";
import type { Fault, LineProblem, Problem } from "../../model/problem.ts";

/** A file of the content folder: where it lies, and the path by which problems name it. */
export interface ContentFile {
  readonly path: string;
  readonly name: string;
}

/** Gives problems that a stage found in a file the file's name. */
export function placeProblems(file: ContentFile, problems: readonly LineProblem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, file: file.name }));
}

function explainReadError(error: unknown): Fault {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM") return { kind: "file-forbidden", values: {} };
  if (code === "EISDIR") return { kind: "file-is-folder", values: {} };
  return { kind: "file-unreadable", values: { reason: code ?? String(error) } };
}

/** A file's bytes, its problems, or neither where there is no such file. */
export async function readContentBytes(
  file: ContentFile,
): Promise<{ bytes?: Uint8Array; problems: readonly LineProblem[] }> {
  try {
    return { bytes: await readFile(file.path), problems: [] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { problems: [] };
    return { problems: [{ severity: "error", ...explainReadError(error) }] };
  }
}

/** The text of a UTF-8 file without its byte order mark; lone carriage returns and CRLF become line feeds. */
export async function readContentText(
  file: ContentFile,
): Promise<{ text?: string; problems: readonly LineProblem[] }> {
  const { bytes, problems } = await readContentBytes(file);
  if (bytes === undefined) return { problems };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: text.replace(/\r\n?/g, "\n"), problems };
  } catch {
    return { problems: [{ severity: "error", kind: "file-not-utf8", values: {} }] };
  }
}
