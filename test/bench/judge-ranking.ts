import { takeMean } from "./statistics.ts";

/** How near the top the one right answer stands, over many queries. */
export interface KnownItemFigures {
  readonly queries: number;
  /** Mean of 1 / rank, 0 where it is not found. */
  readonly mrr: number;
  /** Share of queries that have it among the first ten. */
  readonly recallAt10: number;
}

/** @param ranks 1 for the first; undefined where it was not found */
export function judgeKnownItems(ranks: readonly (number | undefined)[]): KnownItemFigures {
  return {
    queries: ranks.length,
    mrr: takeMean(ranks.map((rank) => (rank === undefined ? 0 : 1 / rank))),
    recallAt10: takeMean(ranks.map((rank) => (rank !== undefined && rank <= 10 ? 1 : 0))),
  };
}

/** How well the right answers, of which there are several, fill the first ten places. */
export interface FirstTenFigures {
  readonly queries: number;
  /** Share of the first ten answers (or of all, where there are fewer) that are right. */
  readonly share: number;
  /** The same with early places counting more: 1 where the right ones all come first. */
  readonly ndcg: number;
}

/** @param answers for each query: are its answers right, best first, and how many right ones there are in all */
export function judgeFirstTen(
  answers: readonly { readonly areRight: readonly boolean[]; readonly rightCount: number }[],
): FirstTenFigures {
  const asked = answers.filter(({ areRight }) => areRight.length > 0);
  return {
    queries: answers.length,
    share: takeMean(asked.map(({ areRight }) => takeMean(areRight.slice(0, 10).map(Number)))),
    ndcg: takeMean(
      asked.map(({ areRight, rightCount }) => {
        const best = new Array<boolean>(Math.min(10, rightCount)).fill(true);
        return sumGains(areRight.slice(0, 10)) / Math.max(sumGains(best), Number.EPSILON);
      }),
    ),
  };
}

/** Discounted cumulative gain: 1 / log2(place + 1) for each right answer. */
function sumGains(areRight: readonly boolean[]): number {
  return areRight.reduce((sum, isRight, index) => sum + (isRight ? 1 / Math.log2(index + 2) : 0), 0);
}
