import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { isTranscriptName } from "../../archive/content/name-episode-files.ts";

/** A transcript that stood in an episode's folder before. */
export interface OldTranscript {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Where it was found, for the report. */
  readonly source: string;
}

const run = promisify(execFile);
/** Versions of the folder that are looked through, newest first (chosen). */
const MOST_VERSIONS = 30;

/** The transcripts that git knows of a folder, newest first; none where the folder is in no repository. */
export async function* listOldTranscripts(folder: string): AsyncGenerator<OldTranscript> {
  const git = (...args: string[]) =>
    run("git", ["-C", folder, ...args], { encoding: "buffer", maxBuffer: 256 * 1024 * 1024 }).then(
      ({ stdout }) => stdout,
      () => undefined,
    );
  const log = await git("log", "--format=%H", `--max-count=${MOST_VERSIONS}`, "--", ".");
  for (const hash of log?.toString().split("\n").filter(Boolean) ?? []) {
    const names = (await git("ls-tree", "-z", "--name-only", hash, "./"))?.toString().split("\0") ?? [];
    const fileName = names.find(isTranscriptName);
    const bytes = fileName === undefined ? undefined : await git("show", `${hash}:./${fileName}`);
    if (fileName !== undefined && bytes !== undefined)
      yield { fileName, bytes, source: `version ${hash.slice(0, 8)} of the repository` };
  }
}
