import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Corrections, Keep, Replacement, TurnStart } from "../../model/corrections.ts";
import type { ChapterSource } from "../../model/passage.ts";
import type { LineProblem, Problem } from "../../model/problem.ts";
import { chaptersSchema, jsonChaptersSchema } from "../../model/schema/chapters-schema.ts";
import { correctionsSchema } from "../../model/schema/corrections-schema.ts";
import { type ContentFile, placeProblems, readContentBytes, readContentText } from "./content-file.ts";
import type { EpisodeFileNames } from "./name-episode-files.ts";
import { readJson, readYaml } from "./read-yaml.ts";
import { omitAbsent, validateDocument } from "./validate-document.ts";

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
    const { path, name, root } = this.#folder;
    return { path: join(path, fileName), name: `${name}/${fileName}`, root };
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

  /** The same of a file that may be none of the episode's: what stands in the way is nobody's business. */
  async tryBytes(fileName: string): Promise<Uint8Array | undefined> {
    return (await readContentBytes(this.at(fileName))).bytes;
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

interface ReadChapters {
  readonly chapters: readonly ChapterSource[];
  readonly problems: readonly LineProblem[];
}

/** Reads the text of chapters.yaml; entries with a problem are left out. */
export function readYamlChapters(text: string): ReadChapters {
  const { data, problems, findLine } = validateDocument(readYaml(text), chaptersSchema);
  const chapters = (data ?? []).map((chapter, index) => ({
    ...omitAbsent(chapter),
    sourceLine: findLine([index]),
  }));
  return { chapters, problems };
}

/** Reads the text of chapters.json (Podcasting 2.0, 1.2). Chapters without a title or outside the table of contents are left out. */
export function readJsonChapters(text: string): ReadChapters {
  const { data, problems, findLine } = validateDocument(readJson(text), jsonChaptersSchema);
  const chapters = (data?.chapters ?? []).flatMap(({ startTime, title, toc }, index): ChapterSource[] =>
    title === undefined || !toc
      ? []
      : [{ start: startTime, title, sourceLine: findLine(["chapters", index]) }],
  );
  return { chapters, problems };
}

/** The corrections of an episode that has none. */
export const noCorrections: Corrections = { replace: [], turns: [], keep: [] };

/** Reads the text of corrections.yaml; entries with a problem are left out. */
export function readCorrections(text: string): {
  corrections: Corrections;
  problems: readonly LineProblem[];
} {
  const { data, problems, findLine } = validateDocument(readYaml(text), correctionsSchema);
  if (data === undefined) return { corrections: noCorrections, problems };
  const addLine =
    <T>(list: string) =>
    (entry: object, index: number) =>
      // The schema has made sure that exactly one of "line" and "time" is there.
      ({ ...omitAbsent(entry), sourceLine: findLine([list, index]) }) as T;
  return {
    corrections: {
      replace: data.replace.map(addLine<Replacement>("replace")),
      turns: data.turns.map(addLine<TurnStart>("turns")),
      keep: [
        ...data.keep.map(addLine<Keep>("keep")),
        ...data.unclear.map(addLine<Keep>("unclear")).map((entry): Keep => ({ ...entry, isUnclear: true })),
      ],
    },
    problems,
  };
}
