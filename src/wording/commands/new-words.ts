import type { Wording } from "../interface-words.ts";
import { countOf } from "./command-words.ts";

/** What `npm run new -- --help` shows. */
export const newHelp: Wording = {
  zh: `npm run new -- "标题" [--date 2025-03-05] [--number 12]
npm run new -- --show [--title 节目名] [--author 谁做的] [--language zh-CN]

给新的一期建一个文件夹，放好episode.md；或者用--show从空的档案开始。

  --date <日期>          什么时候发布的；不写就是今天
  --number <编号>        第几期
  --slug <名字>          文件夹的名字，也就是网址里的名字；不写就用编号，没有编号用日期
  --show                 从空的档案开始：写好show.yaml、people.yaml和glossary.yaml。
                         content里还是自带的示例的话，把它移到examples/
  --title、--author、--language、--description
                         给--show用；不写就在终端里问
  --content <文件夹>     不写就用ARCHIVE_CONTENT，再不然用content
  --lang zh|en           用哪种语言说；不写就用ARCHIVE_LANG，再不然跟着节目的语言
  --help                 显示这些

退出状态：0 做好了，2 命令写得不对，或者已经有了。`,
  en: `npm run new -- "title" [--date 2025-03-05] [--number 12]
npm run new -- --show [--title <name>] [--author <who>] [--language en]

Makes the folder of a new episode with its episode.md; or, with --show, begins an empty archive.

  --date <date>          when it was published; today where absent
  --number <number>      the episode's number
  --slug <name>          the folder's name, which is the one in its address; else the number, else the date
  --show                 begins an empty archive: writes show.yaml, people.yaml and glossary.yaml. Where content still
                         holds the example, that is moved to examples/
  --title, --author, --language, --description
                         for --show; asked in the terminal where absent
  --content <folder>     else ARCHIVE_CONTENT, else content
  --lang zh|en           the language it speaks; else ARCHIVE_LANG, else that of the show
  --help                 shows this

Exit status: 0 done, 2 the command line is at fault, or it is there already.`,
};

/** The fixed words of a new show. */
export const newWords = {
  askTitle: { zh: "节目叫什么？", en: "What is the show called?" },
  askAuthor: { zh: "谁做的？", en: "Who makes it?" },
  askLanguage: {
    zh: "说哪种语言？写代码：中文写zh-CN，英文写en。",
    en: "Which language does it speak? As a tag: en, or zh-CN for Chinese.",
  },
  nothingMoved: {
    zh: "示例还在原处，什么也没有写。用--content可以在另一个文件夹里开始。",
    en: "The example is where it was, and nothing was written. --content begins an archive in another folder.",
  },
} as const satisfies Record<string, Wording>;

/** Whether to move the example, as a question. */
export function wordMoveExample(folder: string): Wording {
  return {
    zh: `content里是自带的示例。把它移到${folder}，从空的开始？`,
    en: `content holds the example. Move it to ${folder} and begin with an empty archive?`,
  };
}

/** That an empty archive would be begun. */
export function wordWouldBegin(title: string, movesTo: string | undefined): Wording {
  return {
    zh: `${movesTo === undefined ? "" : `会把示例移到${movesTo}，`}会开始《${title}》的档案。`,
    en: `${movesTo === undefined ? "Would" : `Would move the example to ${movesTo}, and`} begin the archive of ${title}.`,
  };
}

/** That an empty archive was begun. */
export function wordBegun(title: string, contentDir: string, movedTo: string | undefined): Wording {
  return {
    zh: `${movedTo === undefined ? "" : `示例移到了${movedTo}。`}《${title}》的档案在${contentDir}，还没有节目。`,
    en: `${movedTo === undefined ? "" : `The example is in ${movedTo}. `}The archive of ${title} is in ${contentDir}, without episodes yet.`,
  };
}

/** Where a new episode is, and what it needs. */
export function wordEpisodeMade(folder: string): Wording {
  return {
    zh: `${folder}建好了。把文字稿放进去，取名transcript.srt（或.vtt、.txt……）就行。`,
    en: `${folder} is made. Put its transcript there, as transcript.srt (or .vtt, .txt …).`,
  };
}

/** What a show is described by that says nothing of itself. */
export function wordDescription(title: string): Wording {
  return {
    zh: `《${title}》的文字稿，每一句都能搜到。`,
    en: `The transcripts of ${title}: every word can be found.`,
  };
}

/** How fresh files begin, as comments. */
export const freshHeads = {
  show: {
    zh: "# 节目。docs/keys.zh.md里有全部能写的项。\n",
    en: "# The show. All keys are in docs/keys.md.\n",
  },
  people: {
    zh: "# 节目里的人，一个一条，例如：\n#   lin: { name: 林晚, aliases: [小林], role: host }\n",
    en: "# The people of the show, an entry each:\n#   lin: { name: Lin Wan, aliases: [Lin], role: host }\n",
  },
  glossary: {
    zh: "# 节目里常说的词，和识别时听错的写法，例如：\n#   - { term: 蒸馏, also: [distillation], heard: [征流], note: 用大模型的输出训练小模型。 }\n",
    en: "# The words of the show, and what recognisers write for them:\n#   - { term: distillation, also: [KD], heard: [this tillation], note: Training a small model on a large one. }\n",
  },
} as const satisfies Record<string, Wording>;

/** What `npm run speakers -- --help` shows. */
export const speakersHelp: Wording = {
  zh: `npm run speakers -- <哪一期> [<…>] [<标签>=<人> …]

列出文字稿里的每个说话人标签、各说了多少、说了什么，写明是谁：新的人写进people.yaml，
标签对应谁写进episode.md的“speakers”。文字稿从不改动，两个文件里的注释照旧。

  <哪一期>             写它在网址里的名字；不写就看标签还不是名字的每一期
  <标签>=<人>          不用问，直接写：发言人1=林晚。人写名字、别名或代号
  --content <文件夹>   不写就用ARCHIVE_CONTENT，再不然用content
  --lang zh|en         用哪种语言说；不写就用ARCHIVE_LANG，再不然跟着节目的语言
  --help               显示这些

不在终端里就只列出来。

退出状态：0 做好了，1 内容有问题，2 命令写得不对。`,
  en: `npm run speakers -- <episode> [<…>] [<label>=<person> …]

Lists each speaker's label of a transcript with its share and what is said under it, and asks who it is: new people go
into people.yaml, and who a label stands for into "speakers" of episode.md. Transcripts are never changed, and comments
in both files stay.

  <episode>            by the name in its address; where absent every one with labels that name nobody
  <label>=<person>     without asking: "Speaker 1=Lin Wan". The person by name, alias or id
  --content <folder>   else ARCHIVE_CONTENT, else content
  --lang zh|en         the language it speaks; else ARCHIVE_LANG, else that of the show
  --help               shows this

Outside a terminal it only lists them.

Exit status: 0 done, 1 the content is at fault, 2 the command line is at fault.`,
};

/** The fixed words of `npm run speakers`. */
export const speakersWords = {
  noLabels: { zh: "文字稿没有写谁在说话。", en: "The transcript does not say who speaks." },
  allNamed: { zh: "每一期的标签都是名字了。", en: "The labels of all episodes are names." },
  contentAtFault: {
    zh: "内容里有错误，先按上面说的改好。",
    en: "There are errors in the content. Mend them first, as said above.",
  },
} as const satisfies Record<string, Wording>;

/** A label with its share; of one that somebody stands for, who. */
export function wordLabel(label: string, share: number, shown: string): Wording {
  const percent = `${Math.round(share * 100)}%`;
  const who = shown === label ? "" : ` = ${shown}`;
  return { zh: `${label}${who}（${percent}）`, en: `${label}${who} (${percent})` };
}

/** Who a label stands for, as a question. */
export function wordWho(label: string): Wording {
  return {
    zh: `“${label}”是谁？写名字；空着就不写。`,
    en: `Who is "${label}"? A name; nothing leaves it as it is.`,
  };
}

/** What was written of an episode. */
export function wordSpeakersSet(slug: string, labels: number, people: number): Wording {
  return {
    zh: `${slug}：写明了${labels}个标签${people === 0 ? "" : `，people.yaml里新添了${people}个人`}。`,
    en: `${slug}: ${countOf(labels, "label")} set${people === 0 ? "" : `, ${countOf(people, "person", "people")} added to people.yaml`}.`,
  };
}
