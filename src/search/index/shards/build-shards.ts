import { createHash } from "node:crypto";
import { join } from "node:path";
import { markUsed } from "../../../archive/cache/cached-file.ts";
import { fingerprintCode } from "../../../archive/cache/fingerprint-code.ts";
import type { Reporter } from "../../../model/report.ts";
import { type IndexedTerms, indexTerms, type TermsTask } from "../bundle/index-terms.ts";
import type { CachedCut } from "../cut/cut-episodes.ts";
import { limitHeap } from "../limit-heap.ts";
import { runChildren } from "../run-children.ts";
import { type CachedShard, cacheShard, copyShard, listCachedShards } from "./cached-shards.ts";
import type { CopyTask } from "./copy-process.ts";
import { type Indexable, planShards } from "./plan-shards.ts";

export interface ShardOptions {
  /** Where shards are cached from one build to the next. */
  readonly folder: string;
  /** Shards of prebuilt parts: used as they are, and before any other. */
  readonly prebuilt?: readonly CachedShard[];
  /** Shards are copied below it, each into a folder of its name; absent where they stay where they are. */
  readonly pagefindDir?: string;
  readonly reporter: Reporter;
}

/** Fewer positions than these are indexed here: to begin a process takes longer. Chosen. */
const POSITIONS_WORTH_A_PROCESS = 500_000;
/** Fewer files than these are copied here, for the same reason. Chosen. */
const FILES_WORTH_A_PROCESS = 2_000;

/**
 * Indexes what no cached or prebuilt shard has, and copies all shards that together hold the cuts, each once (see `planShards`).
 */
export async function buildShards(cuts: readonly CachedCut[], options: ShardOptions): Promise<CachedShard[]> {
  const { folder, pagefindDir, prebuilt = [], reporter } = options;
  const wanted = cuts.map(({ key, head }): Indexable => ({ key, size: head.positionCount }));
  const cutOf = new Map(cuts.map((cut) => [cut.key, cut]));
  const code = await fingerprintCode("shard");
  // What another program has made may be of another form.
  let known = (await listCachedShards(folder)).filter((shard) => shard.code === code);
  let trusted = prebuilt;
  for (;;) {
    const plan = planShards(wanted, known, trusted);
    const shards = [...trusted, ...known].filter((shard) => plan.reused.includes(shard));
    for (const shard of known) if (shards.includes(shard)) markUsed(join(shard.folder, shard.name));
    for (const keys of plan.fresh) {
      const own = keys.map((key) => cutOf.get(key) as CachedCut);
      shards.push(await indexShard(own, options));
      reporter.tell({ kind: "episodes-indexed", values: { count: own.length } });
    }
    const bad = await copyShards(shards, pagefindDir);
    if (bad.size === 0) return shards;
    for (const shard of prebuilt.filter((own) => bad.has(own)))
      reporter.report({
        severity: "warning",
        file: join(shard.folder, shard.name),
        kind: "shard-damaged",
        values: {},
      });
    trusted = trusted.filter((shard) => !bad.has(shard));
    known = shards.filter((shard) => !bad.has(shard) && !trusted.includes(shard));
  }
}

/** Copies shards to where the site has its own. Returns those that are of no use. */
async function copyShards(
  shards: readonly CachedShard[],
  pagefindDir: string | undefined,
): Promise<Set<CachedShard>> {
  const tasks = shards
    .filter(({ address }) => address === undefined)
    .map(
      (shard): CopyTask => ({
        shard,
        ...(pagefindDir === undefined ? {} : { target: join(pagefindDir, shard.name) }),
      }),
    );
  const files = tasks.reduce((sum, { shard }) => sum + shard.files.length, 0);
  const areGood: boolean[] = [];
  if (files < FILES_WORTH_A_PROCESS)
    for (const { shard, target } of tasks) areGood.push(await copyShard(shard, target));
  else
    areGood.push(
      ...(await runChildren<CopyTask, boolean>(
        new URL("./copy-process.ts", import.meta.url),
        undefined,
        tasks,
        { step: "index", childCount: 1 },
      )),
    );
  return new Set(tasks.filter((_, index) => areGood[index] === false).map(({ shard }) => shard));
}

async function indexShard(cuts: readonly CachedCut[], { folder }: ShardOptions): Promise<CachedShard> {
  const members = cuts.map(({ key, head }): Indexable => ({ key, size: head.positionCount }));
  // What another program makes of the same members is another thing, and has another address.
  const code = await fingerprintCode("shard");
  const name = createHash("sha256")
    .update([code, ...members.map(({ key }) => key)].join())
    .digest("hex")
    .slice(0, 10);
  return await cacheShard(folder, name, members, async (shardFolder) => {
    const tasks = (["exact", "sound"] as const).map(
      (tier): TermsTask => ({ tier, cuts: cuts.map(({ path }) => path), folder: shardFolder }),
    );
    const size = members.reduce((sum, own) => sum + own.size, 0);
    const results =
      size < POSITIONS_WORTH_A_PROCESS
        ? [await indexTerms(tasks[0] as TermsTask), await indexTerms(tasks[1] as TermsTask)]
        : await limitHeap(
            runChildren<TermsTask, IndexedTerms>(
              new URL("../bundle/index-process.ts", import.meta.url),
              undefined,
              tasks,
              { step: "index", childCount: 2 },
            ),
          );
    const [exact, sound] = results as [IndexedTerms, IndexedTerms];
    return { code, exact, sound };
  });
}
