import { listPagePaths, writePagePath } from "../../archive/list-addresses.ts";
import type { Archive } from "../../model/archive.ts";
import { findNearest } from "../../model/schema/find-nearest.ts";

/** A page that is published and that a build of the archive would lack. */
export interface LackingPage {
  /** As people write it: `/topics/蒸馏/`. */
  readonly address: string;
  /** A page of the build that is called alike, of the same kind. */
  readonly nearest?: string;
}

/** Chosen: looking for what is called alike takes a while in a large archive. */
const mostCompared = 200;

/** Which of the published paths a build would lack, in their order: what `moved.yaml` leads on is there. */
export function findLacking(published: readonly string[], archive: Archive): LackingPage[] {
  const pages = listPagePaths(archive);
  const known = new Set([...pages, ...archive.moved.map(({ from }) => from)]);
  return published
    .filter((path) => !known.has(path))
    .map((path, index): LackingPage => {
      const folder = path.replace(/[^/]*$/, "");
      const alike = pages.filter((page) => page.startsWith(folder) && page !== "");
      const nearest = index < mostCompared ? findNearestName(path, alike, folder) : undefined;
      return {
        address: writePagePath(path),
        ...(nearest === undefined ? {} : { nearest: writePagePath(nearest) }),
      };
    });
}

function findNearestName(path: string, alike: readonly string[], folder: string): string | undefined {
  const names = alike.map((page) => page.slice(folder.length));
  const name = findNearest(path.slice(folder.length), names);
  return name === undefined ? undefined : folder + name;
}
