import { createHash } from "node:crypto";
import { join } from "node:path";
import { type IndexedTerms, indexTerms, type TermsTask } from "../bundle/index-terms.ts";
import type { KeptCut } from "../cut/cut-episodes.ts";
import { runChildren } from "../run-children.ts";
import { copyPart, type KeptPart, keepPart, listKeptParts } from "./cached-shards.ts";
import { leaveRoom } from "./limit-heap.ts";
import { type Indexable, planParts } from "./plan-shards.ts";

export interface PartsOptions {
  /** Where parts are kept from one build to the next. */
  readonly folder: string;
  /** Parts built elsewhere: used as they are, and before any other. */
  readonly given?: readonly KeptPart[];
  /** Parts are copied below it, each into a folder of its name; absent where they stay where they are kept. */
  readonly pagefindDir?: string;
  readonly logger: { info(message: string): void; warn(message: string): void };
}

/** Fewer positions than these are indexed here: to begin a process takes longer. Chosen. */
const POSITIONS_WORTH_A_PROCESS = 500_000;

/**
 * Indexes what no kept part has, and copies all parts that together hold the cuts, each once (see `planParts`).
 */
export async function buildParts(cuts: readonly KeptCut[], options: PartsOptions): Promise<KeptPart[]> {
  const { folder, pagefindDir, given = [], logger } = options;
  const wanted = cuts.map(({ key, head }): Indexable => ({ key, size: head.positionCount }));
  const cutOf = new Map(cuts.map((cut) => [cut.key, cut]));
  let known = await listKeptParts(folder);
  let trusted = given;
  for (;;) {
    const plan = planParts(wanted, known, trusted);
    const parts = [...trusted, ...known].filter((part) => plan.kept.includes(part));
    for (const keys of plan.fresh) {
      const own = keys.map((key) => cutOf.get(key) as KeptCut);
      parts.push(await indexPart(own, options));
      logger.info(`Indexed ${own.length} ${own.length === 1 ? "episode" : "episodes"} for the search.`);
    }
    const copied = await Promise.all(
      parts.map(async (part) => ({
        part,
        isGood:
          part.address !== undefined || (await copyPart(part, pagefindDir && join(pagefindDir, part.name))),
      })),
    );
    const bad = new Set(copied.filter(({ isGood }) => !isGood).map(({ part }) => part));
    if (bad.size === 0) return parts;
    for (const part of given.filter((own) => bad.has(own)))
      logger.warn(`${join(part.folder, part.name)} is damaged: what it holds is indexed here.`);
    trusted = trusted.filter((part) => !bad.has(part));
    known = parts.filter((part) => !bad.has(part) && !trusted.includes(part));
  }
}

async function indexPart(cuts: readonly KeptCut[], { folder }: PartsOptions): Promise<KeptPart> {
  const members = cuts.map(({ key, head }): Indexable => ({ key, size: head.positionCount }));
  const name = createHash("sha256")
    .update(members.map(({ key }) => key).join())
    .digest("hex")
    .slice(0, 10);
  return await keepPart(folder, name, members, async (partFolder) => {
    const tasks = (["exact", "sound"] as const).map(
      (tier): TermsTask => ({ tier, cuts: cuts.map(({ path }) => path), folder: partFolder }),
    );
    const size = members.reduce((sum, own) => sum + own.size, 0);
    const results =
      size < POSITIONS_WORTH_A_PROCESS
        ? [await indexTerms(tasks[0] as TermsTask), await indexTerms(tasks[1] as TermsTask)]
        : await leaveRoom(
            runChildren<TermsTask, IndexedTerms>(
              new URL("../bundle/index-process.ts", import.meta.url),
              undefined,
              tasks,
              2,
            ),
          );
    const [exact, sound] = results as [IndexedTerms, IndexedTerms];
    return { exact, sound };
  });
}
