import { type ByKind, chooseByKind } from "../../model/problem.ts";
import type { ImportNote, ImportNoteValues, PairReason } from "../../model/report.ts";
import { formatCount } from "../../text/format-count.ts";
import type { Wording } from "../interface-words.ts";
import { wordFault } from "../problems/describe-problem.ts";
import { quoteText } from "../problems/field-problems.ts";
import { countOf } from "./command-words.ts";

/** What `npm run import -- --help` shows. */
export const importHelp: Wording = {
  zh: `npm run import -- <你有的东西> [<…>] [--dry-run] [--yes] [--content <文件夹>]

把你有的东西变成档案里的节目：播客的RSS地址，RSS文件，一个文件夹，或者一份份文字稿，可以一起写。
RSS里有每一期的标题、日期、声音、时长、介绍、嘉宾、章节和文字稿（podcast:transcript，会取来），
还有节目自己的简介、语言、分类、封面和guid，写进show.yaml。
文字稿按编号、日期、标题、长度对到各期；没有把握的一个个问。一期有两份的，文字好的作文字稿，
有时间的存成times.*。文件原样拷进去。

只添加，从不改动已有的内容：RSS现在写得和这里不一样的，列出来。再来一次，什么也不会变；
中途停了，再来一次就接着做。没有文字稿的那一期先等着，不进网站。

  --dry-run            只列出会做什么，什么也不写（除了RSS，什么也不取）
  --yes                不问：有把握的照做，没有把握的列出来，不动
  --timeout <秒>       一个地址最多等多久；不写就是30
  --content <文件夹>   不写就用ARCHIVE_CONTENT，再不然用content
  --lang zh|en         用哪种语言说；不写就用ARCHIVE_LANG，再不然跟着节目的语言
  --help               显示这些

content里还是自带的示例的话，会问要不要把它移到examples/，从空的开始。

退出状态：0 做好了，1 内容有问题，2 命令写得不对，或者给的东西读不到。`,
  en: `npm run import -- <what you have> [<…>] [--dry-run] [--yes] [--content <folder>]

Makes episodes of what you have: the address of a podcast's feed, a feed's file, a folder, or transcripts one by one,
together if you like. A feed has each episode's title, date, sound, length, notes, people, chapters and transcripts
(podcast:transcript, which are fetched), and the show's description, language, categories, cover and guid, which go to
show.yaml. Transcripts go to their episodes by number, date, title and length; what is not
sure is asked. Of two for one episode the better text is the transcript, and the one with times becomes times.*. Files
are copied as they are.

It only adds, and never changes what is there: what the feed now says otherwise is listed. The same again changes
nothing, and goes on where it was stopped. An episode without a transcript waits, and the site leaves it out.

  --dry-run            lists what it would do and writes nothing (and fetches nothing but the feed)
  --yes                asks nothing: does what is sure, lists what is not and leaves it
  --timeout <seconds>  how long an address may take; 30 where absent
  --content <folder>   else ARCHIVE_CONTENT, else content
  --lang zh|en         the language it speaks; else ARCHIVE_LANG, else that of the show
  --help               shows this

Where content still holds the example that comes with the project, it asks whether to move it to examples/ and begin
with an empty archive.

Exit status: 0 done, 1 the content is at fault, 2 the command line is at fault, or what it names cannot be read.`,
};

/** The fixed words of `npm run import`. */
export const importWords = {
  fetching: { zh: "取", en: "Fetching" },
  reading: { zh: "读文件", en: "Reading files" },
  writing: { zh: "写节目", en: "Writing episodes" },
  nothingWritten: {
    zh: "以上只是会做的事，什么也没有写。",
    en: "This is what would be done; nothing was written.",
  },
  stopped: { zh: "停了，什么也没有写。", en: "Stopped; nothing was written." },
  allThere: { zh: "没有要添加的，什么也没有变。", en: "There is nothing to add; nothing was changed." },
  goOn: { zh: "就这样写进去？", en: "Write this?" },
  newEpisode: { zh: "都不是：作为新的一期", en: "None of them: it is an episode of its own" },
  leave: { zh: "不用它", en: "Leave it out" },
  showCompleted: { zh: "show.yaml补好了。", en: "show.yaml is completed." },
  checkNext: {
    zh: "npm run check 看看有没有要改的，npm start 打开网站。",
    en: "npm run check says whether anything is to be mended, npm start opens the site.",
  },
  peopleAtFault: {
    zh: "people.yaml里有错误，先改好它，再来导入。什么也没有写。",
    en: "There is an error in people.yaml. Mend it first, then import again. Nothing was written.",
  },
  nameSpeakers: {
    zh: "现在就写明谁在说话？（随时可以按Ctrl-C停下，写好的都留着）",
    en: "Say now who speaks? (Ctrl-C stops at any time, and what is written stays)",
  },
  namingStopped: {
    zh: "停了。导入的和已经写明的都在；其余的以后用 npm run speakers -- <节目> 写明。",
    en: "Stopped. What was imported and named is there; npm run speakers -- <episode> names the rest later.",
  },
} as const satisfies Record<string, Wording>;

const reasons: Readonly<Record<PairReason, Wording>> = {
  "audio-name": { zh: "文件名", en: "name" },
  slug: { zh: "文件夹名", en: "folder" },
  number: { zh: "编号", en: "number" },
  date: { zh: "日期", en: "date" },
  "near-date": { zh: "日期相近", en: "near date" },
  title: { zh: "标题", en: "title" },
  length: { zh: "长度", en: "length" },
  "other-number": { zh: "编号不同", en: "another number" },
  "other-date": { zh: "日期不同", en: "another date" },
  "other-length": { zh: "长度不同", en: "another length" },
};

/** By what a file was found to be an episode's, and how sure that is. */
export function wordPairing(why: readonly PairReason[], sure: number): Wording {
  const percent = `${Math.round(sure * 100)}%`;
  return {
    zh: `${[...why.map((reason) => reasons[reason].zh), percent].join("，")}`,
    en: `${[...why.map((reason) => reasons[reason].en), percent].join(", ")}`,
  };
}

/** Where the transcript of an episode comes from, as a cell of the table. */
export const sourceWords = {
  held: { zh: "已有", en: "there" },
  offered: { zh: "从RSS取", en: "from the feed" },
  waits: { zh: "等文字稿", en: "waits for a transcript" },
  times: { zh: "时间", en: "times" },
  isNew: { zh: "新", en: "new" },
  added: { zh: "补", en: "adds" },
} as const satisfies Record<string, Wording>;

/** Which episode a file is of, as a question. */
export function wordWhichEpisode(name: string, minutes: number): Wording {
  return {
    zh: `${quoteText(name).zh}（约${minutes}分钟）是哪一期的？用↑↓选，回车确定。`,
    en: `Which episode is ${quoteText(name).en} of (about ${countOf(minutes, "minute")})? Choose with ↑ and ↓, then Enter.`,
  };
}

/** When an episode was published of which there is a file only, as a question. */
export function wordWhichDate(name: string): Wording {
  return {
    zh: `${quoteText(name).zh}是什么时候发布的？写成2025-03-05，也可以只写2025-03或2025；空着就不用它。`,
    en: `When was ${quoteText(name).en} published? As 2025-03-05, or only 2025-03 or 2025; nothing leaves it out.`,
  };
}

/** How much is new, completed and as it was. */
export function wordPlanSummary(counts: {
  readonly made: number;
  readonly completed: number;
  readonly same: number;
}): Wording {
  const { made, completed, same } = counts;
  return {
    zh: `新的${formatCount(made)}期，补全${formatCount(completed)}期，${formatCount(same)}期不变。`,
    en: `${countOf(made, "new episode")}, ${formatCount(completed)} completed, ${formatCount(same)} as they are.`,
  };
}

/** What show.yaml gets, as a line of the table. */
export function wordShowKeys(keys: readonly string[]): Wording {
  return { zh: `show.yaml：补 ${keys.join(" ")}`, en: `show.yaml: adds ${keys.join(" ")}` };
}

/** What was done, and what waits. */
export function wordImported(counts: {
  readonly made: number;
  readonly completed: number;
  readonly waiting: number;
}): Wording {
  const { made, completed, waiting } = counts;
  return {
    zh: `写好了：新的${formatCount(made)}期，补全${formatCount(completed)}期${waiting === 0 ? "" : `；${formatCount(waiting)}期还没有文字稿，先不进网站`}。`,
    en: `Done: ${countOf(made, "new episode")}, ${formatCount(completed)} completed${waiting === 0 ? "" : `; ${formatCount(waiting)} without a transcript yet, which the site leaves out`}.`,
  };
}

/** That transcripts have labels that name nobody. */
export function wordUnnamed(episodes: readonly string[]): Wording {
  const [first = ""] = episodes;
  return {
    zh: `${episodes.length}期的文字稿里有“发言人1”这样不是名字的标签。npm run speakers -- ${first} 写明是谁。`,
    en: `The transcripts of ${countOf(episodes.length, "episode")} have labels that name nobody, as Speaker 1. npm run speakers -- ${first} says who they are.`,
  };
}

/** What an import leaves, or meets. */
export function wordImportNote(note: ImportNote): Wording {
  return chooseByKind(notes, note);
}

const offeredWords = {
  transcript: { zh: "RSS里的文字稿", en: "the feed's transcript" },
  chapters: { zh: "RSS里的章节", en: "the feed's chapters" },
  cover: { zh: "RSS里的封面", en: "the feed's cover" },
} as const;

const notes: ByKind<ImportNoteValues, Wording> = {
  "item-without-date": ({ title }) => ({
    zh: `${quoteText(title).zh}：RSS里没有日期，没有添加。请用 npm run new -- "标题" --date 2025-03-05 建好它，再来一次就会补全。`,
    en: `${quoteText(title).en}: the feed gives no date, so it was not added. Make it with npm run new -- "title" --date 2025-03-05, and the next import completes it.`,
  }),
  "audio-is-no-sound": ({ episode, address }) => ({
    zh: `${episode}：RSS里的声音是${quoteText(address).zh}，不是声音文件，没有写进去。请把声音的网址写进它的“audio”。`,
    en: `${episode}: the feed's audio is ${quoteText(address).en}, which is no sound file, so it was left out. Write the address of the sound into "audio".`,
  }),
  "notes-not-shown": ({ episode }) => ({
    zh: `${episode}：RSS里的节目介绍太长，或者排出来太大，没有写进去。请自己写一份短的。`,
    en: `${episode}: the feed's show notes are too long, or would become too large a page, so they were left out. Write shorter ones.`,
  }),
  "feed-says-otherwise": ({ where, key, here, feed }) => ({
    zh: `${where}：“${key}”这里是${quoteText(here).zh}，RSS现在是${quoteText(feed).zh}。没有改；RSS说得对的话请自己改。`,
    en: `${where}: "${key}" is ${quoteText(here).en} here, and the feed now says ${quoteText(feed).en}. Nothing was changed; change it if the feed is right.`,
  }),
  "show-at-fault": {
    zh: "show.yaml：里面有错误，没有动它，也没有和RSS比较。请先按 npm run check 说的改好。",
    en: "show.yaml: there is an error in it, so it was let be and not compared with the feed. Mend it first, as npm run check says.",
  },
  "episode-at-fault": ({ episode }) => ({
    zh: `${episode}：它的episode.md有错误，没有动它。请先按 npm run check 说的改好。`,
    en: `${episode}: there is an error in its episode.md, so it was let be. Mend it first, as npm run check says.`,
  }),
  "file-not-read": ({ name, fault }) => ({
    zh: `${name}：不用。${wordFault(fault).zh}`,
    en: `${name}: not used. ${wordFault(fault).en}`,
  }),
  "file-left": ({ name }) => ({ zh: `${name}：照你说的，不用。`, en: `${name}: left out, as you said.` }),
  "file-of-nobody": ({ name }) => ({
    zh: `${name}：看不出是哪一期的，不用。请在文件名里写上编号或日期，或者不写--yes，会问你。`,
    en: `${name}: nothing says which episode it is of, so it was left out. Put the number or the date into its name, or leave out --yes to be asked.`,
  }),
  "file-unsure": ({ name, episode, sure }) => ({
    zh: `${name}：可能是${episode}的（${Math.round(sure * 100)}%），没有把握，不用。请在文件名里写上编号或日期，或者不写--yes，会问你。`,
    en: `${name}: perhaps of ${episode} (${Math.round(sure * 100)}%), which is not sure, so it was left out. Put the number or the date into its name, or leave out --yes to be asked.`,
  }),
  "file-not-needed": ({ name, episode }) => ({
    zh: `${name}：${episode}已经有文字稿了，用不着它。`,
    en: `${name}: ${episode} has its transcript, and needs no other.`,
  }),
  "file-without-date": ({ name }) => ({
    zh: `${name}：不知道这一期是什么时候发布的，没有添加。请在文件名里写上日期，例如2025-03-05，或者不写--yes，会问你。`,
    en: `${name}: nothing says when this episode was published, so it was not added. Put the date into its name, as in 2025-03-05, or leave out --yes to be asked.`,
  }),
  "offered-not-had": ({ episode, what, fault }) => ({
    zh: `${episode}：没有取到${offeredWords[what].zh}。${wordFault(fault).zh}`,
    en: `${episode}: ${offeredWords[what].en} could not be had. ${wordFault(fault).en}`,
  }),
};
