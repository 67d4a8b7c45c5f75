import { type DottedWords, isCharacter, readTokens, type Token } from "../../text/normalise.ts";
import { questionPhrases, stopPhrases, stopWords } from "./stop-phrases.ts";

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
 * Cuts what somebody asks at words of grammar (stop-phrases.ts) and at whatever separates tokens. Linear in the
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

/**
 * Whether a query is a sentence rather than words to look for: it asks, it ends as a question does, or it is long.
 * @param text without filters
 */
export function isSentence(text: string): boolean {
  const written = text.trim();
  if (/^["“”„].*["“”„]$/u.test(written)) return false;
  if (/[?？吗呢嗎]$/u.test(written)) return true;
  const tokens = readTokens(written);
  const han = tokens.filter(isCharacter);
  const joined = han.map(({ text: own }) => own).join("");
  return (
    han.length > FEW_HAN ||
    tokens.length - han.length > FEW_WORDS ||
    questionPhrases.some((phrase) => joined.includes(phrase))
  );
}
