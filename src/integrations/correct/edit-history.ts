import { readFile, rm } from "node:fs/promises";
import { writeAtomically } from "../../archive/cache/cached-file.ts";
import { FaultError } from "../../model/report.ts";
import type { FileChange } from "../../proofread/edit/file-change.ts";

/** A file as it was and as it was written; `before` is undefined where there was none. */
interface WrittenFile {
  readonly path: string;
  readonly name: string;
  readonly before: Buffer | undefined;
  readonly after: Buffer;
}

/** What has been written since the server began, so that the last of it can be taken back, and then the one before. */
export class EditHistory {
  readonly #edits: (readonly WrittenFile[])[] = [];

  get length(): number {
    return this.#edits.length;
  }

  /** Writes files. Those that are written already go back where a later one fails. */
  async write(changes: readonly FileChange[]): Promise<void> {
    const written: WrittenFile[] = [];
    try {
      for (const { path, name, before: text, after } of changes) {
        const before = await readBytes(path);
        // Somebody has written it since it was read, or it holds bytes that are no text.
        if (!(before ?? Buffer.alloc(0)).equals(Buffer.from(text)))
          throw new FaultError({ kind: "edit-page-outdated", values: {} });
        await writeAtomically(path, after);
        written.push({ path, name, before, after: Buffer.from(after) });
      }
    } catch (error) {
      await putBack(written);
      throw error;
    }
    this.#edits.push(written);
  }

  /**
   * Puts back the bytes that the files of the last edit had, and returns the files' names. Throws a FaultError where
   * there is none, where it is not the `count`th, or where a file is not what was written any more.
   */
  async undo(count: number): Promise<readonly string[]> {
    const last = this.#edits.at(-1);
    if (last === undefined) throw new FaultError({ kind: "undo-nothing", values: {} });
    if (this.#edits.length !== count) throw new FaultError({ kind: "undo-not-last", values: {} });
    for (const { path, name, after } of last) {
      if ((await readBytes(path))?.equals(after) === true) continue;
      throw new FaultError({ kind: "undo-file-changed", values: { file: name } });
    }
    await putBack(last);
    this.#edits.pop();
    return last.map(({ name }) => name);
  }
}

async function putBack(files: readonly WrittenFile[]): Promise<void> {
  for (const { path, before } of files) {
    if (before === undefined) await rm(path, { force: true });
    else await writeAtomically(path, before);
  }
}

async function readBytes(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
