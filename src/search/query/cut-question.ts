import { type DottedWords, isCharacter, readTokens, type Token } from "../../text/normalise.ts";

/*
 * Words of grammar, and of asking: what a question holds beside what it asks about. Chosen on questions about a
 * thousand real episodes. Two characters and more, but for those that no usual word begins or ends with.
 */

/** Simplified, as tokens are folded. */
export const stopPhrases: readonly string[] = (
  "哪一期 那一期 这一期 有一期 哪期 那期 这期 讲过 聊过 说过 提到过 提过 是什么 什么样 什么 为什么 怎么样 怎么办 怎么看 怎么 怎样 如何 哪些 哪个 哪里 哪一 哪种 哪 多少 是否 是不是 有没有 " +
  "能不能 会不会 可不可以 为何 几个 吗 呢 吧 啊 你们 我们 他们 她们 它们 咱们 您 你 我 他 她 它 自己 这个 那个 这些 " +
  "那些 这种 那种 这样 那样 这里 那里 这款 这位 这次 这部 的 了 以及 或者 而且 并且 但是 对于 关于 因为 所以 如果 " +
  "可以 能够 应该 可能 需要 进行 认为 觉得 看待 理解 看法 请问 出来 起来 一下 一个 一些 一种 之间 之后 之前 时候 方面 过程中 " +
  "情况 具体 主要 其中 没有 是 在 和 与"
).split(" ");

/** Said in every sentence, most of them as words of their own. Chosen. */
export const grammarCharacters: ReadonlySet<string> = new Set(
  "的地得了着过是在有和跟与把被给就也都不没会要去来到说很还又再一个我你您他她它们这那哪吗呢吧啊",
);

/** Those that only somebody says who asks. */
export const questionPhrases: readonly string[] =
  "是什么 什么 为什么 怎么 怎样 如何 哪些 哪个 哪里 多少 是否 是不是 有没有 能不能 会不会 为何 请问".split(
    " ",
  );

/** Words with which somebody asks, wherever they stand. */
const askingWords = new Set("what why how when where which who whom whose".split(" "));
/** Verbs with which a question begins. */
const askingVerbs = new Set(
  "is are was were am do does did have has had can could will would shall should may might must".split(" "),
);

export const stopWords: ReadonlySet<string> = new Set(
  (
    "a an the of to in on at by for with from into about and or but if so as than then is are was were be been being " +
    "am do does did done have has had having can could will would shall should may might must not no what why how " +
    "when where which who whom whose that this these those there here it its i me my you your he him his she her we us " +
    "our they them their some any much many s t re ve ll d m"
  ).split(" "),
);

/** What a question asks about: a run of its characters, or a word of another script, without words of grammar. */
export interface QuestionRun {
  readonly tokens: readonly Token[];
  /** The question: the tokens' offsets are in it. */
  readonly text: string;
}

const phrasesByStart = new Map<string, readonly string[]>();
for (const phrase of [...stopPhrases].sort((a, b) => b.length - a.length)) {
  const start = phrase.charAt(0);
  phrasesByStart.set(start, [...(phrasesByStart.get(start) ?? []), phrase]);
}

/** Enough for a paragraph that somebody pastes; what comes after it is left out. Chosen. */
export const MOST_ASKED_TOKENS = 300;

/**
 * Cuts what somebody asks at words of grammar and at whatever separates tokens. Linear in the
 * text's length, of which {@link MOST_ASKED_TOKENS} tokens are read.
 */
export function cutQuestion(text: string, dotted?: DottedWords): QuestionRun[] {
  const tokens = readTokens(text, dotted).slice(0, MOST_ASKED_TOKENS);
  const runs: Token[][] = [];
  let run: Token[] = [];
  const endRun = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const last = run.at(-1);
    if (last !== undefined && (last.to !== token.from || isCharacter(last) !== isCharacter(token))) endRun();
    const length = token.isHan ? measureStop(tokens, at) : Number(stopWords.has(token.text));
    if (length > 0) endRun();
    else run.push(token);
    at += Math.max(1, length);
  }
  endRun();
  return runs.map((own) => ({ tokens: own, text }));
}

/** How many tokens the longest stop phrase takes that begins at `at`; 0 where none does. */
function measureStop(tokens: readonly Token[], at: number): number {
  const phrases = phrasesByStart.get((tokens[at] as Token).text) ?? [];
  const found = phrases.find((phrase) =>
    [...phrase].every((character, k) => tokens[at + k]?.text === character),
  );
  return found === undefined ? 0 : [...found].length;
}

/** More than these are no name and no phrase that one remembers to the letter. Chosen. */
const FEW_HAN = 12;
const FEW_WORDS = 6;
/** Fewer words than these are a title or a name: The Who, Do It. Chosen. */
const LEAST_OF_QUESTION = 3;

/**
 * Whether a query is a sentence rather than words to look for: it asks, or it is long.
 * @param text without filters
 */
export function isSentence(text: string): boolean {
  const tokens = readTokens(text);
  const han = tokens.filter(isCharacter).length;
  const isLong = han > FEW_HAN || tokens.length - han > FEW_WORDS;
  return isQuestion(text) || (isLong && !isQuoted(text));
}

/**
 * Whether a query asks: by its words, or as a question ends.
 * @param text without filters
 */
export function isQuestion(text: string): boolean {
  if (isQuoted(text)) return false;
  if (/[?？吗呢嗎]$/u.test(text.trim())) return true;
  const tokens = readTokens(text);
  const joined = tokens
    .filter(isCharacter)
    .map((token) => token.text)
    .join("");
  return isEnglishQuestion(tokens) || questionPhrases.some((phrase) => joined.includes(phrase));
}

function isQuoted(text: string): boolean {
  return /^\s*["“”„].*["“”„]\s*$/u.test(text);
}

function isEnglishQuestion(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => !isCharacter(token)).map(({ text }) => text);
  if (words.length < LEAST_OF_QUESTION) return false;
  return words.some((word) => askingWords.has(word)) || askingVerbs.has(tokens[0]?.text ?? "");
}

/**
 * Which words of a query ask for something: of a sentence those that are more than grammar, else all.
 * @param text the query, without filters
 */
export function tellAsking(text: string, words: readonly string[]): boolean[] {
  const asks = words.map((word) => cutQuestion(word).length > 0);
  return asks.includes(true) && isSentence(text) ? asks : words.map(() => true);
}
