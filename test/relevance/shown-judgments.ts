/** Passages that a query shows, judged by reading each whole. Addresses by line. */
export interface ShownJudgment {
  readonly query: string;
  /** The episode, by its folder. */
  readonly slug: string;
  /** They say something of what was asked: what it is or does, how it went, what somebody thinks of it. */
  readonly useful: readonly string[];
  /** They only name it, ask about it, announce it, or mean something else by the word. */
  readonly useless: readonly string[];
}

/** Every query of the other judgments (odyssey-judgments.ts), in the archive of this repository. */
export const odysseyShown: readonly Omit<ShownJudgment, "slug">[] = [
  {
    query: "蒸馏",
    useful: ["p5", "p7", "p22", "p98", "p99", "p100.45", "p102", "p103", "p106"],
    useless: [],
  },
  { query: "MoE", useful: ["p44", "p45", "p47", "p48", "p49", "p52"], useless: ["p51.53"] },
  { query: "PRM", useful: ["p93", "p94"], useless: ["p85"] },
  { query: "long CoT", useful: ["p81", "p84"], useless: ["p80"] },
  { query: "Mamba", useful: ["p65", "p69", "p70"], useless: [] },
  { query: "量化", useful: ["p5", "p60", "p61"], useless: ["p3", "p11"] },
  { query: "套壳", useful: ["p117.44"], useless: [] },
  { query: "Scaling Law", useful: ["p120.135", "p122"], useless: ["p33"] },
  { query: "搜索策略", useful: ["p25", "p27", "p30"], useless: [] },
  { query: "泛化", useful: ["p81", "p83", "p85"], useless: ["p80"] },
  { query: "奖励", useful: ["p88", "p89", "p90", "p93", "p94", "p95"], useless: [] },
  { query: "teacher model", useful: ["p7", "p12.46"], useless: ["p23"] },
  { query: "稀疏", useful: ["p53"], useless: [] },
  { query: "盈利", useful: ["p124.27", "p125", "p126"], useless: [] },
  { query: "剪枝", useful: ["p44", "p45", "p60"], useless: ["p3"] },
  { query: "overfit", useful: ["p54.193", "p98"], useless: [] },
  { query: "agent", useful: ["p80", "p110.88", "p111", "p115", "p119"], useless: ["p109.37"] },
  { query: "强化学习 泛化", useful: ["p80", "p81", "p85"], useless: [] },
  { query: "MoE 剪枝", useful: ["p44", "p45", "p52"], useless: ["p42", "p49"] },
];

/** In the bench's thousand episodes: six everyday words, each in the episode that comes first for it. */
export const benchShown: readonly ShownJudgment[] = [
  {
    query: "火锅",
    slug: "64fe011f8bea5884c91f1b67",
    useful: ["p145", "p172", "p244"],
    useless: [],
  },
  {
    query: "中年",
    slug: "66f28c352adfe48b8317ac97",
    useful: ["p4", "p253"],
    useless: ["p7"],
  },
  {
    query: "抑郁症",
    slug: "675866f42e619dbd88ad3682",
    useful: ["p391", "p541", "p676"],
    useless: [],
  },
  {
    query: "咖啡",
    slug: "674ebd9f17cd5416ad16cedd",
    useful: ["p25", "p430", "p571"],
    useless: [],
  },
  {
    query: "移民",
    slug: "6698c3e88fcadceb903290c6",
    useful: ["p178", "p508"],
    useless: ["p184"],
  },
  {
    query: "股票",
    slug: "653e587fef5bf8b6c570a62c",
    useful: ["p238", "p247", "p250"],
    useless: [],
  },
];
