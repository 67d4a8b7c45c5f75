import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collect: (() => void) | undefined;

/**
 * Collects garbage. V8 lets a heap grow to several times of what lives in it before it does so itself; Pagefind runs
 * beside us and needs the room (measured on 1,000 episodes: 0.7 GB instead of 1.2 GB in this process).
 */
export function freeMemory(): void {
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}
