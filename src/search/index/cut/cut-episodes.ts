import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { markUsed } from "../../../archive/cache/cached-file.ts";
import { fingerprintCode } from "../../../archive/cache/fingerprint-code.ts";
import type { Archive, Episode, Term } from "../../../model/archive.ts";
import { FaultError, type Reporter } from "../../../model/report.ts";
import { limitHeap } from "../limit-heap.ts";
import { type ChildOptions, runChildren } from "../run-children.ts";
import { type Cuttable, makeCutter } from "./cut-episode.ts";
import { type CutHead, readCut, writeCut } from "./cut-file.ts";
import type { CutTask } from "./cut-process.ts";

/** An episode whose words are cut, and the file that caches them. */
export interface CachedCut {
  readonly episode: Episode;
  /** Names the cut after all that it is made from. */
  readonly key: string;
  readonly path: string;
  readonly head: CutHead;
}

export interface CutOptions {
  /** Where cuts are cached from one build to the next. */
  readonly folder: string;
  /** Folders of cuts that were made elsewhere. */
  readonly prebuilt?: readonly string[];
  readonly reporter: Pick<Reporter, "tell">;
}

/** Fewer characters than these are cut here: a process of its own has to read jieba's dictionary first. Chosen. */
const CHARACTERS_WORTH_A_PROCESS = 300_000;
/** Each holds jieba's dictionary, a quarter of a gigabyte. Chosen. */
export const MOST_PROCESSES = 8;
const EPISODES_BETWEEN_NEWS = 100;

/** The cuts of an archive's episodes, in their order: those that are cached, and the others made and cached. */
export async function cutEpisodes(archive: Archive, options: CutOptions): Promise<CachedCut[]> {
  const { folder, prebuilt = [], reporter } = options;
  await mkdir(folder, { recursive: true });
  const keyed = (await keyEpisodes(archive)).map((own) => ({ ...own, path: join(folder, `${own.key}.cut`) }));
  const cached: (CachedCut | undefined)[] = [];
  for (const own of keyed) {
    let cut = openCut(own);
    if (cut !== undefined) markUsed(own.path);
    for (const other of prebuilt) cut ??= openCut({ ...own, path: join(other, `${own.key}.cut`) });
    cached.push(cut);
  }
  const missing = keyed.filter((_, index) => cached[index] === undefined);
  if (missing.length > 0) await makeCuts(missing, listNames(archive), reporter);
  return keyed.map((own, index) => {
    const cut = cached[index] ?? openCut(own);
    if (cut === undefined)
      throw new FaultError({ kind: "cached-file-unreadable", values: { path: own.path } });
    return cut;
  });
}

/** Names each episode's cut after all that it is made from. */
export async function keyEpisodes(archive: Archive): Promise<Pick<CachedCut, "episode" | "key">[]> {
  const code = await fingerprintCode("cut");
  const { terms } = archive;
  return archive.episodes.map((episode) => ({ episode, key: fingerprintEpisode(code, terms, episode) }));
}

/** The names that are kept whole. */
export function listNames({ terms }: Pick<Archive, "terms">): string[] {
  return terms.flatMap(({ term, also }) => [term, ...also]);
}

const fingerprints = new WeakMap<Episode, { terms: readonly Term[]; code: string; fingerprint: string }>();

/**
 * Made once an episode, whoever asks: it takes a millisecond.
 * @param code the fingerprint of the program that cuts
 * @param terms the archive's, the same list each time
 */
export function fingerprintEpisode(code: string, terms: readonly Term[], episode: Episode): string {
  const known = fingerprints.get(episode);
  if (known?.terms === terms && known.code === code) return known.fingerprint;
  const { title, topics, chapters, passages } = pickCuttable(episode);
  const names = listNames({ terms });
  const hash = createHash("sha256").update(
    JSON.stringify([code, names, episode.slug, title, topics, chapters]),
  );
  for (const { text, speaker } of passages) hash.update(JSON.stringify([speaker?.key, text]));
  const fingerprint = hash.digest("hex").slice(0, 32);
  fingerprints.set(episode, { terms, code, fingerprint });
  return fingerprint;
}

function openCut(own: Pick<CachedCut, "episode" | "key" | "path">): CachedCut | undefined {
  const sections = readCut(own.path, "head");
  return sections === undefined ? undefined : { ...own, ...sections };
}

async function makeCuts(
  missing: readonly Pick<CachedCut, "episode" | "path">[],
  names: readonly string[],
  reporter: CutOptions["reporter"],
): Promise<void> {
  const tasks = missing.map(({ episode, path }): CutTask => ({ path, episode: pickCuttable(episode) }));
  const size = missing.reduce((sum, { episode }) => sum + countCharacters(episode), 0);
  const childCount = Math.min(
    availableParallelism(),
    Math.floor(size / CHARACTERS_WORTH_A_PROCESS),
    MOST_PROCESSES,
  );
  if (childCount === 0) {
    const cut = makeCutter(names);
    for (const { path, episode } of tasks) await writeCut(path, cut(episode));
    return;
  }
  const onDone = (done: number) => {
    if (done % EPISODES_BETWEEN_NEWS === 0)
      reporter.tell({ kind: "episodes-cut", values: { done, total: tasks.length } });
  };
  await limitHeap(cutInProcesses(names, tasks, { childCount, onDone }));
}

export function countCharacters({ passages }: Pick<Episode, "passages">): number {
  return passages.reduce((sum, { text }) => sum + text.length, 0);
}

/** Cuts and caches episodes in processes of their own (see `runChildren`). */
export async function cutInProcesses(
  names: readonly string[],
  tasks: Iterable<CutTask> | AsyncIterable<CutTask>,
  options: Omit<ChildOptions, "step">,
): Promise<void> {
  const module = new URL("./cut-process.ts", import.meta.url);
  await runChildren(module, names, tasks, { step: "cut", ...options });
}

export function pickCuttable({ title, topics, chapters, passages }: Episode): Cuttable {
  return {
    title,
    topics,
    chapters,
    passages: passages.map(({ text, speaker }) => (speaker === undefined ? { text } : { text, speaker })),
  };
}
