import { join } from "node:path";
import type { Archive, Episode } from "../../model/archive.ts";
import type { LineProblem, Problem } from "../../model/problem.ts";
import { findNearest } from "../../model/schema/find-nearest.ts";
import { listPagePaths, writePagePath } from "../list-addresses.ts";
import { MOST_OF_A_KIND, placeProblems, readContentText } from "./content-file.ts";
import type { EpisodeFolder } from "./episode-reader.ts";
import type { ArchiveContext } from "./make-episode.ts";
import { isFileAddress, type NotesPlace, readOwnLink } from "./own-links.ts";
import { readFrontMatter } from "./read-front-matter.ts";

/** An episode as its folder gave it. */
interface FoundEpisode {
  readonly episode: Episode;
  readonly folder: EpisodeFolder;
}

/**
 * Links of show notes to pages of the site that are not there. A draft may lead to what is published with it; files are
 * not looked for, as a build makes some of them.
 */
export async function checkNoteLinks(
  found: readonly FoundEpisode[],
  archive: Pick<Archive, "named" | "terms" | "moved">,
  context: ArchiveContext,
): Promise<Problem[]> {
  const linking = found.filter(({ episode }) => listLinks(episode).length > 0);
  if (linking.length === 0) return [];
  const all = found.map(({ episode }) => episode);
  const led = archive.moved.flatMap(({ from, to }) => (to === undefined ? [] : [from]));
  const listPages = (episodes: readonly Episode[]) =>
    new Set([...listPagePaths({ ...archive, episodes: [...episodes] }), ...led]);
  const pages = listPages(all);
  const withDrafts = listPages(all.map((episode) => ({ ...episode, isDraft: false })));
  const problems: Problem[] = [];
  for (const { episode, folder } of linking) {
    const known = episode.isDraft ? withDrafts : pages;
    const place = { base: context.base, slug: episode.slug };
    const dead = new Set(listLinks(episode).flatMap((href) => readPath(href, place) ?? []));
    for (const path of dead) if (known.has(path)) dead.delete(path);
    if (dead.size === 0) continue;
    const file = { ...folder, path: join(folder.path, "episode.md"), name: `${folder.name}/episode.md` };
    // Kept episodes have no lines.
    const { notes, notesLine } = readFrontMatter(
      (await readContentText(file)).text ?? "",
      folder.folder,
      context,
    );
    const written = findWritten(notes, place);
    const own = [...dead].map((path, index): LineProblem => {
      const { line, address } = written.get(path) ?? { line: 0, address: writePagePath(path) };
      const isSought = problems.length + index < MOST_OF_A_KIND;
      const nearest = isSought ? findNearest(path, known) : undefined;
      const values = { address, ...(nearest === undefined ? {} : { nearest: writePagePath(nearest) }) };
      return { severity: "warning", line: notesLine + line, kind: "note-link-dead", values };
    });
    problems.push(...placeProblems(file, own));
  }
  return problems;
}

/** The paths that links have in notes, as `renderNotes` has written them: no reference stands in one. */
function listLinks({ notesHtml = "" }: Episode): string[] {
  return [...notesHtml.matchAll(/<a href="(\/[^"?#]*)/g)].map(([, path]) => path as string);
}

/** The path of a page below the base; undefined where a link leads to none. */
function readPath(href: string, place: NotesPlace): string | undefined {
  const address = readOwnLink(href, place);
  return address === undefined || isFileAddress(address) ? undefined : address.parts.join("/");
}

/** Where in notes, by lines from 0, the pages are first written to which they may link, and how. */
function findWritten(notes: string, place: NotesPlace): Map<string, { line: number; address: string }> {
  const found = new Map<string, { line: number; address: string }>();
  for (const [line, text] of notes.split("\n").entries())
    for (const [address] of text.matchAll(/[^\s()<>[\]"']+/g)) {
      const path = address.includes("/") ? readPath(address, place) : undefined;
      if (path !== undefined && !found.has(path)) found.set(path, { line, address });
    }
  return found;
}
