import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const MS_BETWEEN_LOOKS = 500;
/**
 * Bytes that this process may grow by before garbage is collected. A collection takes a third of a second (measured,
 * 1,000 episodes): less room would have a build do little else. Chosen.
 */
const ROOM = 60_000_000;
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
