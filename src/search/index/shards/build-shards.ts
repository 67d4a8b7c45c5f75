import { createHash } from "node:crypto";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { markUsed } from "../../../archive/cache/cached-file.ts";
import { fingerprintCode } from "../../../archive/cache/fingerprint-code.ts";
import type { Reporter } from "../../../model/report.ts";
import { type IndexedTerms, indexTerms, type TermsTask } from "../bundle/index-terms.ts";
import type { CachedCut } from "../cut/cut-episodes.ts";
import { runChildren } from "../run-children.ts";
import { type CachedShard, cacheShard, copyShard, listCachedShards } from "./cached-shards.ts";
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
    const copied = await Promise.all(
      shards.map(async (shard) => ({
        shard,
        isGood:
          shard.address !== undefined ||
          (await copyShard(shard, pagefindDir && join(pagefindDir, shard.name))),
      })),
    );
    const bad = new Set(copied.filter(({ isGood }) => !isGood).map(({ shard }) => shard));
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

const MS_BETWEEN_LOOKS = 500;
/**
 * Bytes that this process may grow by before garbage is collected. A collection takes a third of a second (measured,
 * 1,000 episodes): less room would have a build do little else. Chosen.
 */
const ROOM = 100_000_000;
/** The same for one that waits for others. Chosen. */
const ROOM_AT_REST = 20_000_000;
/** A process that works less than this share of the time waits for others. Chosen. */
const SHARE_AT_REST = 0.1;

type Collect = (options: { type: "major"; flavor: "regular" | "last-resort" }) => void;
let collect: Collect | undefined;

/**
 * Waits for other processes of the build, and keeps this one small meanwhile. V8 lets a heap grow to several times of
 * what lives in it before it collects garbage itself; they need the room.
 */
export async function limitHeap<T>(others: Promise<T>): Promise<T> {
  let least = freeMemory("regular");
  // What a collection leaves behind is work for V8 as well: without this each would be the reason of the next.
  let atRest = 0;
  let used = process.cpuUsage();
  const looking = setInterval(() => {
    const { user, system } = process.cpuUsage(used);
    const isAtRest = user + system < SHARE_AT_REST * MS_BETWEEN_LOOKS * 1000;
    const size = process.memoryUsage.rss();
    // What a collection has freed is given back a moment later.
    least = Math.min(least, size);
    if (isAtRest && (atRest === 0 || size > atRest + ROOM_AT_REST))
      least = atRest = freeMemory("last-resort");
    else if (!isAtRest && size > least + ROOM) least = freeMemory("regular");
    // Afterwards, so that a collection is not taken for work.
    used = process.cpuUsage();
  }, MS_BETWEEN_LOOKS);
  try {
    return await others;
  } finally {
    clearInterval(looking);
  }
}

/**
 * Collects garbage.
 * @param flavor the last resort also moves together what is left: it gives more back, and takes several times as long
 * @returns the bytes that this process takes then
 */
function freeMemory(flavor: "regular" | "last-resort"): number {
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as Collect;
  }
  collect({ type: "major", flavor });
  return process.memoryUsage.rss();
}
