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
    useful: [
      "p5",
      "p6.82",
      "p8.12",
      "p8.110",
      "p9.83",
      "p12.46",
      "p22",
      "p26.25",
      "p31",
      "p96",
      "p96.187",
      "p98.59",
      "p98.172",
      "p100.45",
      "p102",
      "p102.107",
      "p103.28",
      "p105.100",
      "p106",
      "p106.135",
      "p107.33",
      "p108",
    ],
    useless: ["p3", "p42.152", "p54.193", "p58", "p59.94", "p99.113"],
  },
  {
    query: "MoE",
    useful: ["p44.132", "p45.82", "p47", "p47.106", "p49.86", "p52"],
    useless: ["p42.152", "p44", "p48.101", "p49", "p51.53", "p58", "p69"],
  },
  {
    query: "PRM",
    useful: ["p85.54", "p93.87"],
    useless: [],
  },
  {
    query: "long CoT",
    useful: ["p82.23", "p84.110"],
    useless: ["p80.143"],
  },
  {
    query: "Mamba",
    useful: ["p65", "p69", "p70"],
    useless: [],
  },
  {
    query: "量化",
    useful: ["p5", "p59.94", "p61"],
    useless: ["p3", "p11.31"],
  },
  {
    query: "套壳",
    useful: ["p117.44"],
    useless: [],
  },
  {
    query: "Scaling Law",
    useful: ["p120.135", "p121.106"],
    useless: ["p32.93"],
  },
  {
    query: "搜索策略",
    useful: ["p25", "p26.25", "p29.91", "p107.33", "p108.98"],
    useless: [],
  },
  {
    query: "泛化",
    useful: ["p80.143", "p81.52", "p83.126", "p84.110", "p109.37"],
    useless: [],
  },
  {
    query: "奖励",
    useful: ["p87", "p87.150", "p89", "p90.71", "p90.180", "p93.87", "p94.56", "p95.72"],
    useless: ["p88.128", "p92", "p93"],
  },
  {
    query: "teacher model",
    useful: ["p6.82", "p8.12", "p12.46"],
    useless: [],
  },
  {
    query: "稀疏",
    useful: ["p53.10"],
    useless: [],
  },
  {
    query: "盈利",
    useful: ["p124.27", "p125.49", "p125.186"],
    useless: [],
  },
  {
    query: "剪枝",
    useful: ["p44", "p44.132"],
    useless: ["p3", "p23", "p59.94"],
  },
  {
    query: "overfit",
    useful: ["p55.92", "p96.187"],
    useless: [],
  },
  {
    query: "agent",
    useful: [
      "p78.165",
      "p80.27",
      "p110.88",
      "p110.171",
      "p111.46",
      "p114.56",
      "p115.34",
      "p116.168",
      "p117.44",
      "p118.79",
      "p119.137",
    ],
    useless: ["p4", "p109.37", "p110", "p111.141"],
  },
  {
    query: "强化学习 泛化",
    useful: ["p80.143", "p81.52", "p84.110"],
    useless: [],
  },
  {
    query: "MoE 剪枝",
    useful: ["p44", "p44.132"],
    useless: ["p42.152"],
  },
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
