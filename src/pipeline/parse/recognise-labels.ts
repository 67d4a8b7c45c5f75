/** A line of text that begins like `Name: …`. */
interface Labelled {
  readonly label: string;
  /** What follows the colon, without the blanks before it. */
  readonly rest: string;
}

/** One place where a speaker's label may stand, and how the file marks it. */
export interface LabelCandidate {
  readonly label: string;
  /** bold: `**Name:**`; heading: a name and a time alone on a line; plain: `Name: text`. */
  readonly form: "bold" | "heading" | "plain";
}

const generic =
  /^(?:(?:发言人|發言人|说话人|說話人|讲话人|发言者|講者|讲者|演讲人|演讲者|主持人|主持|主播|嘉宾|嘉賓|来宾|來賓|旁白|记者|記者|主讲人|老师|采访者|受访者)\s?[0-9A-Za-z一二三四五六七八九十]{0,2}|(?:speaker|spk|host|guest|narrator|interviewer|interviewee|announcer|participant|moderator|presenter)[ _-]?[0-9A-Z]{0,3})$/i;

const labelShape = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’·・_\-()（）#]*$/u;

// Words that stand before a colon and are nobody's name.
const notNames = new Set(
  (
    "note notes example examples answer warning tip tips update summary conclusion result results reason step title " +
    "date time source link links url author video audio series topic topics episode re subject ps first second third " +
    "finally also so and but then here this that okay ok yes no well like because what how why when where who which " +
    "http https ftp mailto file question todo disclaimer transcript chapter sponsor sponsors duration language remember " +
    "注 注意 备注 備註 例如 比如 譬如 比方 比如说 例如说 问题 答案 结论 結論 总结 總結 结果 結果 原因 其次 首先 最后 最後 另外 所以 " +
    "因此 但是 然后 就是 也就是 换句话说 简单来说 其一 其二 时间 時間 地点 标题 標題 链接 来源 作者 日期 目录 提示 重点 关键 方法 步骤 " +
    "目标 定义 背景 简介 第一 第二 第三 举例 举个例子 或者 包括 以及 不过 因为 那么 你好 您好 大家好 谢谢 感谢 好 好的 对 嗯 于是 接着 同时 此外 当然 其实 他说 她说 我说 你说"
  ).split(" "),
);

// A Han phrase that ends so leads into a sentence: 我想说的是：, 请看下面：, 有一点：
const sentenceEnd =
  /(?:[是的了吗呢吧说說道讲講问問想到于於在为為着过過给比就都和与與把被让請请]|如下|下面|以下|一下|这样|這樣|问题|例子|[一二两三四几]点)$/u;

const ordinal = /^第?[一二三四五六七八九十百\d]+[步点點个個章节節部条條]?$/u;

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
  return !(han > 0 && (sentenceEnd.test(label) || ordinal.test(label)));
}

/** `发言人1`, `Speaker 2`, `主持人`: what recognisers and editors write where they know no name. */
export function isGenericLabel(label: string): boolean {
  return generic.test(label);
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

/**
 * The labels that are speakers, of all that have the shape of one. `lines` is the number of lines or cues that
 * could have had a label. A label counts when it is generic, when it recurs in a file that names speakers
 * throughout, when most lines of the file have one, or when it is set in bold and looks like a name. Where the
 * file sets its speakers in bold, a plain `More importantly:` is none.
 */
export function recogniseLabels(candidates: readonly LabelCandidate[], lines: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { label } of candidates) counts.set(label, (counts.get(label) ?? 0) + 1);
  const recurring = candidates.filter(({ label }) => isRecurrent(label, counts.get(label) ?? 0));
  const namesThroughout = recurring.length >= 2 && recurring.length >= lines * labelledShare;
  const isBoldFile = recurring.filter(({ form }) => form === "bold").length > recurring.length / 2;
  const named = candidates.filter(({ label }) => isNameLike(label)).length;
  const generics = candidates.filter(({ label }) => isGenericLabel(label)).length;
  const isDialogue = named > 0 && named >= lines / 2;

  const isSpeaker = ({ label, form }: LabelCandidate): boolean => {
    if (isGenericLabel(label)) return true;
    if (isBoldFile && form === "plain") return false;
    if (namesThroughout && isRecurrent(label, counts.get(label) ?? 0)) return true;
    // A recogniser that numbers its speakers names none besides.
    if (!isNameLike(label) || generics > candidates.length / 2) return false;
    // Once in a file that names speakers is enough for a capitalised name; for Han, a colon alone says too little.
    return (
      isDialogue || form === "bold" || (namesThroughout && (form === "heading" || /^\p{Lu}/u.test(label)))
    );
  };
  return new Set(candidates.filter(isSpeaker).map(({ label }) => label));
}

/** Twice for what looks like a name, three times for one lower-case word, never for a lower-case phrase. */
function isRecurrent(label: string, count: number): boolean {
  if (/^\p{Ll}/u.test(label)) return count >= 3 && !/\s/.test(label);
  return count >= 2;
}
