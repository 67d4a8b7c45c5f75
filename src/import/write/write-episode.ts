import { constants, copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { nameFullDisk, writeAtomically } from "../../archive/cache/cached-file.ts";
import { readJsonChapters } from "../../archive/content/episode-reader.ts";
import { readFrontMatter } from "../../archive/content/read-front-matter.ts";
import { checkPicture } from "../../archive/content/read-picture.ts";
import { type Fault, isFault } from "../../model/problem.ts";
import type { ImportNote } from "../../model/report.ts";
import { mediaEndings } from "../../model/schema/fields.ts";
import type { Fetcher } from "../gather/fetch-file.ts";
import { readReading } from "../gather/read-reading.ts";
import type { EpisodePlan } from "../plan/plan-files.ts";
import { addToEpisodeFile, writeEpisodeFile } from "../plan/write-front-matter.ts";

/** What was written of a plan. */
export interface WrittenEpisode {
  /** The names of the files that are new or longer. */
  readonly files: readonly string[];
  /** Whether it has a transcript still to come. */
  readonly isWaiting: boolean;
  readonly notes: readonly ImportNote[];
}

/** Bytes of the largest cover and chapter file that are fetched; chosen. */
const mostSmall = 15_000_000;
const mostTranscript = 50_000_000;

const unfinished = /^\..*\.import$/;

/** Takes away what an import that was stopped has left half done: it was never part of the content. */
export async function removeUnfinished(contentDir: string): Promise<void> {
  const episodes = join(contentDir, "episodes");
  for (const name of await readdir(episodes).catch(() => []))
    if (unfinished.test(name)) await rm(join(episodes, name), { recursive: true, force: true });
}

/**
 * Writes what an episode gets. A new one stands whole in a hidden folder before it gets its name; in one that is there
 * each file is made whole, and none takes the place of another. What cannot be fetched is a note.
 */
export async function writeEpisode(
  plan: EpisodePlan,
  contentDir: string,
  fetch: Fetcher,
): Promise<WrittenEpisode> {
  const { folder, held } = plan.target;
  const path = join(contentDir, "episodes", folder);
  const building = join(contentDir, "episodes", `.${folder}.import`);
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true });
  try {
    const notes = await gatherFiles(plan, building, fetch);
    if (held === undefined) {
      await writeFile(join(building, "episode.md"), writeEpisodeFile(plan.entries, plan.notes));
      const files = await readdir(building);
      await rename(building, path);
      return { files, notes, isWaiting: !files.some((name) => name.startsWith("transcript.")) };
    }
    const files: string[] = [];
    for (const name of await readdir(building)) {
      await putBeside(join(building, name), join(path, name));
      files.push(name);
    }
    if (plan.entries.length > 0 || plan.notes !== "") {
      const text = await readFile(join(path, "episode.md"), "utf8");
      const added = addToEpisodeFile(text, plan.entries, plan.notes);
      if (added === undefined || !isSound(added))
        notes.push({ kind: "episode-at-fault", values: { episode: folder } });
      else {
        await writeAtomically(join(path, "episode.md"), added);
        files.push("episode.md");
      }
    }
    const isWaiting = held.transcript === undefined && !files.some((name) => name.startsWith("transcript."));
    return { files, notes, isWaiting };
  } catch (error) {
    throw nameFullDisk(error, path);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** Gives a whole file its name; fails where another has come by it meanwhile. */
async function putBeside(made: string, path: string): Promise<void> {
  try {
    await link(made, path);
  } catch (error) {
    // A disk without hard links.
    if (!["EPERM", "ENOTSUP", "ENOSYS"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    await copyFile(made, path, constants.COPYFILE_EXCL);
  }
}

/** Whether a build would read it. */
function isSound(text: string): boolean {
  const nobody = { people: [], ids: new Set<string>() };
  const { problems } = readFrontMatter(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"), "-", nobody);
  return problems.every(({ severity }) => severity !== "error");
}

/** Puts transcripts, chapters and the cover into a folder. */
async function gatherFiles(
  { target, transcript, times, offered }: EpisodePlan,
  folder: string,
  fetch: Fetcher,
): Promise<ImportNote[]> {
  const notes: ImportNote[] = [];
  const { folder: episode } = target;
  const leave = (what: "transcript" | "chapters" | "cover", fault: Fault) =>
    notes.push({ kind: "offered-not-had", values: { episode, what, fault } });
  for (const [name, reading] of [
    ["transcript", transcript],
    ["times", times],
  ] as const)
    if (reading !== undefined)
      await writeFile(join(folder, `${name}.${reading.ending}`), await readFile(reading.name));
  for (const { url, type } of offered.transcripts) {
    const bytes = await fetch(url, { mostBytes: mostTranscript, mayBePage: /\bhtml\b/.test(type) });
    const name = nameOffered(url, type);
    const reading = isBytes(bytes) ? readReading(bytes, name) : bytes;
    if (isFault(reading)) leave("transcript", reading);
    else {
      await writeFile(join(folder, `${offered.as}.${reading.ending}`), bytes as Uint8Array);
      break;
    }
  }
  if (offered.chapters !== undefined) {
    const bytes = await fetch(offered.chapters, { mostBytes: mostSmall });
    const fault = isBytes(bytes) ? findChapterFault(bytes) : bytes;
    if (fault !== undefined) leave("chapters", fault);
    else await writeFile(join(folder, "chapters.json"), bytes as Uint8Array);
  }
  if (offered.cover !== undefined) {
    const bytes = await fetch(offered.cover, { mostBytes: mostSmall });
    const fault = isBytes(bytes) ? await writeCover(bytes, offered.cover, folder) : bytes;
    if (fault !== undefined) leave("cover", fault);
  }
  return notes;
}

function isBytes(value: Uint8Array | Fault): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** A name that says the kind, where the address has none. */
function nameOffered(url: string, type: string): string {
  const name = basename(new URL(url).pathname);
  if (/\.[a-z]{2,8}$/i.test(name)) return name;
  const ending = /vtt|srt|subrip|json|html/.exec(type)?.[0].replace("subrip", "srt") ?? "txt";
  return `transcript.${ending}`;
}

function findChapterFault(bytes: Uint8Array): Fault | undefined {
  const { chapters, problems } = readJsonChapters(new TextDecoder().decode(bytes));
  const error = problems.find(({ severity }) => severity === "error");
  return error ?? (chapters.length === 0 ? { kind: "json-chapters-not-object", values: {} } : undefined);
}

/** Signatures of the pictures that a cover may be: the ending has to say what it is. */
const pictures: readonly (readonly [string, RegExp])[] = [
  ["jpg", /^\xff\xd8\xff/],
  ["png", /^\x89PNG/],
  ["gif", /^GIF8/],
  ["webp", /^RIFF....WEBP/s],
  ["avif", /^....ftypavi[fs]/s],
];

async function writeCover(bytes: Uint8Array, url: string, folder: string): Promise<Fault | undefined> {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const own = /\.([a-z]+)$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase();
  const ending =
    pictures.find(([, mark]) => mark.test(start))?.[0] ?? mediaEndings.cover.find((known) => known === own);
  const name = `cover.${ending ?? "jpg"}`;
  await writeFile(join(folder, name), bytes);
  const fault = await checkPicture({ path: join(folder, name), name, root: folder });
  if (fault !== undefined) await rm(join(folder, name));
  return fault;
}
