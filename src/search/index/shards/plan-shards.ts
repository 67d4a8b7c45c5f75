/** Something to index: an episode's cut. */
export interface Indexable {
  readonly key: string;
  /** Positions. */
  readonly size: number;
}

/** A shard that is there already. */
export interface KnownShard {
  readonly name: string;
  readonly members: readonly Indexable[];
}

export interface ShardPlan {
  /** Shards to use as they are. What of them is not of the archive any more is gone. */
  readonly reused: readonly KnownShard[];
  /** What is to be indexed: one list of keys a shard, in the order of the archive. */
  readonly fresh: readonly (readonly string[])[];
}

/** Positions in a shard, about: more would need more memory than a build should take. Chosen. */
const SHARD_SIZE = 25_000_000;
/** A shard of which more is gone is not worth what its places cost a search. Chosen. */
const MOST_GONE = 0.1;
/** A shard stays beside what is indexed anew while it is this many times its size. Chosen. */
const TIMES_THE_REST = 4;

/**
 * Chooses between what earlier builds have indexed and indexing anew. Pagefind's files cannot be added to, so what is
 * new becomes a small shard beside the large ones, until it has grown to a fourth of one: then they become one.
 * Each shard costs a search some files, so there are few: the full ones, one that grows, and one that is small.
 * @param prebuilt shards to use whatever their size, as long as they hold an episode that none before them holds
 */
export function planShards(
  wanted: readonly Indexable[],
  known: readonly KnownShard[],
  prebuilt: readonly KnownShard[] = [],
): ShardPlan {
  const missing = new Map(wanted.map(({ key, size }) => [key, size]));
  const reused: KnownShard[] = [];
  for (const shard of prebuilt) {
    const own = shard.members.filter(({ key }) => missing.delete(key));
    if (own.length > 0) reused.push(shard);
  }
  const sizeOf = (members: readonly Indexable[]) => members.reduce((sum, { size }) => sum + size, 0);
  const bySize = [...known].sort((a, b) => sizeOf(b.members) - sizeOf(a.members));
  for (const shard of bySize) {
    const live = shard.members.filter(({ key }) => missing.has(key));
    const liveSize = sizeOf(live);
    if (live.length === 0 || liveSize < sizeOf(shard.members) * (1 - MOST_GONE)) continue;
    const missingSize = [...missing.values()].reduce((sum, size) => sum + size, 0);
    const isFull = liveSize > SHARD_SIZE / 2;
    if (!isFull && liveSize < (missingSize - liveSize) * TIMES_THE_REST) continue;
    reused.push(shard);
    for (const { key } of live) missing.delete(key);
  }
  return { reused, fresh: divide(wanted.filter(({ key }) => missing.has(key))) };
}

function divide(indexables: readonly Indexable[]): string[][] {
  const shards: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const { key, size: own } of indexables) {
    if (size + own > SHARD_SIZE) {
      shards.push([]);
      size = 0;
    }
    shards.at(-1)?.push(key);
    size += own;
  }
  return shards;
}
