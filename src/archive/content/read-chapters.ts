import type { ChapterSource } from "../../model/passage.ts";
import type { LineProblem } from "../../model/problem.ts";
import { chaptersSchema, jsonChaptersSchema } from "../../model/schema/chapters-schema.ts";
import { readJson, readYaml } from "./read-yaml.ts";
import { omitAbsent, validateDocument } from "./validate-document.ts";

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
