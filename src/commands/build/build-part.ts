import { readdir, readFile } from "node:fs/promises";
import { loadArchive } from "../../archive/content/load-archive.ts";
import { lockFolder } from "../../archive/folder-lock.ts";
import type { ArchiveEnvironment } from "../../archive/read-environment.ts";
import type { Episode } from "../../model/archive.ts";
import type { Fault, Problem } from "../../model/problem.ts";
import { FaultError } from "../../model/report.ts";
import { findNearest } from "../../model/schema/find-nearest.ts";
import { writePart } from "../../search/index/shards/prebuilt-shards.ts";
import { wordNothingBuilt, wordPartWritten } from "../../wording/commands/command-words.ts";
import type { Teller } from "../run-command.ts";
import type { PartChoice } from "./read-build-options.ts";

/** What is in the folder of a part, and nothing else. */
const entries = ["cuts", "parts", "tingsuo-part.json"];

/**
 * Builds the part of an archive that is chosen. Returns the exit status: 0, or 1 where the content has an error.
 * Throws a FaultError.
 */
export async function buildPart(
  choice: PartChoice,
  folder: string,
  environment: ArchiveEnvironment,
  teller: Teller,
): Promise<0 | 1> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new FaultError({ kind: "part-folder-is-file", values: { folder } });
  });
  const strange = found.find((name) => !entries.includes(name));
  if (strange !== undefined)
    throw new FaultError({ kind: "part-folder-taken", values: { folder, file: strange } });
  const lock = lockFolder(folder);
  try {
    return await buildLocked(choice, folder, environment, teller);
  } finally {
    lock.release();
  }
}

async function buildLocked(
  choice: PartChoice,
  folder: string,
  environment: ArchiveEnvironment,
  teller: Teller,
): Promise<0 | 1> {
  const loaded = await loadArchive(environment);
  const { chosen, problems } = await chooseEpisodes(loaded.archive.episodes, choice, (path) =>
    readFile(path, "utf8").catch(() => undefined),
  );
  const all = [...loaded.problems, ...problems];
  for (const problem of all) teller.report(problem);
  const errors = countErrors(all);
  if (errors > 0) {
    teller.warn(wordNothingBuilt(errors));
    return 1;
  }
  await writePart(loaded.archive, chosen, folder, teller);
  teller.say(wordPartWritten(folder, chosen.length, loaded.archive.episodes.length));
  return 0;
}

function countErrors(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === "error").length;
}

/** Reads a text file; undefined where there is none. */
type ReadText = (path: string) => Promise<string | undefined>;

/**
 * The episodes of a choice, in the order in which they are given, and what is wrong with its list. Throws a
 * FaultError where there are none.
 */
export async function chooseEpisodes(
  episodes: readonly Episode[],
  choice: PartChoice,
  read: ReadText,
): Promise<{ chosen: Episode[]; problems: Problem[] }> {
  if (choice.by === "list") return await chooseListed(episodes, choice.file, read);
  const { by, first, last } = choice;
  const readValue = ({ date, season }: Episode) => (by === "year" ? Number(date.slice(0, 4)) : season);
  const chosen = episodes.filter((episode) => {
    const value = readValue(episode);
    return value !== undefined && first <= value && value <= last;
  });
  if (chosen.length === 0) {
    const known = episodes.map(readValue).filter((value) => value !== undefined);
    const range = [Math.min(...known), Math.max(...known)] as const;
    const asked = first === last ? `${by}:${first}` : `${by}:${first}-${last}`;
    const values = { choice: asked, by, ...(known.length === 0 ? {} : { known: range }) };
    throw new FaultError({ kind: "part-choice-empty", values });
  }
  return { chosen, problems: [] };
}

async function chooseListed(
  episodes: readonly Episode[],
  file: string,
  read: ReadText,
): Promise<{ chosen: Episode[]; problems: Problem[] }> {
  const text = await read(file);
  if (text === undefined) throw new FaultError({ kind: "part-list-unreadable", values: { file } });
  const slugs = episodes.map(({ slug }) => slug);
  const known = new Set(slugs);
  const listed = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const slug = line.replace(/^\uFEFF/, "").trim();
    if (slug === "" || slug.startsWith("#")) continue;
    if (known.has(slug)) listed.add(slug);
    else problems.push({ severity: "error", file, line: index + 1, ...explainUnknown(slug, slugs) });
  }
  const chosen = episodes.filter(({ slug }) => listed.has(slug));
  if (chosen.length === 0 && problems.length === 0)
    throw new FaultError({ kind: "part-list-empty", values: { file } });
  return { chosen, problems };
}

function explainUnknown(slug: string, slugs: readonly string[]): Fault {
  const nearest = findNearest(slug, slugs);
  return { kind: "listed-episode-unknown", values: { slug, ...(nearest === undefined ? {} : { nearest }) } };
}
