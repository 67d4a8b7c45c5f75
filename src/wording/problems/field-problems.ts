import { type ByKind, chooseByKind } from "../../model/problem.ts";
import type {
  Expected,
  ExpectedValues,
  FieldPath,
  FieldProblems,
  WrittenValue,
} from "../../model/problem-values.ts";
import type { Wording } from "../interface-words.ts";

const oneOfZh = new Intl.ListFormat("zh", { type: "disjunction" });
const oneOfEn = new Intl.ListFormat("en", { type: "disjunction" });

const expectations: ByKind<ExpectedValues, Wording> = {
  text: { zh: "请写上文字。", en: "Write some text." },
  "whole-number": ({ least }) => ({
    zh: `请写一个不小于${least}的整数，例如12。`,
    en: `Write a whole number from ${least} up, as in 12.`,
  }),
  sureness: { zh: "请写0到1之间的数，例如0.8。", en: "Write a number from 0 to 1, as in 0.8." },
  flag: { zh: "请写true或false。", en: "Write true or false." },
  time: {
    zh: "请写成“12:30”或“1:02:30”，也可以写秒数，例如750。",
    en: 'Write a time as "12:30" or "1:02:30", or as seconds, as in 750.',
  },
  duration: {
    zh: "请写成“1:09:30”，也可以写秒数，例如4170。",
    en: 'Write it as "1:09:30", or as seconds, as in 4170.',
  },
  offset: {
    zh: "请写每个时间要加上多少秒，例如30或-12.5。",
    en: "Write the seconds to add to every time, as in 30 or -12.5.",
  },
  date: {
    zh: "请写成2025-03-05、2025-03或2025，而且要真有这一天。",
    en: "Write it as 2025-03-05, 2025-03 or 2025, a day that exists.",
  },
  moment: {
    zh: "请写成2026-12-01T08:00+08:00，也可以只写日子，例如2026-12-01。",
    en: "Write it as 2026-12-01T08:00+08:00, or as a day, as in 2026-12-01.",
  },
  "media-type": {
    zh: "请写声音的类型，例如audio/mpeg。",
    en: "Write the type of the sound, as in audio/mpeg.",
  },
  language: {
    zh: "请写语言的代码，例如zh-CN、zh-TW或en。",
    en: "Write a language tag, as in zh-CN, zh-TW or en.",
  },
  uuid: {
    zh: "请写播客的podcast:guid，形如9b024349-ccf0-5f69-a609-6b82873eab3c；不知道就删掉这一行。",
    en: "Write the podcast's podcast:guid, which looks like 9b024349-ccf0-5f69-a609-6b82873eab3c; where it is not known, take the line out.",
  },
  email: {
    zh: "请写电子邮箱，例如lin@example.org。",
    en: "Write an address of e-mail, as in lin@example.org.",
  },
  "web-address": {
    zh: "请写以https://或http://开头的网址。",
    en: "Write an address that begins with https:// or http://.",
  },
  link: {
    zh: "请写以https://、http://或mailto:开头的地址。",
    en: "Write an address that begins with https://, http:// or mailto:.",
  },
  audio: ({ endings }) => ({
    zh: `请写以https://开头的网址，或者这个文件夹里一个声音文件的名字（以${oneOfZh.format(endings)}结尾）。`,
    en: `Write an address that begins with https://, or the name of a sound file in the folder (ending in ${oneOfEn.format(endings)}).`,
  }),
  cover: ({ endings }) => ({
    zh: `请写以https://开头的网址、以/开头的站内路径，或者内容文件夹里的一张图片（以${oneOfZh.format(endings)}结尾）。`,
    en: `Write an address that begins with https://, a path of the site that begins with /, or a picture of the content folder (ending in ${oneOfEn.format(endings)}).`,
  }),
  colour: {
    zh: '请写六位十六进制的颜色，放在引号里，例如"#be3321"。',
    en: 'Write a colour as six hex digits in quotes, as in "#be3321".',
  },
  choice: ({ choices }) => ({
    zh: `请写${oneOfZh.format(choices)}。`,
    en: `Write ${oneOfEn.format(choices)}.`,
  }),
  list: ({ example }) => ({
    zh: `请写成列表，例如：${example}。`,
    en: `Write a list, as in ${example}.`,
  }),
  dictionary: ({ example }) => ({
    zh: `请写成名字和值，例如：${example}。`,
    en: `Write names with their values, as in ${example}.`,
  }),
  group: ({ example }) => ({
    zh: `请写成键和值，例如：${example}。`,
    en: `Write its keys, as in ${example}.`,
  }),
};

const shapes: Readonly<Record<"list" | "empty-list" | "group", Wording>> = {
  list: { zh: "一个列表", en: "a list" },
  "empty-list": { zh: "一个空列表", en: "an empty list" },
  group: { zh: "一组键", en: "a group of keys" },
};

/** Somebody's text as a sentence repeats it: in the quotes of the language, shortened, on one line. */
export function quoteText(text: string): Wording {
  const line = text.replace(/\s+/g, " ");
  const letters = [...line.slice(0, 200)];
  const shown = letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : line;
  return { zh: `“${shown}”`, en: `"${shown}"` };
}

function wordValue(value: WrittenValue): Wording {
  if ("shape" in value) {
    const { zh, en } = shapes[value.shape];
    return { zh: `是${zh}`, en: `is ${en}` };
  }
  const { zh, en } = quoteText(value.text);
  return { zh: `写的是${zh}`, en: `is ${en}` };
}

/** `The date`, `The link "YouTube"`, `Entry 2 of "topics"`: the place of a value. */
function wordPlace(path: FieldPath): Wording {
  const own = path.at(-1);
  const parent = path.at(-2);
  if (own === undefined) return { zh: "这个文件", en: "The file" };
  if (typeof own === "number") {
    return typeof parent === "string"
      ? { zh: `“${parent}”的第${own + 1}项`, en: `Entry ${own + 1} of "${parent}"` }
      : { zh: `第${own + 1}项`, en: `Entry ${own + 1}` };
  }
  // Most write the address alone.
  if (parent === "audio")
    return own === "url" ? wordPlace(["audio"]) : { zh: `“audio”的“${own}”`, en: `The ${own} of the audio` };
  if (parent === "links") return { zh: `链接“${own}”`, en: `The link "${own}"` };
  if (parent === "speakers") return { zh: `标签“${own}”对应的人`, en: `The person for the label "${own}"` };
  if (typeof parent === "string") return { zh: `“${parent}”的“${own}”`, en: `"${own}" of "${parent}"` };
  return { zh: `“${own}”`, en: parent === undefined ? `The ${own}` : `"${own}"` };
}

/** What to write, as a sentence that begins with the verb. */
export function wordExpected(expected: Expected): Wording {
  return chooseByKind(expectations, expected);
}

/** By the codes of the YAML library, which says in English what it met. */
const syntaxAdvice: Readonly<Record<string, Wording>> = {
  BAD_INDENT: {
    zh: "这一行的缩进和上下的行不一样，请用同样多的空格。",
    en: "The line is indented differently from its neighbours. Use the same number of spaces.",
  },
  TAB_AS_INDENT: {
    zh: "这一行用制表符缩进，请改用空格。",
    en: "The line is indented with a tab. Use spaces.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: "值里有冒号，后面跟着空格。请给整个值加上引号。",
    en: "A value holds a colon followed by a space. Put the value in quotes.",
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: "一个键占了好几行。请看看是不是少了冒号或引号。",
    en: "A key runs over several lines. Is a colon missing, or a quote?",
  },
  MISSING_CHAR: {
    zh: "这里少了引号、括号、逗号或冒号，请补上。",
    en: "A quote, a bracket or a comma is missing here, or a colon. Add it.",
  },
  BAD_SCALAR_START: {
    zh: "值的第一个符号在YAML里另有意思。请给值加上引号。",
    en: "The value begins with a sign that means something else in YAML. Put the value in quotes.",
  },
  BAD_ALIAS: {
    zh: "星号（*）后面没有名字。请给值加上引号。",
    en: "A name after * is empty. Put the value in quotes.",
  },
  MULTIPLE_DOCS: {
    zh: "一行三个连字符（---）另起了一份文档。请删掉这一行。",
    en: "A line of three hyphens begins a second document. Delete it.",
  },
  UNEXPECTED_TOKEN: {
    zh: "这里和前面的内容接不上。请给值加上引号，或者看看是不是少了括号。",
    en: "This does not fit what stands before it. Put the value in quotes, or look for a missing bracket.",
  },
};

const otherSyntaxAdvice: Wording = {
  zh: "有特殊符号的值请加上引号，缩进请用空格。",
  en: "Put values with special signs in quotes, and indent with spaces.",
};

/** The sentences about the form of YAML and JSON, and about keys and values. */
export const fieldProblems: ByKind<FieldProblems, Wording> = {
  "yaml-invalid": ({ code, reason }) => {
    const { zh, en } = syntaxAdvice[code] ?? otherSyntaxAdvice;
    return {
      zh: `这里不合YAML的写法。${zh}（程序原话：${reason}）`,
      en: `This is no YAML (${reason}). ${en}`,
    };
  },
  "yaml-wide-colon": ({ key }) => ({
    zh: `“${key}”后面是中文冒号“：”。请换成英文冒号加一个空格：“${key}: ”。`,
    en: `"${key}" is followed by the full-width colon of a Chinese keyboard. Write an ASCII colon and a space: "${key}: ".`,
  }),
  "yaml-unreadable": ({ reason }) => {
    const { zh, en } = quoteText(reason);
    return {
      zh: `读不懂这里的YAML（程序原话：${zh}）。请写得简单一些。`,
      en: `This is no YAML (${en}). Make it simpler.`,
    };
  },
  "yaml-too-deep": {
    zh: "列表和分组在这里套得太深了。请去掉几层括号。",
    en: "Lists and groups stand too deep in each other here. Take some brackets away.",
  },
  "yaml-alias": ({ name }) => ({
    zh: `“*${name}”是在引用别处的值，这里不支持。请把值直接写出来；如果它本来就是文字，请加上引号。`,
    en: `The name *${name} stands for another value, which is not read here. Write the value out, or put it in quotes.`,
  }),
  "yaml-key-not-text": {
    zh: "这里的键是列表或分组。冒号前面请写普通的文字。",
    en: "A key is a list or a group here. Write plain text before the colon.",
  },
  "yaml-key-twice": ({ key }) => {
    const { zh, en } = quoteText(key);
    return {
      zh: `${zh}这个键在这里又写了一次。请只留一个。`,
      en: `The key ${en} stands here a second time. Keep one of the two.`,
    };
  },
  "yaml-key-reserved": ({ key }) => {
    const { zh, en } = quoteText(key);
    return {
      zh: `${zh}是程序自己用的名字，不能作键，这一条没有读。请换个名字。`,
      en: `The key ${en} is a name that programs keep for themselves, so the entry is left out. Write another one.`,
    };
  },
  "json-invalid": ({ reason }) => ({
    zh: `这里不合JSON的写法。请看看是不是少了逗号、引号或括号。（程序原话：${reason}）`,
    en: `This is no JSON (${reason}). Look for a missing comma, quote or bracket.`,
  }),
  "key-unknown": ({ key, nearest, known }) => {
    const { zh, en } = quoteText(key);
    return nearest === undefined
      ? {
          zh: `这里没有${zh}这个键。请删掉，或者改成其中之一：${known.join("、")}。`,
          en: `The key ${en} is not known here. Delete it, or write one of ${known.join(", ")}.`,
        }
      : {
          zh: `这里没有${zh}这个键。是不是想写“${nearest}”？请改过来，或者删掉这一行。`,
          en: `The key ${en} is not known here. Did you mean "${nearest}"? Write that, or delete the line.`,
        };
  },
  "field-invalid": ({ path, value, expected }) => {
    const [place, written, advice] = [wordPlace(path), wordValue(value), wordExpected(expected)];
    return {
      zh: `${place.zh}${written.zh}。${advice.zh}`,
      en: `${place.en} ${written.en}. ${advice.en}`,
    };
  },
  "field-missing": ({ path, key, expected }) => {
    const place = wordPlace(path);
    // That a key wants text, its own “…” says.
    const advice = expected.kind === "text" ? { zh: "", en: "" } : wordExpected(expected);
    return {
      zh: `缺少${place.zh}。请加上“${key}: …”。${advice.zh}`,
      en: `${place.en} is missing. Add "${key}: …". ${advice.en}`.trimEnd(),
    };
  },
  "field-empty": ({ path, expected }) => {
    const [place, advice] = [wordPlace(path), wordExpected(expected)];
    return { zh: `${place.zh}是空的。${advice.zh}`, en: `${place.en} is empty. ${advice.en}` };
  },
  "near-empty": {
    zh: "“near”是个空列表。请写上附近要有哪些词，或者删掉它。",
    en: 'The list "near" is empty. Name the words that must stand near, or delete it.',
  },
  "entry-without-place": {
    zh: '这一条没有写“line”，也没有写“time”。请写明位置：line: 7，或者time: "12:30"。',
    en: 'This entry says neither "line" nor "time". Say where it stands: line: 7, or time: "12:30".',
  },
  "entry-with-two-places": {
    zh: "这一条既有“line”又有“time”。请删掉一个。",
    en: 'This entry says both "line" and "time". Delete one of them.',
  },
  "chapter-without-start": {
    zh: '这一章没有写“start”，也没有写“line”。请写明从哪里开始：start: "12:30"，或者line: 22。',
    en: 'This chapter says neither "start" nor "line". Say where it begins: start: "12:30", or line: 22.',
  },
  "chapter-with-two-starts": {
    zh: "这一章既有“start”又有“line”。请删掉一个。",
    en: 'This chapter says both "start" and "line". Delete one of them.',
  },
  "chapter-from-without-line": {
    zh: "“from”要和“line”一起写。请写上这几个字在文字稿的第几行，或者删掉“from”。",
    en: '"from" needs a "line". Write the line of the transcript in which these words stand, or delete "from".',
  },
  "json-chapter-not-object": {
    zh: '这一章不是JSON对象。请写成{ "startTime": 0, "title": "…" }。',
    en: 'A chapter is no object. Write { "startTime": 0, "title": "…" }.',
  },
  "json-chapters-not-object": {
    zh: '这个文件不是JSON对象。请写成{ "version": "1.2.0", "chapters": […] }。',
    en: 'The file is no object. Write { "version": "1.2.0", "chapters": […] }.',
  },
};
