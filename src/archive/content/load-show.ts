import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Show } from "../../model/archive.ts";
import type { Problem } from "../../model/problem.ts";
import { showSchema } from "../../model/schema/show-schema.ts";
import { readRepository } from "../../text/repository-address.ts";
import { type ContentFile, placeProblems, readContentText } from "./content-file.ts";
import { readYaml } from "./read-yaml.ts";
import { omitAbsent, validateDocument } from "./validate-document.ts";

/** Stands in for a show that cannot be read, so that the rest of the archive is checked all the same. */
export const unreadShow: Show = { title: "–", description: "–", language: "zh-CN", author: "–", links: {} };

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Reads show.yaml. */
export async function loadShow(
  file: ContentFile,
  contentDir: string,
): Promise<{ show: Show; problems: readonly Problem[] }> {
  const { text, problems } = await readContentText(file);
  if (text === undefined) {
    const message =
      'There is no show.yaml. Create it with "title", "description", "language" and "author" of the show.';
    const found = problems.length > 0 ? problems : [{ severity: "error" as const, message }];
    return { show: unreadShow, problems: placeProblems(file, found) };
  }
  const source = readYaml(text);
  const isEmpty = source.value === undefined && source.problems.length === 0;
  if (isEmpty) {
    const message = 'The file is empty. Write "title", "description", "language" and "author" of the show.';
    return { show: unreadShow, problems: placeProblems(file, [{ severity: "error", message }]) };
  }
  const {
    data,
    problems: found,
    findLine,
  } = validateDocument(source, showSchema, { ...unreadShow, links: {} });
  const placed = placeProblems(file, found);
  const cover = data?.cover;
  if (cover !== undefined && !/^(?:\/|https?:)/.test(cover) && !(await exists(join(contentDir, cover)))) {
    const message = `The cover is "${cover}", and there is no such file in the content folder. Put it there, or write its address.`;
    placed.push(...placeProblems(file, [{ severity: "error", line: findLine(["cover"]), message }]));
  }
  const repository = data?.repository;
  if (repository !== undefined && readRepository(repository) === undefined) {
    const message = `The repository is "${repository}", and it does not say which kind of host that is. Write the address at which the host shows the content folder (…/tree/main/content, …/-/tree/main/content or …/src/branch/main/content); until then no passage offers to suggest a fix.`;
    placed.push(...placeProblems(file, [{ severity: "warning", line: findLine(["repository"]), message }]));
  }
  return { show: data === undefined ? unreadShow : omitAbsent(data), problems: placed };
}
