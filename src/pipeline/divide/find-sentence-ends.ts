/** A place in a text after which something new begins, and how much a reader would mind a new passage there. */
export interface TextBreak {
  readonly offset: number;
  readonly cost: number;
}

const COSTS = { sentence: 0, ellipsis: 0.4, clause: 0.6, comma: 0.9, space: 0.9, discourse: 1.4, word: 2.5 };

const SENTENCE_END =
  /(?:[。！？!?]|…+|\.+(?=["'”’）)\]]*(?:\s|$|\p{Script=Han})))[。！？!?…]*[”’」』）)】\]"']*\s*/gu;
const ABBREVIATION = /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Dr|Prof|St|vs|No|e\.g|i\.e|\p{Lu})$/u;
const CLAUSE_END = /[；;：，,、](?!\d)[”’」』）)】\]"']*\s*|:\s+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** Words with which a speaker goes on to the next thing. */
const DISCOURSE = new Set(
  "然后 所以 但是 可是 不过 而且 另外 因为 如果 其实 那么 那 就是 对 首先 其次 最后 第一 第二 第三 比如 so but and then because".split(
    " ",
  ),
);

const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });

/** Where sentences end, after their closing quotes and spaces; a dot ends none inside a number or after `Dr`. */
export function findSentenceEnds(text: string): TextBreak[] {
  const ends: TextBreak[] = [];
  for (const match of text.matchAll(SENTENCE_END)) {
    const offset = match.index + match[0].length;
    const isDot = match[0].startsWith(".");
    if (isDot && isAbbreviated(text, match.index, offset)) continue;
    const isEllipsis = match[0].startsWith("…") || match[0].startsWith("..");
    ends.push({ offset, cost: isEllipsis ? COSTS.ellipsis : COSTS.sentence });
  }
  return ends;
}

function isAbbreviated(text: string, dot: number, next: number): boolean {
  return (
    ABBREVIATION.test(text.slice(Math.max(0, dot - 6), dot)) || /^\p{Ll}/u.test(text.slice(next, next + 2))
  );
}

/** Where clauses end between two offsets: after commas and their like, and at spaces between Han characters. */
export function findClauseEnds(text: string, from: number, to: number): TextBreak[] {
  const ends: TextBreak[] = [];
  for (const match of text.slice(from, to).matchAll(CLAUSE_END)) {
    const offset = from + match.index + match[0].length;
    if (offset < to) ends.push({ offset, cost: priceMark(match[0].charAt(0)) });
  }
  return ends;
}

function priceMark(mark: string): number {
  if ("；;：:".includes(mark)) return COSTS.clause;
  return mark.trim() === "" ? COSTS.space : COSTS.comma;
}

/** Where words begin between two offsets, as a dictionary cuts them; better where the word goes on to something. */
export function findWordStarts(text: string, from: number, to: number): TextBreak[] {
  const starts: TextBreak[] = [];
  for (const { segment, index, isWordLike } of SEGMENTER.segment(text.slice(from, to))) {
    if (isWordLike !== true || index === 0) continue;
    starts.push({
      offset: from + index,
      cost: DISCOURSE.has(segment.toLowerCase()) ? COSTS.discourse : COSTS.word,
    });
  }
  return starts;
}
