import type { Episode } from "../../model/archive.ts";
import type { Fault, Problem } from "../../model/problem.ts";
import { findNearest } from "../../model/schema/find-nearest.ts";
import { CommandLineError } from "../command-line-error.ts";
import type { PartChoice } from "./read-build-options.ts";

/** Reads a text file; undefined where there is none. */
type ReadText = (path: string) => Promise<string | undefined>;

/**
 * The episodes of a choice, in the order in which they are given, and what is wrong with its list. Throws a
 * CommandLineError where there are none.
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
    const asked = first === last ? `${by} ${first}` : `the ${by}s ${first} to ${last}`;
    const known = episodes.map(readValue).filter((value) => value !== undefined);
    const advice =
      known.length === 0
        ? `No episode says its ${by}: choose otherwise.`
        : `Choose from ${Math.min(...known)} to ${Math.max(...known)}.`;
    throw new CommandLineError(`The archive has no episode of ${asked}. ${advice}`);
  }
  return { chosen, problems: [] };
}

async function chooseListed(
  episodes: readonly Episode[],
  file: string,
  read: ReadText,
): Promise<{ chosen: Episode[]; problems: Problem[] }> {
  const text = await read(file);
  if (text === undefined)
    throw new CommandLineError(`${file} cannot be read. Name a file with the slug of an episode a line.`);
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
    throw new CommandLineError(`${file} lists no episode. Write the slug of one on each line.`);
  return { chosen, problems };
}

function explainUnknown(slug: string, slugs: readonly string[]): Fault {
  const nearest = findNearest(slug, slugs);
  return { kind: "listed-episode-unknown", values: { slug, ...(nearest === undefined ? {} : { nearest }) } };
}
