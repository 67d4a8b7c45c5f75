import { type ByKind, chooseByKind } from "../../model/problem.ts";
import type { Progress, ProgressValues } from "../../model/report.ts";
import { formatCount } from "../../text/format-count.ts";
import type { Wording } from "../interface-words.ts";

/** The commands that an owner types, without their arguments. Each has a help. */
export const commandLines = {
  check: "npm run check",
  build: "npm run build",
  start: "npm start",
  suggest: "npm run suggest",
  align: "npm run align",
  punctuate: "npm run punctuate",
  import: "npm run import",
  new: "npm run new",
  speakers: "npm run speakers",
  mcp: "npm run mcp",
} as const;

export type CommandName = keyof typeof commandLines;

/** Where a command line's fault leads. */
export function wordSeeHelp(command: CommandName): Wording {
  const line = `${commandLines[command]} -- --help`;
  return { zh: `用法：${line}`, en: `See ${line}.` };
}

/** The answers to a question in a terminal. */
export const confirmWords = {
  yes: { zh: "好", en: "Yes" },
  no: { zh: "不", en: "No" },
} as const satisfies Record<string, Wording>;

/** What `npm run check -- --help` shows. */
export const checkHelp: Wording = {
  zh: `npm run check [-- <内容文件夹>] [--explain <哪一期>] [--against <网址>] [--lang zh|en]

读一遍全部内容，把问题一条条列出来，写成 文件:行号: 哪里不对，怎么改。

  <内容文件夹>       不写就用ARCHIVE_CONTENT，再不然用content
  --explain <哪一期> 只看这一期，说明它的文字稿被读成了什么：种类，时间，谁说了多少，头一句和末一句，
                     以及拿不准的地方
  --against <网址>   和已经发布的网站比一比（也可以写网站的文件夹），列出这次构建里会没有的网址：
                     读它的站点地图，没有就读节目列表和各个目录页
  --lang zh|en       用哪种语言说；不写就用ARCHIVE_LANG，再不然跟着节目的语言
  --help             显示这些

退出状态：0 一切正常（可以有提醒），1 有错误或者少了网址，2 命令写得不对或者网站读不到。`,
  en: `npm run check [-- <content folder>] [--explain <episode>] [--against <address>] [--lang zh|en]

Reads all content and prints every problem, as file:line: what is wrong. What to do.

  <content folder>      else ARCHIVE_CONTENT, else content
  --explain <episode>   looks at this episode alone and says what its transcript was read as: its kind and times, who
                        says how much, its first words and its last, and what is doubtful
  --against <address>   compares with a published site, or its folder, and lists the addresses that a build would
                        lack: reads its sitemap, or else its list of episodes and its index pages
  --lang zh|en          the language it speaks; else ARCHIVE_LANG, else that of the show
  --help                shows this

Exit status: 0 all well (perhaps warnings), 1 an error or a lacking address, 2 no such option, or a site not to be read.`,
};

/** What `npm run build -- --help` shows. */
export const buildHelp: Wording = {
  zh: `npm run build [-- <选项>]

构建网站，写到ARCHIVE_OUT；没有设就写到dist/。

  --part <选法> --to <文件夹>
                     只给一部分节目切词、做索引，作为档案的一块写进这个文件夹，不做网页。<选法>写下面的一种：
                       season:2       也可以写season:1-3
                       year:2024      也可以写year:2020-2022
                       list:<文件>    文件里一行写一期在网址里的名字
  --parts <文件夹> [<文件夹> …]
                     构建整个网站；这些块里有的直接取来，不再做索引。写成<文件夹>=<地址>，
                     这一块的索引文件就留在原处不拷贝：地址是https://…，在本站就写/…；
                     放它的主机要允许别的网站读取（CORS）
  --lang zh|en       用哪种语言说；不写就用ARCHIVE_LANG，再不然跟着节目的语言
  --help             显示这些

别的选项都交给astro build。内容、程序、Node的版本都和做那一块的时候一样，这一块才能用。

退出状态：0 构建好了，1 内容里有错误或者构建做不下去，2 命令写得不对。`,
  en: `npm run build [-- <options>]

Builds the site into ARCHIVE_OUT, else dist/.

  --part <choice> --to <folder>
                     cuts and indexes some episodes only, and writes them as a part of the archive into the folder;
                     no page is made. <choice> is one of
                       season:2       also season:1-3
                       year:2024      also year:2020-2022
                       list:<file>    a file with the slug of an episode a line
  --parts <folder> [<folder> …]
                     builds the whole site, and takes from these parts what they hold instead of indexing it again.
                     <folder>=<address> leaves the index files of the part where they are served, at https://… or,
                     on the site's own host, at /…; the host must allow other sites to read them (CORS)
  --lang zh|en       the language it speaks; else ARCHIVE_LANG, else that of the show
  --help             shows this

All else is passed on to astro build. A part is good for the checkout that it was built from: the same content, the
same program, the same version of Node.

Exit status: 0 built, 1 there is an error in the content or the build cannot go on, 2 the command line is at fault.`,
};

/** What `npm start -- --help` shows. */
export const startHelp: Wording = {
  zh: `npm start [-- <选项>]

构建content/里的档案，在这台机器上打开。ARCHIVE_CONTENT、ARCHIVE_OUT、ARCHIVE_SITE和ARCHIVE_BASE照样管用。

  --port <端口>   不写就用4321；被占了就用下一个空的
  --lang zh|en    用哪种语言说；不写就用ARCHIVE_LANG，再不然跟着节目的语言
  --help          显示这些

退出状态：1 内容里有错误或者构建做不下去，2 命令写得不对；网站开着就不退出，按Ctrl-C结束。`,
  en: `npm start [-- <options>]

Builds the archive in content/ and serves it on this machine. ARCHIVE_CONTENT, ARCHIVE_OUT, ARCHIVE_SITE and
ARCHIVE_BASE are as for npm run build.

  --port <port>   4321 where absent; a taken one gives way to the next free one
  --lang zh|en    the language it speaks; else ARCHIVE_LANG, else that of the show
  --help          shows this

While it serves, Ctrl-C ends it.
Exit status: 1 there is an error in the content or the build cannot go on, 2 the command line is at fault.`,
};

/** A count in English. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** How many problems there are, in the episodes and beside them. */
export function wordProblemCounts(errors: number, warnings: number, episodes: number): Wording {
  const zh = [
    ...(errors > 0 ? [`${formatCount(errors)}处错误`] : []),
    ...(warnings > 0 ? [`${formatCount(warnings)}处提醒`] : []),
  ].join("、");
  const en = [
    ...(errors > 0 ? [countOf(errors, "error")] : []),
    ...(warnings > 0 ? [countOf(warnings, "warning")] : []),
  ].join(", ");
  return {
    zh: `${zh}。检查了${formatCount(episodes)}期节目。`,
    en: `${en}. Checked ${countOf(episodes, "episode")}.`,
  };
}

/** What an archive without problems holds. */
export function wordAllWell(counts: {
  readonly people: number;
  readonly terms: number;
  readonly episodes: number;
  /** Of the episodes: drafts, and what is published later. */
  readonly drafts: number;
}): Wording {
  const { people, terms, episodes, drafts } = counts;
  return {
    zh: `一切正常：1档节目，${formatCount(people)}个人物，${formatCount(terms)}个词条，${formatCount(episodes)}期${drafts === 0 ? "" : `（其中${formatCount(drafts)}期还不发布）`}。`,
    en: `All well: 1 show, ${countOf(people, "person", "people")}, ${countOf(terms, "term")}, ${countOf(episodes, "episode")}${drafts === 0 ? "" : ` (${formatCount(drafts)} not published yet)`}.`,
  };
}

/** That a page is published and a build would lack it, and what to write into moved.yaml. */
export function wordLacking({ address, nearest }: { address: string; nearest?: string }): Wording {
  const from = JSON.stringify(address);
  return {
    zh: `${address}已经发布，这次构建里却没有。请在moved.yaml里加上${from}: ${nearest === undefined ? "新的网址，或者gone" : `${nearest}，要是不对就写新的网址或gone`}。`,
    en: `${address} is published, and a build would lack it. Add ${nearest === undefined ? `${from}: with the new address, or gone, to moved.yaml` : `${from}: ${nearest} to moved.yaml, or what is right instead: another address, or gone`}.`,
  };
}

/** How a published site compares with what a build would have. */
export function wordAgainst(published: number, lacking: number): Wording {
  if (lacking === 0)
    return {
      zh: `已经发布的${formatCount(published)}个网址都还在。`,
      en: `A build has all ${countOf(published, "address", "addresses")} that are published.`,
    };
  return {
    zh: `已经发布的${formatCount(published)}个网址里，这次构建会少${formatCount(lacking)}个。`,
    en: `A build would lack ${formatCount(lacking)} of ${countOf(published, "address", "addresses")} that are published.`,
  };
}

/** That nothing was compared, as content with errors is not built. */
export const againstWaits: Wording = {
  zh: "内容里有错误，先不和已经发布的网站比。改好以后再运行一次。",
  en: "There are errors in the content, so it was not compared with the published site. Run this again without them.",
};

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
    zh: `内容里有${formatCount(errors)}处错误，所以什么也没有构建。`,
    en: `${countOf(errors, "error")} in the content: nothing was built.`,
  };
}

/** Where a part of an archive was written, and how many of its episodes are in it. */
export function wordPartWritten(folder: string, held: number, total: number): Wording {
  return {
    zh: `档案的${formatCount(total)}期节目，${formatCount(held)}期写进了${folder}。`,
    en: `${folder} holds ${formatCount(held)} of ${countOf(total, "episode")}.`,
  };
}

/** How far a build is, and that of its search. */
export function wordProgress(progress: Progress): Wording {
  return chooseByKind(progressWords, progress);
}

const progressWords: ByKind<ProgressValues, Wording> = {
  "episodes-cut": ({ done, total }) => ({
    zh: `切词：${formatCount(total)}期里做好了${formatCount(done)}期。`,
    en: `Cut ${formatCount(done)} of ${countOf(total, "episode")} into words.`,
  }),
  "episodes-indexed": ({ count }) => ({
    zh: `为${formatCount(count)}期节目做好了索引。`,
    en: `Indexed ${countOf(count, "episode")} for the search.`,
  }),
  "parts-hold-all": ({ total }) => ({
    zh: `${formatCount(total)}期节目在给出的块里都有。`,
    en: `The given parts hold ${total === 1 ? "the one episode" : `all ${formatCount(total)} episodes`}.`,
  }),
  "parts-lack-episodes": ({ missing, total }) => ({
    zh: `${formatCount(total)}期节目里有${formatCount(missing)}期不在任何一块里，在这里切词、做索引。`,
    en: `${formatCount(missing)} of ${countOf(total, "episode")} ${missing === 1 ? "is" : "are"} in no given part: cut and indexed here.`,
  }),
  "archive-searchable": ({ tokens, episodes }) => ({
    zh: `可以搜索了：${formatCount(episodes)}期节目，${formatCount(tokens)}个字词。`,
    en: `${countOf(tokens, "token")} of ${countOf(episodes, "episode")} can be searched.`,
  }),
  "pages-kept": ({ count }) => ({
    zh: `${formatCount(count)}期节目的网页没有变，用的是上次构建的。`,
    en:
      count === 1
        ? "The page of 1 episode is that of the last build."
        : `The pages of ${formatCount(count)} episodes are those of the last build.`,
  }),
};

/** That a site is built without its address. */
export const siteUnset: Wording = {
  zh: "没有设ARCHIVE_SITE：没有RSS，站点地图里的地址是http://localhost:4321。发布以前请设好。",
  en: "ARCHIVE_SITE is not set: there is no feed, and the sitemap says http://localhost:4321. Set it before you publish.",
};

/** That a port gives way. */
export function wordPortTaken(wanted: number, free: number): Wording {
  return {
    zh: `端口${wanted}被占了，改用下一个空的：${free}。`,
    en: `Port ${wanted} is taken; the next free one is ${free}.`,
  };
}

/** Where a site is served, as a line that stands apart. */
export function wordServed(address: string): Wording {
  return {
    zh: `\n档案在这里：${address} （按Ctrl-C结束）`,
    en: `\nThe archive is at ${address} (Ctrl-C ends it).`,
  };
}

/** That an install takes a minute. */
export const jiebaCompiling: Wording = {
  zh: "正在编译结巴分词，只要这一次，一分钟左右。",
  en: "Compiling jieba, which cuts Chinese into words: once, about a minute.",
};

/** That an install cannot be completed. */
export const jiebaNotCompiled: Wording = {
  zh: "结巴分词编译不了，原因在上面。编译要有C++编译器、make和Python 3：Debian和Ubuntu请运行 sudo apt-get install g++ make python3，macOS请运行 xcode-select --install，Windows请装Visual Studio生成工具里的“使用C++的桌面开发”和Python。然后再来一次。",
  en: "jieba cannot be compiled; the reason is above. It takes a C++ compiler, make and Python 3: on Debian and Ubuntu sudo apt-get install g++ make python3, on macOS xcode-select --install, on Windows Visual Studio Build Tools with C++ and Python. Then try again.",
};
