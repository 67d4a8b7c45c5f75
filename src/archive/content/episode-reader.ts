import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Corrections } from "../../model/corrections.ts";
import type { ChapterSource } from "../../model/passage.ts";
import type { LineProblem, Problem } from "../../model/problem.ts";
import { type ContentFile, placeProblems, readContentBytes, readContentText } from "./content-file.ts";
import type { EpisodeFileNames } from "./name-episode-files.ts";
import { readJsonChapters, readYamlChapters } from "./read-chapters.ts";
import { noCorrections, readCorrections } from "./read-corrections.ts";

/** A folder below `episodes/`. */
export interface EpisodeFolder extends ContentFile {
  /** Its own name. */
  readonly folder: string;
  /** Its address. */
  readonly slug: string;
}

/** The files of one episode, read one after another, and every problem found on the way. */
export class EpisodeReader {
  readonly problems: Problem[] = [];
  readonly #folder: EpisodeFolder;

  constructor(folder: EpisodeFolder) {
    this.#folder = folder;
  }

  at(fileName: string): ContentFile {
    const { path, name } = this.#folder;
    return { path: join(path, fileName), name: `${name}/${fileName}` };
  }

  report(fileName: string | undefined, problems: readonly LineProblem[]): void {
    this.problems.push(...placeProblems(fileName === undefined ? this.#folder : this.at(fileName), problems));
  }

  /** The names of everything in the folder. */
  async listNames(): Promise<readonly string[]> {
    try {
      return await readdir(this.#folder.path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.report(undefined, [{ severity: "error", kind: "folder-unreadable", values: { reason } }]);
      return [];
    }
  }

  hasFile(fileName: string): Promise<boolean> {
    return stat(this.at(fileName).path).then(
      (found) => found.isFile(),
      () => false,
    );
  }

  async readText(fileName: string): Promise<string | undefined> {
    const { text, problems } = await readContentText(this.at(fileName));
    this.report(fileName, problems);
    return text;
  }

  async readBytes(fileName: string): Promise<Uint8Array | undefined> {
    const { bytes, problems } = await readContentBytes(this.at(fileName));
    this.report(fileName, problems);
    return bytes;
  }

  async readCorrections(): Promise<Corrections> {
    const text = await this.readText("corrections.yaml");
    if (text === undefined) return noCorrections;
    const { corrections, problems } = readCorrections(text);
    this.report("corrections.yaml", problems);
    return corrections;
  }

  async readChapters({ chapters: fileName }: EpisodeFileNames): Promise<readonly ChapterSource[]> {
    const text = fileName === undefined ? undefined : await this.readText(fileName);
    if (text === undefined || fileName === undefined) return [];
    const read = fileName === "chapters.json" ? readJsonChapters : readYamlChapters;
    const { chapters, problems } = read(text);
    this.report(fileName, problems);
    return chapters;
  }
}
