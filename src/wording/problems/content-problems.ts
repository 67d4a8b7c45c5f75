import type { ByKind } from "../../model/problem.ts";
import type {
  EpisodeProblems,
  FeedLack,
  FileProblems,
  GlossaryProblems,
  MovedProblems,
  PeopleProblems,
  ShowProblems,
  VariantProblems,
} from "../../model/problem-values.ts";
import type { Wording } from "../interface-words.ts";
import { quoteText } from "./field-problems.ts";

type ContentProblems = FileProblems &
  EpisodeProblems &
  GlossaryProblems &
  PeopleProblems &
  VariantProblems &
  MovedProblems &
  ShowProblems;

/** The sentences about files and folders, episodes, the glossary, people and the show. */
export const contentProblems: ByKind<ContentProblems, Wording> = {
  "file-forbidden": {
    zh: "没有读这个文件的权限。请给自己加上。",
    en: "The file may not be read. Give yourself the right to read it.",
  },
  "file-is-folder": {
    zh: "这是文件夹，而这里要的是文件。请给文件夹改个名字。",
    en: "This is a folder, and a file is needed here. Rename the folder.",
  },
  "file-not-plain": {
    zh: "这不是普通的文件（是管道或设备），不会读取。请换成文件，或者移走。",
    en: "This is a pipe or a device and no plain file, so it is not read. Put a file in its place, or take it away.",
  },
  "file-outside-content": {
    zh: "这个链接通到内容文件夹外面，不会读取。请把文件本身放进来。",
    en: "The link leads out of the content folder, so it is not read. Put the file itself in its place.",
  },
  "link-broken": {
    zh: "这个链接指向的文件不存在。请把文件本身放进来，或者删掉链接。",
    en: "The link leads to nothing. Put the file itself in its place, or delete the link.",
  },
  "file-too-large": ({ megabytes, most }) => ({
    zh: `文件有${megabytes} MB，最多读${most} MB。请看看放错了没有，或者分成几份。`,
    en: `The file has ${megabytes} MB, and at most ${most} MB are read. Is it the right file? Else make it smaller.`,
  }),
  "file-unreadable": ({ reason }) => ({
    zh: `这个文件读不出来（${reason}）。请看看它是不是这个磁盘上的普通文件。`,
    en: `The file cannot be read (${reason}). Look whether it is a plain file on this disk.`,
  }),
  "file-not-utf8": {
    zh: "文件不是UTF-8编码。请另存为UTF-8。",
    en: "The file is not in UTF-8. Save it as UTF-8.",
  },
  "file-name-misspelt": ({ meant }) => ({
    zh: `不会读取这个名字的文件。请改名为${meant}，或者移到别处。`,
    en: `A file of this name is not read. Rename it to ${meant}, or move it away.`,
  }),
  "folder-unreadable": ({ reason }) => ({
    zh: `这个文件夹读不出来（${reason}）。请看看它的权限。`,
    en: `The folder cannot be read (${reason}). Look at its rights.`,
  }),
  "content-folder-missing": {
    zh: "没有这个文件夹。请建好它，放进show.yaml和文件夹episodes，或者用ARCHIVE_CONTENT写另一个。",
    en: "There is no such folder. Create it with a show.yaml and a folder episodes, or name another one with ARCHIVE_CONTENT.",
  },

  "no-episodes": {
    zh: "还没有节目。请在这里给第一期建一个文件夹，放进episode.md和文字稿。",
    en: "There are no episodes yet. Make a folder for the first one here, with an episode.md and a transcript.",
  },
  "file-outside-episodes": {
    zh: "这个文件不在任何一期的文件夹里，不会读取。请移进某一期，或者移到别处。",
    en: "A file that stands in no episode's folder is not read. Move it into one, or away.",
  },
  "folder-without-episode": {
    zh: "文件夹里没有episode.md，也没有文字稿，所以不算一期。请补上，或者把文件夹移走。",
    en: "The folder holds no episode.md and no transcript, so it is no episode. Add them, or move it away.",
  },
  "folder-name-without-letters": {
    zh: "文件夹的名字就是这一期的网址，可是里面没有字母、汉字或数字。请改个名字。",
    en: "The folder's name holds no letter and no digit, and becomes the episode's address. Rename it.",
  },
  "folders-share-address": ({ folder, other, slug }) => ({
    zh: `文件夹“${other}”和“${folder}”的网址都是/episodes/${slug}/。请给其中一个改名。`,
    en: `The folders "${other}" and "${folder}" have the same address, /episodes/${slug}/. Rename one of them.`,
  }),
  "episode-file-missing": {
    zh: "没有episode.md。请建一个，在两行三个连字符（---）之间写上“title”和“date”。",
    en: 'There is no episode.md. Create it with "title" and "date" between two lines of three hyphens (---).',
  },
  "episode-file-empty": {
    zh: "文件是空的。请在两行三个连字符（---）之间写上“title”和“date”。",
    en: 'The file is empty. Write "title" and "date" between two lines of three hyphens (---).',
  },
  "front-matter-missing": {
    zh: "文件不是以一行三个连字符（---）开头的。请在节目介绍前面，把“title”和“date”放在两行这样的连字符之间。",
    en: 'The file does not begin with a line of three hyphens (---). Put "title" and "date" between two such lines, before the notes.',
  },
  "front-matter-unended": {
    zh: "开头的期信息没有写完：少了收尾的一行三个连字符（---）。请写在节目介绍前面。",
    en: "The line of three hyphens (---) that ends the front matter is missing. Write it before the notes.",
  },
  "notes-too-long": ({ length, longest }) => ({
    zh: `节目介绍有${length}个字符，最多显示${longest}个。请写短一些；节目里说的话放在文字稿里。`,
    en: `The show notes have ${length} characters, and at most ${longest} are shown. Shorten them; what was said belongs into the transcript.`,
  }),
  "notes-grow": ({ longest }) => ({
    zh: `节目介绍排出来会超过${longest}个字符。请看看是不是有上百列的表格、没有结束的标签或引用了几百次的脚注，改小一些。`,
    en: `The show notes would become a page of more than ${longest} characters. Look for a table of hundreds of columns, tags that are not closed or a footnote that is used hundreds of times, and make it smaller.`,
  }),
  "picture-not-shown": ({ address }) => ({
    zh: `节目介绍里的图片“${address}”不是https://开头的网址，不会显示。请改成https://。`,
    en: `The picture "${address}" of the show notes has no address of https://, so it is not shown. Write its address with https://.`,
  }),
  "note-link-dead": ({ address, nearest }) => ({
    zh: `节目介绍里的链接“${address}”在网站上没有这一页。${nearest === undefined ? "" : `是不是想写“${nearest}”？`}请改成现在有的一页；原来有、后来搬走的，写进moved.yaml。`,
    en: `The link "${address}" of the show notes leads to no page of the site. ${nearest === undefined ? "" : `Did you mean "${nearest}"? `}Write one that is there, or say in moved.yaml where the page is now.`,
  }),
  "notes-unreadable": ({ reason }) => ({
    zh: `节目介绍读不出来（程序原话：${reason}）。请看看是不是有成千上万个括号或引用套在一起。`,
    en: `The show notes cannot be read (${reason}). Look for thousands of brackets or quotes inside each other.`,
  }),
  "audio-is-page": ({ address }) => {
    const { zh, en } = quoteText(address);
    return {
      zh: `“audio”写的是${zh}，这是一个网页，不是声音文件，播放不了。请换成声音文件的网址，没有就删掉这一行；网页可以写到“links”里。`,
      en: `The audio is ${en}, which is a page and no sound file, so it cannot be played. Write the address of the sound, or take the line out; a page may stand under "links".`,
    };
  },
  "audio-missing": ({ audio }) => ({
    zh: `“audio”写的是“${audio}”，可是文件夹里没有这个文件。请放进来，或者写网址。`,
    en: `The audio is "${audio}", and there is no such file in the folder. Put it there, or write its address.`,
  }),
  "person-unknown": ({ name, nearest }) => ({
    zh: `people.yaml里没有“${name}”。是不是“${nearest}”？不是的话不用管：照这个名字显示，没有他的网页。`,
    en: `There is no "${name}" in people.yaml. Did you mean "${nearest}"? If not, leave it: the name is shown as it stands, without a page.`,
  }),
  "label-not-in-transcript": ({ label, labels }) => {
    const rest =
      labels.length === 0
        ? {
            zh: "文字稿没有写说话人；谁在说话，请写在corrections.yaml的“turns”里。",
            en: 'It names no speakers; say who speaks in corrections.yaml under "turns".',
          }
        : { zh: `那里的标签有${labels.join("、")}。`, en: `Its labels are ${labels.join(", ")}.` };
    return {
      zh: `文字稿里没有“${label}”这个标签。${rest.zh}`,
      en: `The label "${label}" stands nowhere in the transcript. ${rest.en}`,
    };
  },
  "transcript-missing": ({ endings }) => ({
    zh: `还没有文字稿，所以这一期先不进网站。有了就放进这个文件夹，叫什么名字都行（.${endings.join("、.")}等都能读）。`,
    en: `There is no transcript yet, so the site leaves this episode out. When there is one, put it into this folder, under any name (.${endings.join(", .")} are read, and more).`,
  }),
  "transcripts-missing": ({ episodes, endings }) => ({
    zh: `${episodes.length}期还没有文字稿，先不进网站：${listSome(episodes, "、", "等")}。有了就放进各自的文件夹，叫什么名字都行（.${endings.join("、.")}等都能读），或者用 npm run import。`,
    en: `${episodes.length} episodes have no transcript yet, so the site leaves them out: ${listSome(episodes, ", ", ", and more")}. When there is one, put it into the episode's folder, under any name (.${endings.join(", .")} are read, and more), or use npm run import.`,
  }),
  "not-in-feed": ({ lack, episodes }) => {
    const { zh, en } = lacks[lack];
    const one = episodes.length === 1;
    return {
      zh: `${one ? "这一期" : `${episodes.length}期`}不在RSS里${one ? "" : `（${listSome(episodes, "、", "等")}）`}：${zh}。`,
      en: `${one ? "The episode is" : `${episodes.length} episodes are`} not in the feed${one ? "" : ` (${listSome(episodes, ", ", ", and more")})`}: ${en}.`,
    };
  },
  "several-transcripts": ({ names }) => ({
    zh: `这里有${names.length}份文字稿（${names.join("、")}），说的话不一样，而只读一份。请把要读的那份改名为transcript（扩展名不变），或者把别的移走。`,
    en: `There are ${names.length} transcripts (${names.join(", ")}) with other words in each, and exactly one is read. Name the right one transcript (with its own ending), or move the others away.`,
  }),
  "several-times-files": ({ names }) => ({
    zh: `这里有${names.length}个提供时间的文件（${names.join("、")}），而只读一个。请留下最好的，把别的移走。`,
    en: `There are ${names.length} files of times (${names.join(", ")}), and exactly one is read. Keep the best one here, and move the others away.`,
  }),
  "transcript-chosen": ({ others }) => ({
    zh: `读的是这份文字稿，它写得最全（逐字时间、说话人、时间）；${others.join("、")}说的是同样的话，没有读。要读那一份，请把这份移走。`,
    en: `This transcript is read, as it says most (times of words, speakers, times). ${others.join(", ")} ${others.length === 1 ? "has" : "have"} the same words and ${others.length === 1 ? "is" : "are"} not read; to have it read, move this one away.`,
  }),
  "two-chapter-files": {
    zh: "chapters.json和chapters.yaml都在，而只读一个。请删掉另一个。",
    en: "There are chapters.json and chapters.yaml, and one of them is read. Delete the other.",
  },
  "topic-without-letters": ({ topic }) => ({
    zh: `话题“${topic}”的名字就是它的网址，可是里面没有字母、汉字或数字。请换个名字。`,
    en: `The topic "${topic}" holds no letter and no digit, and becomes its address. Give it another name.`,
  }),
  "topics-share-address": ({ topic, other, slug }) => ({
    zh: `话题“${other}”和“${topic}”的网址都是/topics/${slug}/。请统一成一种写法，或者在glossary.yaml里给其中一个写一条，带上自己的“slug”。`,
    en: `The topics "${other}" and "${topic}" have the same address, /topics/${slug}/. Write both in one way, or make one of them a term of glossary.yaml with a "slug" of its own.`,
  }),

  "term-twice": ({ term, line }) => ({
    zh: `第${line}行已经有“${term}”了。请合成一条。`,
    en: `The term "${term}" stands in line ${line} already. Make one entry of the two.`,
  }),
  "term-address-invalid": ({ term, slug, better }) => ({
    zh: `“${term}”的网址会是“${slug}”，而网址里只能有文字、数字、-和_，最多180字节。${better === undefined ? "请加上用字母写的“slug”" : `请写slug: ${better}`}。`,
    en: `The address of "${term}" would be "${slug}", and only letters, digits, - and _ can stand in one, 180 bytes at most. ${better === undefined ? 'Add a "slug" of letters' : `Write slug: ${better}`}.`,
  }),
  "terms-share-address": ({ term, other, slug }) => ({
    zh: `“${other}”和“${term}”的网址都是/terms/${slug}/。请给其中一个写上自己的“slug”，例如slug: cpp。`,
    en: `The terms "${other}" and "${term}" have the same address, /terms/${slug}/. Give one of them a "slug" of its own, as in slug: cpp.`,
  }),
  "name-twice-in-term": ({ name, term }) => ({
    zh: `“${term}”的几种说法里，“${name}”写了两次。请删掉一个。`,
    en: `"${name}" stands twice among the names of "${term}". Delete one.`,
  }),
  "variant-alone": {
    zh: "这一组只有一个名字。请再写一个，比如[英伟达, Nvidia]，或者删掉这一行。",
    en: "This group has one name. Write another one beside it, as in [英伟达, Nvidia], or delete the line.",
  },
  "variant-twice": ({ name, same }) => ({
    zh: `“${name}”和同一组的“${same}”搜起来是同一个词。请删掉一个。`,
    en: `"${name}" is the same to the search as "${same}" in the same group. Delete one.`,
  }),
  "variant-without-letters": ({ name }) => ({
    zh: `“${name}”里没有字母、汉字或数字，搜不到。请改掉，或者删掉。`,
    en: `"${name}" holds no letter and no digit, so it cannot be found. Change or delete it.`,
  }),
  "name-is-own-term": ({ name, term, line }) => ({
    zh: `“${name}”在这里是“${term}”的另一种说法，在第${line}行又自成一条，这样就有了两页。请合成一条。`,
    en: `"${name}" is another name of "${term}" here and a term of its own in line ${line}, so its page stands twice. Make one entry of the two.`,
  }),
  "heard-is-right": ({ form, term }) => ({
    zh: `“${form}”是“${term}”的正确写法，不能又是听错的写法。请从这里删掉。`,
    en: `"${form}" is a right name of "${term}" and cannot be what was heard for it. Delete it here.`,
  }),
  "heard-is-right-elsewhere": ({ form, term, other, line }) => ({
    zh: `“${form}”是“${other}”（第${line}行）的正确写法，这样写会处处改成“${term}”。请写明在哪些词附近才改：{ form: ${form}, near: […] }。`,
    en: `"${form}" is a right name of "${other}" (line ${line}) and would become "${term}" everywhere. Say near which words: { form: ${form}, near: […] }.`,
  }),
  "heard-twice-in-term": ({ form, term }) => ({
    zh: `“${form}”在“${term}”下面写了两次。请合成一个。`,
    en: `"${form}" stands twice under "${term}". Make one of the two.`,
  }),
  "heard-for-two-terms": ({ form, term, other, line }) => ({
    zh: `“${form}”在“${other}”（第${line}行）和“${term}”下面都算听错的写法。请给两处都加上“near”：{ form: ${form}, near: […] }。`,
    en: `"${form}" is heard for "${other}" (line ${line}) and for "${term}". Give both a "near": { form: ${form}, near: […] }.`,
  }),
  "term-of-no-episode": ({ term }) => ({
    zh: `没有一期说到“${term}”，所以它没有页面。如果它是别的节目的，请删掉这一条；如果以后会说到，就留着。`,
    en: `No episode says "${term}", so it has no page. Delete the entry if it is another show's; keep it if it is yet to be said.`,
  }),

  "people-share-address": ({ id, other, slug }) => ({
    zh: `代号“${other}”和“${id}”的网址都是/people/${slug}/。请改掉其中一个。`,
    en: `The ids "${other}" and "${id}" have the same address, /people/${slug}/. Change one of them.`,
  }),
  "person-id-without-letters": ({ id }) => ({
    zh: `代号“${id}”就是这个人的网址，可是里面没有字母、汉字或数字。请用字母写。`,
    en: `The id "${id}" holds no letter and no digit, and becomes the person's address. Write letters.`,
  }),
  "name-of-two-people": ({ name, id, other }) => ({
    zh: `“${name}”既是“${other}”的名字，又是“${id}”的，所以文字稿里的标签“${name}”会算作${other}。请给其中一个人换个名字，或者在各期里用“speakers”写明。`,
    en: `"${name}" is a name of "${other}" and of "${id}", so a transcript's label "${name}" goes to ${other}. Give one of them another name, or use "speakers" in the episodes.`,
  }),
  "person-of-no-episode": ({ id }) => ({
    zh: `没有一期里有“${id}”，所以这个人没有页面。请写进那一期的“people”或“speakers”；如果是别的节目的人，就删掉这一条。`,
    en: `No episode names "${id}", so the person has no page. Name them in an episode under "people" or "speakers", or delete the entry if they are of another show.`,
  }),

  "moved-address-elsewhere": ({ address }) => ({
    zh: `“${address}”不在这个网站里。请写这个网站里的网址，从第一个斜线写起，例如/topics/蒸馏/。`,
    en: `"${address}" is no address of this site. Write one that is, from its first slash on, as in /topics/distillation/.`,
  }),
  "moved-from-no-page": ({ address }) => ({
    zh: `“${address}”不是一页的网址，没有办法带着读者走。旧网址请写成/topics/蒸馏/这样，不带“?”和“#”，也不是文件或首页。`,
    en: `"${address}" is not the address of a page that could lead on. Write the old address as in /topics/distillation/: without ? and #, and neither a file nor the home page.`,
  }),
  "moved-page-is-there": ({ address }) => ({
    zh: `“${address}”这一页现在就有，不能又搬走。请删掉这一行，或者改成真正的旧网址。`,
    en: `There is a page at "${address}", so it cannot have moved. Delete the line, or write the address that is old.`,
  }),
  "moved-twice": ({ address, other, line }) => ({
    zh: `“${address}”和第${line}行的“${other}”是同一个网址。请删掉一行。`,
    en: `"${address}" is the same address as "${other}" in line ${line}. Delete one of the lines.`,
  }),
  "moved-in-circle": ({ address }) => ({
    zh: `从“${address}”一路走下去，会回到原处。请把最后一步改成现在有的一页，或者gone。`,
    en: `From "${address}" one is led round in a circle. Let the last step lead to a page that is there, or write gone.`,
  }),
  "moved-target-missing": ({ address, nearest }) => ({
    zh: `没有“${address}”这一页。${nearest === undefined ? "请写现在有的一页，或者gone。" : `是不是想写“${nearest}”？请写现在有的一页，或者gone。`}`,
    en: `There is no page at "${address}". ${nearest === undefined ? "" : `Did you mean "${nearest}"? `}Write one that is there, or gone.`,
  }),

  "show-file-missing": {
    zh: "没有show.yaml。请建一个，写上节目的“title”“description”“language”和“author”。",
    en: 'There is no show.yaml. Create it with "title", "description", "language" and "author" of the show.',
  },
  "show-file-empty": {
    zh: "文件是空的。请写上节目的“title”“description”“language”和“author”。",
    en: 'The file is empty. Write "title", "description", "language" and "author" of the show.',
  },
  "cover-unreadable": ({ reason }) => ({
    zh: `这张封面读不出来（程序原话：${reason}）。请另存为JPEG或PNG。`,
    en: `The cover cannot be read as an image (${reason}). Save it anew as JPEG or PNG.`,
  }),
  "cover-missing": ({ cover }) => ({
    zh: `“cover”写的是“${cover}”，可是内容文件夹里没有这个文件。请放进来，或者写网址。`,
    en: `The cover is "${cover}", and there is no such file in the content folder. Put it there, or write its address.`,
  }),
  "accent-unquoted": ({ colour }) => ({
    zh: `YAML里没有引号的#后面都算注释，所以颜色没有读到。请加上引号：accent: "${colour}"。`,
    en: `YAML takes what follows an unquoted # for a remark, so no colour is read. Put it in quotes: accent: "${colour}".`,
  }),
  "accent-unreadable": ({ themes, better }) => {
    const key = `accent: { light: "${better.light}", dark: "${better.dark}" }`;
    const zh = themes.map(
      ({ theme, given, contrast, used }) =>
        `${given}在${theme === "light" ? "浅色" : "深色"}页面上的对比度是${showContrast(contrast)}，要${LEAST}才看得清，那里改用${used}`,
    );
    const en = themes.map(
      ({ theme, given, contrast, used }) =>
        `on ${theme} pages ${given} has a contrast of ${showContrast(contrast)}, and ${LEAST} is needed to read it: ${used} is used there`,
    );
    const [first = "", ...rest] = en;
    return {
      zh: `${zh.join("；")}。就用它，或者想自己定，请写明：${key}。`,
      en: `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join("; ")}. To keep that, or to choose yourself, write ${key}.`,
    };
  },
  "feed-without-categories": {
    zh: "节目自己的RSS（primary: true）没有分类，Apple Podcasts这样的目录不收。要给目录用，就写上categories。",
    en: "The show's own feed (primary: true) has no category, and directories such as Apple Podcasts refuse it. Add categories if it is for them.",
  },
  "repository-host-unknown": ({ repository }) => ({
    zh: `“repository”写的是“${repository}”，看不出是哪种代码托管网站。请写那个网站上显示内容文件夹的网址（…/tree/main/content、…/-/tree/main/content或…/src/branch/main/content）；在那之前，各段文字旁边没有“指正”。`,
    en: `The repository is "${repository}", and it does not say which kind of host that is. Write the address at which the host shows the content folder (…/tree/main/content, …/-/tree/main/content or …/src/branch/main/content); until then no passage offers to suggest a fix.`,
  }),
};

/** The first of many names. */
function listSome(names: readonly string[], separator: string, more: string): string {
  const most = 20;
  return `${names.slice(0, most).join(separator)}${names.length > most ? more : ""}`;
}

const LEAST = 4.5;

/** Rounded down: what is below the least never looks like it. */
function showContrast(contrast: number): string {
  return (Math.floor(contrast * 10) / 10).toFixed(1);
}

/** What an episode lacks for the feed, and what to do. */
const lacks: Readonly<Record<FeedLack, Wording>> = {
  day: {
    zh: "date里没有写到哪一天。知道的话，写成2025-03-05这样",
    en: "the date names no day. Write it like 2025-03-05 if it is known",
  },
  audio: {
    zh: "没有录音。有的话，写上audio",
    en: "there is no recording. Add audio if there is one",
  },
  bytes: {
    zh: "没有写录音文件有多大。写成audio: { url: …, bytes: 字节数 }，原来的RSS里有（enclosure的length）",
    en: "nothing says how large the recording is. Write audio: { url: …, bytes: … }; the show's feed has it (the length of the enclosure)",
  },
  type: {
    zh: "从录音的地址看不出是什么文件。写成audio: { url: …, bytes: …, type: audio/mpeg }",
    en: "the recording's address does not say what kind of file it is. Write audio: { url: …, bytes: …, type: audio/mpeg }",
  },
  guid: {
    zh: "guid和更新的一期相同，播客程序只会留下一期。请改成原来RSS里各自的guid",
    en: "a newer episode has the same guid, and apps would keep one of the two. Write the guid that each has in the show's feed",
  },
};
