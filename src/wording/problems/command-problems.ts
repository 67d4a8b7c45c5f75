import type { ByKind } from "../../model/problem.ts";
import type {
  BuildProblems,
  BuildStep,
  OptionProblems,
  SettingProblems,
} from "../../model/problem-values.ts";
import type { Wording } from "../interface-words.ts";

const steps: Readonly<Record<BuildStep, Wording>> = {
  read: { zh: "读内容", en: "reading the content" },
  cut: { zh: "切词", en: "cutting words" },
  index: { zh: "做索引", en: "indexing" },
  pages: { zh: "做网页", en: "making pages" },
  finish: { zh: "收尾", en: "putting the site together" },
};

/** The sentences about a command's arguments and settings, and about what a build finds beside the content. */
export const commandProblems: ByKind<OptionProblems & SettingProblems & BuildProblems, Wording> = {
  "option-unknown": ({ option, nearest }) => ({
    zh: `没有“${option}”这个选项。${nearest === undefined ? "" : `是不是想写${nearest}？`}`,
    en: `There is no option "${option}".${nearest === undefined ? "" : ` Did you mean ${nearest}?`}`,
  }),
  "option-without-value": ({ option, example }) => ({
    zh: `${option}后面要写值${example === undefined ? "，这里没有写" : `，例如${example}`}。`,
    en: `${option} needs a value${example === undefined ? ". Write it behind" : `. Write it behind, as in ${example}`}.`,
  }),
  "option-with-value": ({ option }) => ({
    zh: `${option}后面不写值。请去掉等号和后面的内容。`,
    en: `${option} takes no value. Leave out the equals sign and what follows it.`,
  }),
  "argument-unexpected": ({ argument }) => ({
    zh: `用不着“${argument}”。请去掉。`,
    en: `"${argument}" has no use here. Leave it out.`,
  }),
  "language-not-spoken": ({ name, given }) => ({
    zh: `${name}写的是“${given}”，这里只会说中文和英文。请写zh或en。`,
    en: `${name} is "${given}", and only Chinese and English are spoken here. Write zh or en.`,
  }),
  "several-content-folders": {
    zh: "写了不止一个内容文件夹。请只写一个。",
    en: "More than one content folder is named. Name one.",
  },
  "port-invalid": ({ given }) => ({
    zh: `端口写的是“${given}”。请写1到65535之间的整数。`,
    en: `The port is "${given}". Write a whole number from 1 to 65535.`,
  }),
  "published-address-invalid": ({ given }) => ({
    zh: `--against写的是“${given}”。请写网站的网址，例如https://example.org/podcast/，或者网站的文件夹。`,
    en: `--against is "${given}". Write the site's address, as in https://example.org/podcast/, or its folder.`,
  }),
  "published-unreachable": ({ address, reason }) => ({
    zh: `连不上${address}（${reason}）。请看看网址有没有写错，网通不通。`,
    en: `${address} cannot be reached (${reason}). Look whether the address is right, and the network there.`,
  }),
  "published-silent": ({ address, seconds }) => ({
    zh: `${address}过了${seconds}秒还没有答完。请过一会儿再试，或者看看网址有没有写错。`,
    en: `${address} did not answer in full within ${seconds} seconds. Try again later, or look whether the address is right.`,
  }),
  "published-refused": ({ address, status }) => ({
    zh: `${address}答的是${status}。请看看网址有没有写错，网站要不要登录。`,
    en: `${address} answers ${status}. Look whether the address is right, and whether the site asks for a login.`,
  }),
  "published-too-large": ({ address, megabytes }) => ({
    zh: `${address}超过${megabytes} MB，没有读完。请看看网址有没有写错。`,
    en: `${address} has more than ${megabytes} MB, so it is not read. Look whether the address is right.`,
  }),
  "published-not-readable": ({ address, expected }) => ({
    zh: `${address}答的不是${expected}，多半是网页。请写这个档案自己的网址，连同它所在的路径。`,
    en: `${address} answers with something that is no ${expected}, a page most likely. Write the address of the archive itself, with its path.`,
  }),
  "published-empty": ({ address }) => ({
    zh: `${address}没有站点地图，也没有节目列表。请写这个档案自己的网址，连同它所在的路径。`,
    en: `${address} has no sitemap and no list of episodes. Write the address of the archive itself, with its path.`,
  }),
  "site-not-named": {
    zh: "没有写是哪个网站。请写构建好的文件夹，例如dist，或者发布了的网址。",
    en: "No site is named. Name the folder of a built one, as in dist, or the address of a published one.",
  },
  "site-not-there": ({ given }) => ({
    zh: `“${given}”不是文件夹，也不是网址。请写构建好的文件夹，例如dist，或者https://开头的网址。`,
    en: `"${given}" is no folder and no address. Name the folder of a built site, as in dist, or an address that begins with https://.`,
  }),
  "site-not-built": ({ folder }) => ({
    zh: `${folder}里没有构建好的网站。请先用 npm run build 构建。`,
    en: `${folder} holds no built site. Build one first with npm run build.`,
  }),
  "two-tasks": ({ options: [one, other] }) => ({
    zh: `${one}和${other}是两件事。请一次只写一个。`,
    en: `${one} and ${other} are two tasks. Give one of them.`,
  }),
  "least-invalid": ({ given }) => ({
    zh: `--least写的是“${given}”。请写0到1之间的数，例如0.5。`,
    en: `--least is "${given}". Write a number from 0 to 1, as in 0.5.`,
  }),
  "task-without-episode": ({ option, example }) => ({
    zh: `${option}一次处理一期。请写明是哪一期，例如${example}。`,
    en: `${option} needs one episode. Name it, as in ${example}.`,
  }),
  "episode-not-there": ({ slug, folder, nearest }) => ({
    zh: `${folder}里没有“${slug}”这一期。${nearest === undefined ? "请写这一期网址里的名字。" : `是不是想写“${nearest}”？`}`,
    en: `There is no episode "${slug}" in ${folder}. ${nearest === undefined ? "Write its name as its address has it." : `Did you mean "${nearest}"?`}`,
  }),
  "episode-without-transcript": ({ slug, folder }) => ({
    zh: `${folder}里没有“${slug}”这一期，或者它的文字稿读不出来。npm run check 会说明哪里不对。`,
    en: `There is no episode "${slug}" in ${folder}, or its transcript cannot be read. npm run check says what is wrong.`,
  }),
  "named-file-unreadable": ({ file, reason, option }) => ({
    zh: `${file}读不出来（${reason}）。请在${option}后面写一个能读的文件。`,
    en: `${file} cannot be read (${reason}). Name a file that can after ${option}.`,
  }),
  "named-file-unwritable": ({ file, reason, option }) => ({
    zh: `${file}写不进去（${reason}）。请在${option}后面写一个能写的文件。`,
    en: `${file} cannot be written (${reason}). Name a file that can after ${option}.`,
  }),
  "named-file-taken": ({ file }) => ({
    zh: `已经有${file}了，没有动它。请换个名字，或者先把它移走。`,
    en: `${file} is there already and stays as it is. Choose another name, or move it away first.`,
  }),
  "review-file-missing": ({ file }) => ({
    zh: `没有${file}这份建议。请先用 npm run suggest 写一份。`,
    en: `There is no review file ${file}. Write one with npm run suggest.`,
  }),
  "terminal-missing": {
    zh: "--ask要在终端里问。请用 npm run suggest 写一份建议，填好以后用--apply生效。",
    en: "--ask needs a terminal. Run npm run suggest for a review file instead, and apply it with --apply.",
  },
  "part-folder-without-part": {
    zh: "--to写的是一块放在哪里，可是没有写哪一块。请用--part写明。",
    en: "--to says where a part goes. Say which with --part.",
  },
  "parts-without-folder": {
    zh: "--parts后面没有写文件夹。请写上--part写出的文件夹。",
    en: "--parts names no folder. Name those that --part has written.",
  },
  "several-parts-at-once": {
    zh: "一次只做一块。--part和--to请各写一次。",
    en: "A build makes one part. Give --part and --to once each.",
  },
  "part-without-folder": {
    zh: "没有写这一块放在哪里。请用--to写明文件夹。",
    en: "--part needs a folder to write to. Name one with --to <folder>.",
  },
  "part-beside-parts": {
    zh: "--part做其中一块，--parts用各块做整个网站。请分两次运行。",
    en: "--part builds a part and --parts a site of parts. Run one after the other.",
  },
  "argument-beside-part": ({ argument }) => ({
    zh: `--part不做网页，用不着“${argument}”。请去掉。`,
    en: `"${argument}" does not go with --part, which makes no pages. Leave it out.`,
  }),
  "part-choice-invalid": ({ given }) => ({
    zh: `看不出“${given}”选的是哪些节目。请写season:2、year:2024、year:2020-2022或list:<文件>。`,
    en: `"${given}" chooses no episodes. Write season:2, year:2024, year:2020-2022 or list:<file>.`,
  }),
  "part-choice-backwards": ({ given, better }) => ({
    zh: `“${given}”前后写反了。请写${better}。`,
    en: `"${given}" ends before it begins. Write ${better}.`,
  }),
  "part-choice-empty": ({ choice, by, known }) => {
    const what = by === "season" ? { zh: "季数", en: "seasons" } : { zh: "年份", en: "years" };
    const advice =
      known === undefined
        ? { zh: `没有一期写了${what.zh}，请换一种选法。`, en: `No episode says its ${by}: choose otherwise.` }
        : {
            zh: `档案里的${what.zh}${known[0] === known[1] ? `只有${known[0]}` : `从${known[0]}到${known[1]}`}。`,
            en: `Its ${known[0] === known[1] ? `only ${by} is ${known[0]}` : `${what.en} are ${known[0]} to ${known[1]}`}.`,
          };
    return {
      zh: `“${choice}”一期也没有选中。${advice.zh}`,
      en: `The archive has no episode of ${choice}. ${advice.en}`,
    };
  },
  "part-list-unreadable": ({ file }) => ({
    zh: `${file}读不出来。请写一个能读的文件，里面一行写一期在网址里的名字。`,
    en: `${file} cannot be read. Name a file with the slug of an episode a line.`,
  }),
  "part-list-empty": ({ file }) => ({
    zh: `${file}里一期也没有列。请一行写一期在网址里的名字。`,
    en: `${file} lists no episode. Write the slug of one on each line.`,
  }),
  "part-folder-is-file": ({ folder }) => ({
    zh: `${folder}不是文件夹。请写一个专门放这一块的文件夹。`,
    en: `${folder} is no folder. Name one for the part alone.`,
  }),
  "part-folder-taken": ({ folder, file }) => ({
    zh: `${folder}里有别的文件（${file}）。请写一个专门放这一块的文件夹。`,
    en: `${folder} holds other files (${file}). Name a folder for the part alone.`,
  }),

  "folder-with-null-byte": ({ name }) => ({
    zh: `${name}里有空字符（U+0000）。请写一个文件夹的路径。`,
    en: `${name} holds a null byte. Give the path of a folder.`,
  }),
  "site-without-address": ({ given }) => ({
    zh: `ARCHIVE_SITE写的是“${given}”，不是网址。请在前面写上https://，例如https://example.org。`,
    en: `ARCHIVE_SITE is "${given}", which is no address. Write it with https:// in front, as in https://example.org.`,
  }),
  "site-with-path": ({ given, origin }) => ({
    zh: `ARCHIVE_SITE写的是“${given}”，除了网站的地址还有别的。请写ARCHIVE_SITE=${origin}，路径写在ARCHIVE_BASE里。`,
    en: `ARCHIVE_SITE is "${given}", which holds more than the site's address. Write ARCHIVE_SITE=${origin} and put the path into ARCHIVE_BASE.`,
  }),
  "base-without-path": ({ given }) => ({
    zh: `ARCHIVE_BASE写的是“${given}”，不是路径。请写档案在网站上的路径，只用文字、数字和-._~+@，例如/archive。`,
    en: `ARCHIVE_BASE is "${given}", which is no path. Write the path of the archive on its site in letters, digits and -._~+@, as in /archive.`,
  }),
  "part-address-invalid": ({ given }) => ({
    zh: `“${given}”里没有浏览器能读文件的地址。请写<文件夹>=https://…或<文件夹>=/…。`,
    en: `The part "${given}" names no address that a browser can read files from. Write <folder>=https://… or <folder>=/….`,
  }),
  "now-invalid": ({ given }) => ({
    zh: `ARCHIVE_NOW写的是“${given}”。请写成2026-12-01T08:00+08:00，或者不写。`,
    en: `ARCHIVE_NOW is "${given}". Write it as 2026-12-01T08:00+08:00, or leave it out.`,
  }),
  "out-folder-taken": ({ folder }) => ({
    zh: `ARCHIVE_OUT写的是“${folder}”，会盖掉那里的文件。请写一个专门放网站的文件夹，例如dist。`,
    en: `ARCHIVE_OUT is "${folder}", which would overwrite what is there. Name a folder for the built site alone, as in dist.`,
  }),

  "part-missing": ({ folder, list }) => ({
    zh: `${folder}不是档案的一块：没有${list}，或者读不出来。请写 npm run build -- --part 写出的文件夹。`,
    en: `${folder} holds no part of an archive: its ${list} is missing or cannot be read. Name a folder that npm run build -- --part has written.`,
  }),
  "part-of-other-program": {
    zh: "这一块是用另一个版本的程序或Node做的，所以没有用。请重做。",
    en: "The part was built by another version of the program or of Node, and is not used. Build it anew.",
  },
  "part-outdated": ({ changed, total, slugs }) => {
    const isMore = changed > slugs.length;
    const own = total === 1 ? "its episode" : `its ${total} episodes`;
    return {
      zh: `这一块的${total}期里，有${changed}期后来改过（${slugs.join("、")}${isMore ? "等" : ""}），没有从这里取。`,
      en: `${changed} of ${own} changed since it was built (${slugs.join(", ")}${isMore ? " …" : ""}), so what it holds of them is not taken.`,
    };
  },
  "shard-damaged": {
    zh: "这里的索引坏了，里面的节目重新做了索引。",
    en: "The index here is damaged; what it holds is indexed anew.",
  },
  "cached-file-changed": ({ path }) => ({
    zh: `构建的时候，${path}被改动了。请重新构建。`,
    en: `${path} was changed while the site was built. Build it again.`,
  }),
  "cached-file-unreadable": ({ path }) => ({
    zh: `${path}写好以后读不回来。请看看磁盘是不是满了。`,
    en: `${path} cannot be read back. Look whether the disk is full.`,
  }),
  "output-in-use": ({ folder, lock, pid, host }) => {
    const zh = [...(host === undefined ? [] : [`在${host}上`]), ...(pid === undefined ? [] : [`进程${pid}`])];
    const en = [
      ...(pid === undefined ? [] : [`process ${pid}`]),
      ...(host === undefined ? [] : [`on ${host}`]),
    ];
    return {
      zh: `另一次构建正在写${folder}${zh.length === 0 ? "" : `（${zh.join("，")}）`}。请等它结束，或者给这一次另写一个文件夹。要是那里早就没有构建了，请删掉${lock}。`,
      en: `Another build is writing ${folder}${en.length === 0 ? "" : ` (${en.join(" ")})`}. Wait until it is done, or name another folder for this one. If no build is running there, delete ${lock}.`,
    };
  },
  "disk-full": ({ path }) => ({
    zh: `磁盘满了，${path}写不下。请在那个磁盘上腾出空间，再构建一次。写了一半的已经清掉，上次的网站没有动。`,
    en: `The disk is full: ${path} cannot be written. Make room on its disk, and build again. What was half written is removed, and the last site is as it was.`,
  }),
  "process-ended-early": ({ step, status, signal }) => {
    const { zh, en } = steps[step];
    // What V8 ends with at its own limit; a shell says it as a status.
    if (signal === "SIGABRT" || status === 134)
      return {
        zh: `${zh}的时候，Node给自己定的内存上限到了，进程停了。请设NODE_OPTIONS=--max-old-space-size=8192（单位MB，按机器的内存写）再构建，或者用--part分块构建。`,
        en: `A process reached the limit that Node sets to its memory, while ${en}. Build again with NODE_OPTIONS=--max-old-space-size=8192 (megabytes, as many as the machine has to spare), or in parts with --part.`,
      };
    if (signal === "SIGKILL")
      return {
        zh: `${zh}的时候，进程被强行结束了（SIGKILL），多半是系统内存不够。请关掉别的程序再构建，或者用--part分块构建；在容器里请多给它内存。`,
        en: `A process was killed while ${en} (SIGKILL): the system's memory was probably short. Close other programs and build again, or build in parts with --part; give a container more memory.`,
      };
    const how = signal ?? status;
    return {
      zh: `${zh}的时候，进程中途停了${how === undefined ? "" : `（${signal === undefined ? "状态" : ""}${how}）`}。多半是内存不够：请关掉别的程序，再构建一次。`,
      en: `A process ended early${how === undefined ? "" : ` (${signal === undefined ? "status " : ""}${how})`} while ${en}. Memory was probably short: close other programs, and build again.`,
    };
  },
  "pagefind-not-started": ({ reason }) => ({
    zh: `Pagefind启动不了（程序原话：${reason}）。请运行 npm install 再试。`,
    en: `Pagefind does not start (${reason}). Run npm install, and try again.`,
  }),
  "script-not-of-the-frame": ({ script }) => ({
    zh: `这一页里有一段别的网页没有的脚本（${script}），网站的安全策略不会放行。改过程序的话，请把脚本放进单独的文件或BaseLayout.astro；没改过，就请报告这个错误。`,
    en: `The page holds a script that other pages do not (${script}), and the site's policy would not let it run. If you changed the program, put the script into a file of its own or into BaseLayout.astro; if not, please report this.`,
  }),
};
