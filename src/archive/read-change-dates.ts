import { execFileSync } from "node:child_process";
import type { Episode } from "../model/archive.ts";

/** Runs git in a folder. Undefined where there is no git, no history, or it takes too long. */
function runGit(folder: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", ["-C", folder, "-c", "core.quotePath=false", ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 256 * 1024 * 1024,
      timeout: 20_000,
    });
  } catch {
    return undefined;
  }
}

/**
 * When the folder of each episode was last changed, by its name, as the history of the content says (ISO 8601, of
 * commits). Empty where nothing says it: a shallow clone has every file changed by its only commit, and a fresh one has
 * every file written just now.
 */
export function readChangeDates(contentDir: string): ReadonlyMap<string, string> {
  const dates = new Map<string, string>();
  if (runGit(contentDir, ["rev-parse", "--is-shallow-repository"])?.trim() !== "false") return dates;
  const log = runGit(contentDir, ["log", "--format=%x00%cI", "--name-only", "--relative", "--", "episodes"]);
  for (const commit of log?.split("\0") ?? []) {
    const [date = "", ...paths] = commit.split("\n");
    for (const path of paths) {
      const [, folder] = /^episodes\/([^/]+)\//.exec(path) ?? [];
      // Newest first.
      if (folder !== undefined && !dates.has(folder)) dates.set(folder, date);
    }
  }
  return dates;
}

/**
 * When the page of an episode last changed, as exactly as it is known and never later than it did: its own day, the
 * moment from which it is published, the last change of its folder, whichever is the latest. Undefined where no day is
 * known.
 */
export function dateEpisode(
  { slug, folder = slug, date, publish }: Pick<Episode, "slug" | "folder" | "date" | "publish">,
  changed: ReadonlyMap<string, string>,
): Date | undefined {
  const own = changed.get(folder);
  const moments = [
    date.length === 10 ? Date.parse(date) : undefined,
    publish,
    own === undefined ? undefined : Date.parse(own),
  ];
  const known = moments.filter((moment) => moment !== undefined);
  return known.length === 0 ? undefined : new Date(Math.max(...known));
}
