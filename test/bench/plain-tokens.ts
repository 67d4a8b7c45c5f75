import hongKongVariants from "opencc-js/dict/HKVariants";
import hongKongReverse from "opencc-js/dict/HKVariantsRev";
import traditionalCharacters from "opencc-js/dict/TSCharacters";
import taiwanVariants from "opencc-js/dict/TWVariants";
import taiwanReverse from "opencc-js/dict/TWVariantsRev";

// The bench's own reading of what a token is, written from the definition and not from src/text, which it judges.

/**
 * A Han character; a kana, Hangul syllable or Thai letter with its marks; or a run of other letters and digits with
 * `+` and `#` at its end, or of digits with `%`. Folded. The bench's archives have no glossary, so no `.NET`.
 */
export interface PlainToken {
  readonly text: string;
  /** UTF-16 offsets in the text as written. */
  readonly from: number;
  readonly to: number;
}

const simplified = new Map<string, string>();
for (const line of traditionalCharacters.split("|")) {
  const [from = "", first = from] = line.split(" ");
  simplified.set(from, first);
}

/** What OpenCC's tables of phrases know to be one character, and its tables of characters do not. */
const listed =
  "瞭了 覆复 妳你 牠它 藉借 象像 揹背 彷仿 甦苏 炼链 俱具 薰熏 钜巨 暱昵 甯宁 伕夫 馀余 迳径 锺钟 讬托 鎗枪 栢柏 鑛矿 濬浚 " +
  "谘咨 拏拿 燄焰 籐藤 瑯琅 隄堤 菓果 荳豆";

/** Characters that are one: each leads to another of its kind, the last one to none. */
const leads = new Map<string, string>();

function lead(character: string): string {
  let last = character;
  while (leads.has(last)) last = leads.get(last) as string;
  return last;
}

function join(one: string, other: string): void {
  const [from, to] = [lead(simplified.get(one) ?? one), lead(simplified.get(other) ?? other)];
  if (from !== to) leads.set(from, to);
}

for (const table of [taiwanVariants, taiwanReverse, hongKongVariants, hongKongReverse])
  for (const line of table.split("|")) {
    const [one = "", other = ""] = line.split(" ");
    join(one, other);
  }
for (const pair of listed.split(" ")) join(...([...pair] as [string, string]));

/** EquivalentUnifiedIdeograph of Unicode 14, where NFKC does not have it: each radical or stroke with its ideograph. */
const radicals = [
  ...("⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺" +
    "⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤" +
    "⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马" +
    "⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀㇆𠃌㇏乀㇐一㇑丨㇒丿㇓丿㇔丶㇕𠃍㇖乛㇗𠃊㇘𠃎㇙𠄌㇚亅㇛𡿨㇜𠃋㇝乀" +
    "㇞𠃑㇟乚㇠乙㇡𠄎"),
];
const ideographs = new Map(
  radicals.flatMap((radical, k) => (k % 2 === 0 ? [[radical, radicals[k + 1] as string] as const] : [])),
);

const token = new RegExp(
  [
    String.raw`[\p{Script=Han}&&[\p{L}\p{N}]]`,
    String.raw`[[\p{L}\p{N}]&&[\p{scx=Hira}\p{scx=Kana}\p{sc=Hangul}\p{sc=Thai}]]\p{M}*`,
    String.raw`\p{Nd}+[%‰]`,
    String.raw`(?:\p{Nd}|[[\p{L}\p{N}]--[\p{Nd}\p{sc=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Hangul}\p{sc=Thai}]]\p{M}*)+[+#]*`,
  ].join("|"),
  "gv",
);
const unseen = /[\u00ad\u200b\u2060\ufeff]|\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
/** A character with what is part of it: marks, also behind something unseen, halves of kana and of Hangul. */
const characterWithMarks = /[\s\S](?:[\u00ad\u200b-\u200d\u2060\ufeff]?[\p{M}\uff9e\uff9f\u1160-\u11ff])*/gu;
const foldedCharacters = new Map<string, string>();

function foldCharacter(written: string): string {
  const known = foldedCharacters.get(written);
  if (known !== undefined) return known;
  const lower = written.replace(unseen, "").normalize("NFKC").toLowerCase();
  const one = lower.replace(/i(\p{M}*?)\u0307/gu, "i$1").replaceAll("ς", "σ");
  let folded = "";
  for (const character of one.normalize("NFKC")) {
    const ideograph = ideographs.get(character) ?? character;
    folded += lead(simplified.get(ideograph) ?? ideograph);
  }
  foldedCharacters.set(written, folded);
  return folded;
}

/** Reads the tokens of a text, in order. */
export function readPlainTokens(text: string): PlainToken[] {
  let folded = "";
  // Offsets as written of each UTF-16 unit of `folded`.
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: written, index } of text.matchAll(characterWithMarks)) {
    const own = foldCharacter(written);
    folded += own;
    for (let unit = 0; unit < own.length; unit += 1) {
      from.push(index);
      to.push(index + written.length);
    }
  }
  return Array.from(folded.matchAll(token), ({ 0: own, index }) => ({
    text: own,
    from: from[index] ?? 0,
    to: to[index + own.length - 1] ?? 0,
  }));
}

const han = /^\p{Script=Han}$/u;

/** True for a token that is a Han character. */
export function isHanToken(text: string): boolean {
  return han.test(text);
}
