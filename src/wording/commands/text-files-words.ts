import { formatCount } from "../../text/format-count.ts";
import type { Wording } from "../interface-words.ts";
import { countOf } from "./command-words.ts";

/** What `npm run align -- --help` shows. */
export const alignHelp: Wording = {
  zh: `npm run align -- <哪一期> [--from <识别结果>] [--check]

让一期文字稿从同一份录音的另一份识别结果里得到时间。识别的文字再差也没关系，只用它的时间，
一个字也不会改。

  （不写选项）         说明文件夹里的times.*和文字稿对得上多少，哪里没有时间
  --from <识别结果>    先看看对得上多少，过半就原样放进文件夹，叫times.*；不到一半就不放
  --check              和--from一起写：只看，不放
  --content <文件夹>   不写就用ARCHIVE_CONTENT，再不然用content
  --lang zh|en         用哪种语言说；不写就用ARCHIVE_LANG，再不然跟着节目的语言
  --help               显示这些

没有识别结果的话，docs/times.zh.md说明怎样得到一份。

退出状态：0 做好了，1 对得上的太少，或者文件不对，2 命令写得不对。`,
  en: `npm run align -- <episode> [--from <recognition>] [--check]

Gives an episode's transcript its times from another recognition of the same recording. Its text may be as bad as it
likes: only its times are taken, and no word changes.

  (no option)          says how much of the transcript agrees with times.* in its folder, and what has no time
  --from <recognition> looks how much agrees, and puts it into the folder as times.* where that is half or more
  --check              with --from: looks and puts nothing there
  --content <folder>   else ARCHIVE_CONTENT, else content
  --lang zh|en         the language it speaks; else ARCHIVE_LANG, else that of the show
  --help               shows this

Where there is no recognition, docs/times.md says how to get one.

Exit status: 0 done, 1 too little agrees or the file is at fault, 2 the command line is at fault.`,
};

/** What `npm run punctuate -- --help` shows. */
export const punctuateHelp: Wording = {
  zh: `npm run punctuate -- <哪一期> [--to <文件>] [--from <加好标点的稿子>]

给没有标点的文字稿加上标点和段落：先把文字和说明交给编辑或者语言模型，再把加好的收回来。
一个字也不会改：收回来的只有标点和段落。

  （不写选项）         把说明和文字打印出来
  --to <文件>          写到这个文件里，不打印
  --from <稿子>        收回加好的稿子，写成punctuated.txt；字词不一样的地方照文字稿写，并且一处处列出来；
                       只加了一部分也可以
  --dry-run            和--from一起写：只列出来，不写
  --content <文件夹>   不写就用ARCHIVE_CONTENT，再不然用content
  --lang zh|en         用哪种语言说；不写就用ARCHIVE_LANG，再不然跟着节目的语言
  --help               显示这些

退出状态：0 做好了，1 不是这一期的稿子，2 命令写得不对。`,
  en: `npm run punctuate -- <episode> [--to <file>] [--from <punctuated copy>]

Gives a transcript without punctuation its marks and paragraphs: hands the text with an instruction to an editor or a
language model, and takes the copy back. No word changes: only marks and paragraphs are taken.

  (no option)          prints the instruction and the text
  --to <file>          writes them to this file instead
  --from <copy>        takes the copy back as punctuated.txt; where its words differ the transcript's stand, and each
                       place is listed; it may be of a part
  --dry-run            with --from: lists, and writes nothing
  --content <folder>   else ARCHIVE_CONTENT, else content
  --lang zh|en         the language it speaks; else ARCHIVE_LANG, else that of the show
  --help               shows this

Exit status: 0 done, 1 the copy is of another text, 2 the command line is at fault.`,
};

/** What stands above the text that is handed to an editor or a language model. */
export const punctuateInstruction: Wording = {
  zh: `请给横线下面的播客文字稿加上标点，分好段落。
1. 一个字也不要改、不要加、不要删：错字、口头语、重复的话都照原样留着。
2. 用全角标点（，。？！：；“”）；数字、英文和它们中间的符号照原样。
3. 意思告一段落就空一行另起一段；“名字：”留在原处。
4. 不要标题，不要列表，不要加粗，不要解释，只给出加好标点的全文。太长就分几次给，一次接着一次。`,
  en: `Please put punctuation into the podcast transcript below the line, and divide it into paragraphs.
1. Change, add and leave out no word: slips, fillers and repetitions stay as they stand.
2. Numbers, names and the signs inside them stay as they are; capital letters may change.
3. Begin a new paragraph, with a blank line before it, where a thought ends; "Name:" stays where it is.
4. No headings, no lists, no bold, no comment: give the whole text with its punctuation. If it is long, give it in
   several answers, one after the other.`,
};

/** How much of a transcript stands in a recognition, and what comes of it. `file` is the recognition. */
export function wordAgreement(
  file: string,
  agreement: number,
  { count, real }: { readonly count: number; readonly real: number },
): Wording {
  const percent = Math.floor(agreement * 100);
  return {
    zh: `文字稿的字词有${percent}%在${file}里对得上；${formatCount(count)}段里有${formatCount(real)}段从真正的时间开始，其余的时间是估计的（≈）。`,
    en: `${percent}% of the transcript's words stand in ${file}; of ${countOf(count, "passage")} ${formatCount(real)} begin at a real time, and the others' times are estimated (≈).`,
  };
}

/** That a stretch of a transcript has no time of its own. */
export function wordGap({ line, words, text }: { line: number; words: number; text: string }): Wording {
  return {
    zh: `第${line}行，从“${text}”开始，${formatCount(words)}个字词没有时间。`,
    en: `Line ${line}: ${formatCount(words)} words have no time, from “${text}” on.`,
  };
}

/** That a file was written. */
export function wordFileWritten(file: string): Wording {
  return { zh: `写好了${file}。`, en: `Wrote ${file}.` };
}

/** That an episode has no times.*, and what to do. */
export function wordNoTimes(slug: string): Wording {
  return {
    zh: `${slug}没有times.*。有同一份录音的识别结果，就用--from给它；没有的话，请看docs/times.zh.md。`,
    en: `${slug} has no times.*. Give it a recognition of the same recording with --from; docs/times.md says how to get one.`,
  };
}

/** What a punctuated copy came to. */
export function wordPunctuated(
  file: string,
  paragraphs: number,
  differences: number,
  isDryRun: boolean,
): Wording {
  const zhWhat = isDryRun
    ? `${file}会有${formatCount(paragraphs)}段`
    : `写好了${file}，${formatCount(paragraphs)}段`;
  const enWhat = isDryRun ? `${file} would have` : `Wrote ${file} with`;
  const zhOther =
    differences === 0 ? "一个字也没有变" : `稿子里字词不同的${formatCount(differences)}处照文字稿写`;
  const enOther =
    differences === 0
      ? "no word has changed"
      : `in ${countOf(differences, "place")} the copy has other words, and the transcript's stand`;
  return {
    zh: `${zhWhat}：${zhOther}。`,
    en: `${enWhat} ${countOf(paragraphs, "paragraph")}: ${enOther}.`,
  };
}
