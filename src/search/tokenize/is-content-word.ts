import { readFileSync } from "node:fs";
import { DEFAULT_STOP_WORD_DICT, tag } from "nodejs-jieba";

/** Nouns, names and abbreviations of jieba's tag set, and Latin words: the others say how, not what about. */
const contentTag = /^(?:n|vn|j|eng)/;

/** Nouns of every talk, that a collection of written texts takes for rare. Chosen by looking at a thousand episodes. */
const talkWords =
  "时候 东西 事情 感觉 地方 问题 节目 朋友 听众 情况 方面 部分 过程 老师 同学 小时候 的话 样子 嘉宾 主播 播客 主持人 状态 意思 话题 故事 内容 原因 角度 关系 程度 基本上 人家 大家 本身 有点 我会 我能 事儿 地儿 时间 方式 方向 能力 效果 领域 经历 yeah ok okay".split(
    " ",
  );

const known = new Map<string, boolean>();
let unwanted: ReadonlySet<string> | undefined;

/** False for words that say nothing about what an episode is about. Loads jieba's dictionary: 250 MB of memory. */
export function isContentWord(word: string): boolean {
  let answer = known.get(word);
  if (answer === undefined) {
    unwanted ??= new Set([...talkWords, ...readFileSync(DEFAULT_STOP_WORD_DICT, "utf8").split(/\r?\n/)]);
    answer = !unwanted.has(word) && isNamed(word);
    known.set(word, answer);
  }
  return answer;
}

function isNamed(word: string): boolean {
  if (!/\p{Script=Han}/u.test(word)) return true;
  const tagged = tag(word);
  return tagged.length === 1 && contentTag.test(tagged[0]?.tag ?? "");
}
