/*
 * Words of grammar, and of asking: what a question holds beside what it asks about. Chosen on questions about a
 * thousand real episodes. Two characters and more, but for those that no usual word begins or ends with.
 */

/** Simplified, as tokens are folded. */
export const stopPhrases: readonly string[] = (
  "是什么 什么样 什么 为什么 怎么样 怎么办 怎么看 怎么 怎样 如何 哪些 哪个 哪里 哪一 哪种 哪 多少 是否 是不是 有没有 " +
  "能不能 会不会 可不可以 为何 几个 吗 呢 吧 啊 你们 我们 他们 她们 它们 咱们 您 你 我 他 她 它 自己 这个 那个 这些 " +
  "那些 这种 那种 这样 那样 这里 那里 这款 这位 这次 这部 的 了 以及 或者 而且 并且 但是 对于 关于 因为 所以 如果 " +
  "可以 能够 应该 可能 需要 进行 认为 觉得 看待 理解 看法 请问 一下 一个 一些 一种 之间 之后 之前 时候 方面 过程中 " +
  "情况 具体 主要 其中 没有 是 在 和 与"
).split(" ");

/** Those that only somebody says who asks. */
export const questionPhrases: readonly string[] =
  "是什么 什么 为什么 怎么 怎样 如何 哪些 哪个 哪里 多少 是否 是不是 有没有 能不能 会不会 为何 请问".split(
    " ",
  );

export const stopWords: ReadonlySet<string> = new Set(
  (
    "a an the of to in on at by for with from into about and or but if so as than then is are was were be been being " +
    "am do does did done have has had having can could will would shall should may might must not no what why how " +
    "when where which who whom whose that this these those there here it its i me my you your he him his she her we us " +
    "our they them their s t re ve ll d m"
  ).split(" "),
);
