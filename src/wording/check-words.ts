import type { Wording } from "./interface-words.ts";

/** What `npm run check -- --help` shows. */
export const checkHelp: Wording = {
  zh: `npm run check [-- <内容文件夹>] [--lang zh|en]

读一遍全部内容，把问题一条条列出来，写成 文件:行号: 哪里不对，怎么改。

  <内容文件夹>   不写就用ARCHIVE_CONTENT，再不然用content
  --lang zh|en   用哪种语言说；不写就跟着节目的语言
  --help         显示这些

退出状态：0 一切正常（可以有提醒），1 有错误，2 命令写得不对。`,
  en: `npm run check [-- <content folder>] [--lang zh|en]

Reads all content and prints every problem, as file:line: what is wrong. What to do.

  <content folder>   else ARCHIVE_CONTENT, else content
  --lang zh|en       the language it speaks; else that of the show
  --help             shows this

Exit status: 0 all well (there may be warnings), 1 there is an error, 2 the command line is at fault.`,
};

/** What is wrong with a command line, and what to write instead. */
export const checkFaults = {
  unknownOption: (option: string): Wording => ({
    zh: `没有“${option}”这个选项。`,
    en: `Unknown option '${option}'.`,
  }),
  severalFolders: {
    zh: "写了不止一个内容文件夹。请只写一个。",
    en: "More than one content folder is named. Name one.",
  },
  unknownLanguage: (given: string): Wording => ({
    zh: `--lang后面是“${given}”，这里只会说中文和英文。请写--lang zh或--lang en。`,
    en: `--lang is "${given}", and only Chinese and English are spoken here. Write --lang zh or --lang en.`,
  }),
  noLanguage: {
    zh: "--lang后面没有写语言。请写--lang zh或--lang en。",
    en: "--lang names no language. Write --lang zh or --lang en.",
  },
} as const;

/** Where a command line's fault leads. */
export const seeCheckHelp: Wording = {
  zh: "用法：npm run check -- --help",
  en: "See npm run check -- --help.",
};

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How many problems there are in how many episodes. */
export function wordProblemCounts(errors: number, warnings: number, episodes: number): Wording {
  const zh = [
    ...(errors > 0 ? [`${errors}处错误`] : []),
    ...(warnings > 0 ? [`${warnings}处提醒`] : []),
  ].join("、");
  const en = [
    ...(errors > 0 ? [countOf(errors, "error")] : []),
    ...(warnings > 0 ? [countOf(warnings, "warning")] : []),
  ].join(", ");
  return { zh: `${episodes}期节目里有${zh}。`, en: `${en} in ${countOf(episodes, "episode")}.` };
}

/** What an archive without problems holds. */
export function wordAllWell(counts: {
  readonly people: number;
  readonly terms: number;
  readonly episodes: number;
  /** Of the episodes. */
  readonly drafts: number;
}): Wording {
  const { people, terms, episodes, drafts } = counts;
  return {
    zh: `一切正常：1档节目，${people}个人物，${terms}个词条，${episodes}期${drafts === 0 ? "" : `（其中草稿${drafts}期）`}。`,
    en: `All well: 1 show, ${countOf(people, "person", "people")}, ${countOf(terms, "term")}, ${countOf(episodes, "episode")}${drafts === 0 ? "" : ` (${countOf(drafts, "draft")})`}.`,
  };
}

/** What to run where corrections of an episode have lost their places. */
export function wordStale(slug: string): Wording {
  return {
    zh: `${slug}的文字稿是重新识别的吗？npm run suggest -- --refit ${slug} 会把校订搬到新的位置。`,
    en: `Was the transcript of ${slug} recognised anew? npm run suggest -- --refit ${slug} moves its corrections to their new places.`,
  };
}

/** How a build ends where the content has errors. */
export function wordNothingBuilt(errors: number): Wording {
  return {
    zh: `内容里有${errors}处错误，所以什么也没有构建。`,
    en: `${countOf(errors, "error")} in the content: nothing was built.`,
  };
}
