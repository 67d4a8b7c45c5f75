import { isSoundWord } from "./sound-tags.ts";

/** A line of text that begins like `Name: …`. */
interface Labelled {
  readonly label: string;
  /** What follows the colon, without the blanks before it. */
  readonly rest: string;
}

/** How a file marks a place where a speaker's label may stand. */
export type LabelForm =
  // `**Name:**`; a name and a time alone on a line; `Name: text`; `【Name】text`
  | ("bold" | "heading" | "plain" | "bracket")
  // `Name 00:05 text`; `[00:05] Name text`; `00:05 Name` above its text
  | ("inline" | "spaced" | "above");

/** One place where a speaker's label may stand. */
export interface LabelCandidate {
  readonly label: string;
  readonly form: LabelForm;
}

const generic =
  /^(?:(?:发言人|發言人|说话人|說話人|讲话人|发言者|講者|讲者|演讲人|演讲者|主持人|主持|主播|嘉宾|嘉賓|来宾|來賓|旁白|记者|記者|主讲人|老师|采访者|受访者|被采访者|提问者|提問者|观众|觀眾|听众|聽眾|网友|網友|众人|眾人|全体|未知说话人)\s?[0-9A-Za-z一二三四五六七八九十]{0,2}|(?:unknown )?(?:speaker|spk|host|guest|narrator|interviewer|interviewee|announcer|participant|moderator|presenter|audience)[ _-]?[0-9A-Z]{0,3}|问|答|問|甲|乙|丙|丁)$/i;

const labelShape = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’·・_\-()（）#]*$/u;

// Words that stand before a colon and are nobody's name.
const notNames = new Set(
  (
    "note notes example examples answer warning tip tips update summary conclusion result results reason step title " +
    "date time source link links url author video audio series topic topics episode re subject ps first second third " +
    "finally also so and but then here this that okay ok yes no well like because what how why when where who which " +
    "http https ftp mailto file question todo disclaimer transcript chapter sponsor sponsors duration language remember keywords " +
    "注 注意 备注 備註 例如 比如 譬如 比方 比如说 例如说 问题 答案 结论 結論 总结 總結 结果 結果 原因 其次 首先 最后 最後 另外 所以 " +
    "因此 但是 然后 就是 也就是 换句话说 简单来说 其一 其二 时间 時間 地点 标题 標題 链接 来源 作者 日期 目录 提示 重点 关键 方法 步骤 " +
    "目标 定义 背景 简介 第一 第二 第三 举例 举个例子 或者 包括 以及 不过 因为 那么 你好 您好 大家好 谢谢 感谢 好 好的 对 嗯 于是 接着 同时 此外 当然 其实 他说 她说 我说 你说 " +
    "关键词 關鍵詞 关键字 主题 主題 摘要 总的来说 總的來說 一句话 换言之 意思是 结论是 我觉得 我认为 我想 核心观点 主要观点 观点 特点 优点 缺点 好处 坏处 区别 建议 补充 说明 事实上 实际上"
  ).split(" "),
);

// Headings of parts of an episode, which are nobody's name either.
const sectionName =
  /^(?:开场白?|開場白?|片头|片尾|片頭|开头|结尾|結尾|尾声|尾聲|结束语?|結束語?|引言|前言|序言?|导语|導語|正文|总结|總結|小结|广告|廣告|问答|問答|彩蛋|花絮|预告|intro|outro|introduction|opening|closing|ending|break|ad|ads|q ?& ?a)$/i;

// A Han phrase that ends so leads into a sentence: 我想说的是：, 请看下面：, 有一点：
const sentenceEnd =
  /(?:.[是的了吗呢吧说說道讲講问問想到于於在为為着过過给比就都和与與把被让請请]|如下|下面|以下|一下|这样|這樣|问题|例子|[一二两三四几]点)$/u;

// 2025年03月05日 10:30, 下午 11:32: when a recording was made.
const date = /\d{1,4}[年月日号]|(?:上午|下午|晚上|(?:^|[\s\d])[ap]m)$|(?<!\d)\d{4}[-/.]\d/iu;

const ordinal = /^第?[一二三四五六七八九十百\d]+[步点點个個章节節部条條]?分?$/u;

/** Cuts `Name: text` or `Name：text`; undefined where what stands before the colon has not the shape of a label. */
export function splitLabel(line: string): Labelled | undefined {
  const head = line.slice(0, 48);
  const colon = head.search(/[:：]/);
  if (colon < 1) return undefined;
  const label = head.slice(0, colon).trim();
  const after = line.slice(colon + 1);
  // An address (https://), a scope (std::vector), a clock (12:30, 比分3:1).
  if (/^(?:\/\/|[:：])/.test(after) || (/\d$/.test(label) && /^\d/.test(after))) return undefined;
  const rest = after.trim();
  return isLabelShaped(label) && !/^https?:/i.test(rest) ? { label, rest } : undefined;
}

/** `[Name]`, `【Name】`, `（Name）`, `「Name」`; the name is the second group. */
export const bracketedLabel = /^(?=[[【［(（「『〔])(.)\s?([^\]】］)）」』〕]{1,32}?)\s?[\]】］)）」』〕]/;

/** The label of a caption's line and how many characters of it name the speaker: `Name: `, `[SPEAKER_00]: `, `【Name】`, `- >> Name: `. */
export function splitCaptionLabel(line: string): (LabelCandidate & { readonly cut: number }) | undefined {
  const mark = turnMark.exec(line)?.[0].length ?? 0;
  const text = line.slice(mark);
  const bracketed = bracketedLabel.exec(text);
  const inner = bracketed?.[2] ?? "";
  if (bracketed !== null && isLabelShaped(inner) && !isSoundWord(inner)) {
    const length = bracketed[0].length;
    const colon = /^\s{0,4}[:：]/.exec(text.slice(length))?.[0].length ?? 0;
    const blanks = /^\s{0,4}/.exec(text.slice(length + colon))?.[0].length ?? 0;
    return { label: inner, form: colon > 0 ? "plain" : "bracket", cut: mark + length + colon + blanks };
  }
  const split = splitLabel(text);
  if (split === undefined) return undefined;
  // >> before a name says as much as bold type.
  const form = /[>＞]/.test(line.slice(0, mark)) ? "bold" : "plain";
  return { label: split.label, form, cut: mark + text.search(/[:：]/) + 1 };
}

/** What captions set before the words of another speaker: `- `, `>> `. */
export const turnMark = /^\s{0,4}(?:[-–—]\s{0,4})?(?:(?:>>|＞＞|&gt;&gt;)>?\s{0,4})?/;

/** Whether a text could be a speaker's label at all: short, few words, no sentence punctuation. */
export function isLabelShaped(label: string): boolean {
  if (label === "" || label.length > 32 || !labelShape.test(label) || !/\p{L}/u.test(label)) return false;
  const han = label.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han > 8 || label.split(/\s+/).length > 4) return false;
  if (isGenericLabel(label)) return true;
  // A point only after a short word (Dr. Wu, J. R.), never at the end.
  if (/\p{L}{4,}\.(?:\s|$)/u.test(label) || /\.$/.test(label)) return false;
  if (
    notNames.has(label.toLowerCase()) ||
    /^(?:step|chapter|part|section|figure|question|q|a) ?\d+$/i.test(label)
  )
    return false;
  if (date.test(label)) return false;
  return !(han > 0 && (sentenceEnd.test(label) || ordinal.test(label)));
}

/** `发言人1`, `Speaker 2`, `主持人`: what recognisers and editors write where they know no name. */
export function isGenericLabel(label: string): boolean {
  return generic.test(label);
}

/** A name that may stand alone on a line, where the parts of an episode are named too. */
export function isHeadingName(label: string): boolean {
  return isNameLike(label) && !sectionName.test(label);
}

/** A person's name by its looks: capitalised Latin words, or two to four Han characters. */
function isNameLike(label: string): boolean {
  if (isGenericLabel(label)) return true;
  if (/^\p{Script=Han}{2,4}(?:[·・]\p{Script=Han}{1,6})*$/u.test(label)) return true;
  const words = label
    .replace(/[()（）#·・]/g, " ")
    .trim()
    .split(/\s+/);
  return words.every(
    (word, index) =>
      /^[\p{Lu}\p{Script=Han}]/u.test(word) ||
      (index > 0 && /^(?:de|van|von|der|da|di|la|le|bin|al|\d+)$/.test(word)),
  );
}

// A transcript names its speakers again and again; a text with an occasional colon does not. Chosen: below one
// labelled line in fifty, colons are taken for prose.
const labelledShare = 0.02;

/** Chosen: where so many lines begin with a short label, all of these are labels. */
const nearlyAll = 0.8;

/**
 * The labels that are speakers, of all that have the shape of one. `lines` is the number of lines or cues that
 * could have had a label. A label counts when it is generic, when it recurs in a file that names speakers
 * throughout, when most lines of the file have one, or when it is set in bold and looks like a name. Where the
 * file sets its speakers in bold, a plain `More importantly:` is none. Forms without any mark (`Name 00:05 text`,
 * `[00:05] Name text`, `00:05 Name`) count where the whole file is written so.
 */
export function recogniseLabels(candidates: readonly LabelCandidate[], lines: number): ReadonlySet<string> {
  const marked = candidates.filter(({ form }) => !isUnmarked(form));
  const counts = countLabels(marked);
  const countOf = ({ label }: LabelCandidate): number => counts.get(label) ?? 0;
  const brackets = marked.filter(({ form }) => form === "bracket").length;
  const isBracketFile = brackets >= lines / 4;
  const isBracketedThroughout = brackets >= 3 && brackets >= lines * nearlyAll;
  const recurring = marked.filter(
    (own) => isRecurrent(own.label, countOf(own)) && (own.form !== "bracket" || isBracketFile),
  );
  const namesThroughout = recurring.length >= 2 && recurring.length >= lines * labelledShare;
  const isBoldFile = recurring.filter(({ form }) => form === "bold").length > recurring.length / 2;
  const named = marked.filter(({ label }) => isNameLike(label)).length;
  const generics = marked.filter(({ label }) => isGenericLabel(label)).length;
  const isDialogue = named > 0 && named >= lines / 2;
  const plain = marked.filter(({ form }) => form === "plain").length;
  const isLabelledThroughout = plain >= 4 && plain >= lines * nearlyAll && counts.size <= plain / 2;
  const headings = marked.filter(({ form }) => form === "heading").length;
  const hasHeadings = headings >= 2 && headings >= lines / 10;

  const isSpeaker = (own: LabelCandidate): boolean => {
    const { label, form } = own;
    if (isGenericLabel(label)) return true;
    // In brackets stands more than names, and captions for the deaf name a speaker only where one does not see who it is.
    if (form === "bracket")
      return (
        (isBracketFile && isRecurrent(label, countOf(own))) || (isBracketedThroughout && recurring.length > 0)
      );
    if (isBoldFile && form === "plain") return false;
    if (namesThroughout && isRecurrent(label, countOf(own))) return true;
    if (isLabelledThroughout && form === "plain") return true;
    if (hasHeadings && form === "heading") return isHeadingName(label) || isRecurrent(label, countOf(own));
    // A recogniser that numbers its speakers names none besides.
    if (!isNameLike(label) || generics > marked.length / 2) return false;
    // Once in a file that names speakers is enough for a capitalised name; for Han, a colon alone says too little.
    return (
      isDialogue || form === "bold" || (namesThroughout && (form === "heading" || /^\p{Lu}/u.test(label)))
    );
  };
  const found = marked.filter(isSpeaker).map(({ label }) => label);
  return new Set([...found, ...recogniseUnmarked(candidates, lines)]);
}

/**
 * The labels that are taken for speakers although little speaks for it: a short word that stands before a colon once, in
 * a file whose other labels come again.
 */
export function listDoubtful(candidates: readonly LabelCandidate[], labels: ReadonlySet<string>): string[] {
  const taken = candidates.filter(({ label }) => labels.has(label));
  const counts = countLabels(taken);
  if (taken.length < 8) return [];
  return [...counts].flatMap(([label, count]) => {
    const isBold = taken.some((own) => own.label === label && own.form !== "plain");
    const isFullName = /^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u.test(label);
    return count === 1 && !isBold && !isFullName && !isGenericLabel(label) ? [label] : [];
  });
}

const isUnmarked = (form: LabelForm): boolean => form === "inline" || form === "spaced" || form === "above";

function countLabels(candidates: readonly LabelCandidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of candidates) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** Chosen: half the lines of a file whose turns may run over several; of a name and a space nearly all. */
const leastShare: Readonly<Partial<Record<LabelForm, number>>> = { inline: 0.4, above: 0.25, spaced: 0.9 };

function recogniseUnmarked(candidates: readonly LabelCandidate[], lines: number): string[] {
  return Object.entries(leastShare).flatMap(([form, share]) => {
    const own = candidates.filter((candidate) => candidate.form === form && isHeadingName(candidate.label));
    const counts = countLabels(own);
    const isGeneric = own.some(({ label }) => isGenericLabel(label));
    // Of names some come again: what people say at the beginning of a line does not.
    const comesAgain = form === "inline" || counts.size <= (own.length + 1) / 2 || isGeneric;
    const isThroughout = own.length >= 2 && own.length >= lines * share && comesAgain;
    return isThroughout ? [...counts.keys()] : [];
  });
}

/** Twice for what looks like a name, three times for one lower-case word, never for a lower-case phrase. */
function isRecurrent(label: string, count: number): boolean {
  if (/^\p{Ll}/u.test(label)) return count >= 3 && !/\s/.test(label);
  return count >= 2;
}
