/** A query, and the passages of the first episode that answer it best, by their line addresses. */
export interface Judgment {
  readonly query: string;
  readonly best: readonly string[];
}

/**
 * Judged by reading every passage that a query finds: the best ones say what the thing is, how it works or what
 * somebody thinks of it; those that only name it, ask about it or pass it by are none.
 */
export const odysseyJudgments: readonly Judgment[] = [
  { query: "蒸馏", best: ["p5", "p7", "p102", "p106"] },
  { query: "MoE", best: ["p44", "p45", "p52"] },
  { query: "PRM", best: ["p93"] },
  { query: "long CoT", best: ["p81", "p84"] },
  { query: "Mamba", best: ["p65", "p70"] },
  { query: "量化", best: ["p5", "p60", "p61"] },
  { query: "套壳", best: ["p117.44"] },
  { query: "Scaling Law", best: ["p120.135"] },
  { query: "搜索策略", best: ["p25", "p27"] },
  { query: "泛化", best: ["p81", "p83"] },
  { query: "奖励", best: ["p88"] },
  { query: "teacher model", best: ["p7"] },
  { query: "稀疏", best: ["p53"] },
  { query: "盈利", best: ["p124.27", "p125"] },
  { query: "剪枝", best: ["p44", "p60"] },
  { query: "overfit", best: ["p54.193", "p98"] },
  { query: "agent", best: ["p110.88", "p115"] },
  { query: "强化学习 泛化", best: ["p80", "p81"] },
  { query: "MoE 剪枝", best: ["p44", "p45"] },
];
