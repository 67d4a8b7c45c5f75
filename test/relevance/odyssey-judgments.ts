/** A query, and the passages of the first episode that answer it best, by their line addresses. */
export interface Judgment {
  readonly query: string;
  readonly best: readonly string[];
}

/**
 * Judged by reading every passage that a query finds, in the order of the episode, by somebody who did not know how
 * anything ranks them: the best ones say what the thing is, how it works or what somebody thinks of it; those that only
 * name it, ask about it or pass it by are none.
 */
export const odysseyJudgments: readonly Judgment[] = [
  { query: "蒸馏", best: ["p6.82", "p8.12", "p103.28", "p106"] },
  { query: "MoE", best: ["p44.132", "p45.82", "p47.106", "p52"] },
  { query: "PRM", best: ["p93.87"] },
  { query: "long CoT", best: ["p82.23", "p84.110"] },
  { query: "Mamba", best: ["p65", "p70"] },
  { query: "量化", best: ["p5", "p59.94"] },
  { query: "套壳", best: ["p117.44"] },
  { query: "Scaling Law", best: ["p120.135", "p121.106"] },
  { query: "搜索策略", best: ["p25", "p107.33"] },
  { query: "泛化", best: ["p81.52", "p83.126"] },
  { query: "奖励", best: ["p87", "p90.71", "p94.56"] },
  { query: "teacher model", best: ["p6.82", "p8.12"] },
  { query: "稀疏", best: ["p53.10"] },
  { query: "盈利", best: ["p125.49", "p125.186"] },
  { query: "剪枝", best: ["p44", "p44.132"] },
  { query: "overfit", best: ["p55.92"] },
  { query: "agent", best: ["p80.27", "p110.88", "p114.56", "p115.34"] },
  { query: "强化学习 泛化", best: ["p80.143", "p81.52", "p84.110"] },
  { query: "MoE 剪枝", best: ["p44.132"] },
];
