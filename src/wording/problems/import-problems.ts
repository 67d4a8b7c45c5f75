import type { ByKind } from "../../model/problem.ts";
import type { ImportProblems } from "../../model/problem-values.ts";
import type { Wording } from "../interface-words.ts";
import { quoteText } from "./field-problems.ts";

/** The sentences about what import, new and speakers are given, and about what is fetched. */
export const importProblems: ByKind<ImportProblems, Wording> = {
  "import-without-source": {
    zh: "没有写要导入什么。请写播客的RSS地址、文件夹或文件，例如npm run import -- https://example.org/feed.xml。",
    en: "Nothing to import is named. Name a feed's address, a folder or files, as in npm run import -- https://example.org/feed.xml.",
  },
  "import-source-missing": ({ name }) => ({
    zh: `没有${quoteText(name).zh}这个文件或文件夹。请看看路径有没有写错；网址要以https://开头。`,
    en: `There is no file or folder ${quoteText(name).en}. Look whether the path is right; an address begins with https://.`,
  }),
  "import-source-inside": ({ name }) => ({
    zh: `${quoteText(name).zh}就是档案自己的文件夹，或者在它里面。请写放着你的文件的那一个。`,
    en: `${quoteText(name).en} is the archive's own folder, or in it. Name the one that holds your files.`,
  }),
  "import-source-empty": ({ name }) => ({
    zh: `文件夹${quoteText(name).zh}里没有文件。请写放文字稿的那一个。`,
    en: `There are no files in ${quoteText(name).en}. Name the folder that holds the transcripts.`,
  }),
  "import-without-answers": {
    zh: "这里不是终端，没法问。请加上--yes（有把握的照做，别的列出来），或者--dry-run（只看看）。",
    en: "There is no terminal to ask in. Add --yes (does what is sure, lists the rest) or --dry-run (only shows it).",
  },
  "show-not-begun": ({ folder }) => ({
    zh: `${folder}里还没有档案，给的东西也没有说节目叫什么、谁做的、什么语言。请先运行 npm run new -- --show。`,
    en: `There is no archive in ${folder} yet, and nothing says what the show is called, who makes it and in which language. Run npm run new -- --show first.`,
  }),
  "show-there-already": ({ file }) => ({
    zh: `已经有${file}了。请直接改它，或者用--content写另一个文件夹。`,
    en: `There is ${file} already. Edit it, or name another folder with --content.`,
  }),
  "show-without": ({ option }) => ({
    zh: `还缺${option}，这里不是终端，没法问。请写上，例如${option} ${option === "--language" ? "zh-CN" : "名字"}。`,
    en: `${option} is missing, and there is no terminal to ask in. Give it, as in ${option} ${option === "--language" ? "en" : "name"}.`,
  }),
  "language-tag-invalid": ({ given }) => ({
    zh: `--language写的是${quoteText(given).zh}。请写语言的代码，例如zh-CN、zh-TW或en。`,
    en: `--language is ${quoteText(given).en}. Write a language tag, as in zh-CN, zh-TW or en.`,
  }),
  "date-invalid": ({ given }) => ({
    zh: `--date写的是${quoteText(given).zh}。请写成2025-03-05、2025-03或2025。`,
    en: `--date is ${quoteText(given).en}. Write it as 2025-03-05, 2025-03 or 2025.`,
  }),
  "number-invalid": ({ given }) => ({
    zh: `写的是${quoteText(given).zh}，要的是一个大于0的整数，例如12。`,
    en: `${quoteText(given).en} is no whole number above 0. Write one, as in 12.`,
  }),
  "examples-folder-taken": ({ folder }) => ({
    zh: `已经有${folder}了，示例没有移过去。请先把那个文件夹移走。`,
    en: `There is ${folder} already, so the example was not moved there. Move that folder away first.`,
  }),
  "title-missing": {
    zh: '没有写标题。请写成npm run new -- "标题"；从空的档案开始写npm run new -- --show。',
    en: 'There is no title. Write npm run new -- "title", or npm run new -- --show for an empty archive.',
  },
  "episode-there-already": ({ folder }) => ({
    zh: `已经有${folder}了。请用--slug写另一个名字。`,
    en: `There is ${folder} already. Give another name with --slug.`,
  }),
  "label-not-there": ({ label, labels }) => ({
    zh: `文字稿里没有${quoteText(label).zh}这个标签。${labels.length === 0 ? "它没有写谁在说话。" : `那里有：${labels.join("、")}。`}`,
    en: `The transcript has no label ${quoteText(label).en}. ${labels.length === 0 ? "It does not say who speaks." : `Its labels are ${labels.join(", ")}.`}`,
  }),
  "label-without-name": ({ argument }) => ({
    zh: `${quoteText(argument).zh}等号的一边是空的。请写成发言人1=林晚。`,
    en: `${quoteText(argument).en} has nothing on one side of its equals sign. Write "Speaker 1=Lin Wan".`,
  }),
  "feed-not-rss": ({ name }) => ({
    zh: `${name}不是播客的RSS。请写RSS的地址：托管平台的后台里有，一般以.xml或/rss结尾。`,
    en: `${name} is no podcast's feed. Give the address of the RSS: the host shows it, and it often ends in .xml or /rss.`,
  }),
  "feed-cut-off": ({ name }) => ({
    zh: `${name}这个RSS没有写完，后面缺了一截。请过一会儿再取一次，或者换一份完整的。`,
    en: `The feed ${name} ends too soon: a part of it is missing. Fetch it again later, or use a whole copy.`,
  }),
  "feed-unreadable": ({ name }) => ({
    zh: `${name}这个RSS读不出来：它的XML写得不对。请告诉托管平台，或者先用文件夹导入。`,
    en: `The feed ${name} cannot be read: its XML is broken. Tell its host, or import a folder instead.`,
  }),
  "fetched-page": ({ address }) => ({
    zh: `${address}给的是一个网页，不是文件。请看看地址有没有写错，要不要登录。`,
    en: `${address} gives a web page and no file. Look whether the address is right, and whether it asks for a login.`,
  }),
  "fetched-not-web": ({ address }) => ({
    zh: `${quoteText(address).zh}不是http或https的网址，不去取。`,
    en: `${quoteText(address).en} is no address of http or https, so it is not fetched.`,
  }),
  "fetched-local": ({ address }) => ({
    zh: `${quoteText(address).zh}是这台机器或它的网络里的地址，外面的RSS不该写它，不去取。`,
    en: `${quoteText(address).en} is on this machine or its network, where a feed from elsewhere has no business, so it is not fetched.`,
  }),
  "fetched-host-away": ({ address, host }) => ({
    zh: `${host}刚才一直不答，没有再去取${address}。请过一会儿再来一次。`,
    en: `${host} did not answer before, so ${address} was not asked for. Run this again later.`,
  }),
  "fetched-in-part": ({ address }) => ({
    zh: `${address}答到一半就断了。请过一会儿再试。`,
    en: `${address} broke off before its end. Try again in a while.`,
  }),
  "fetched-in-circle": ({ address, most }) => ({
    zh: `${address}转了${most}次还没有到头。请看看地址有没有写错。`,
    en: `${address} leads on more than ${most} times. Look whether the address is right.`,
  }),
};
