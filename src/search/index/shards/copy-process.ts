import { serveTasks } from "../run-children.ts";
import { type CachedShard, copyShard } from "./cached-shards.ts";

/** A shard to copy, and where to; only checked where there is no target. */
export interface CopyTask {
  readonly shard: CachedShard;
  readonly target?: string;
}

/** Copies shards in a process of its own: thousands of small files take a second. */
serveTasks(
  () =>
    ({ shard, target }: CopyTask) =>
      copyShard(shard, target),
);
