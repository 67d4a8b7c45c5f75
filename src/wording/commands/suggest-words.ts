import { type ByKind, chooseByKind } from "../../model/problem.ts";
import type { Reason, ReasonValues } from "../../model/report.ts";
import { formatCount } from "../../text/format-count.ts";
import type { Wording } from "../interface-words.ts";
import { countOf } from "./command-words.ts";

/** What `npm run suggest -- --help` shows. */
export const suggestHelp: Wording = {
  zh: `npm run suggest [-- <选项>] [<哪一期> …]

找出可能听错的地方，再把你的决定写到该写的文件里。文字稿从不改动。

  （不写选项）         写一份建议，最有把握的在前：在里面写yes、here或no，然后用--apply
  --apply              让建议里写下的决定生效：处处都对的写进glossary.yaml，只在那几处对的写进
                       corrections.yaml，原样就对的在那里记作“keep”
  --ask                改在终端里一个个问，按一个键就是一个决定，可以撤回
  --from <改好的稿子>  从改好的一期里学：用什么编辑器改的都行，纯文本、Markdown、VTT或SRT，分段和标点随意
  --refit              一期换了新识别的文字稿以后，把它的校订、说话人和章节搬到新的位置；
                       旧的文字稿从仓库的历史里找

  --dry-run            只显示会改什么，什么也不写
  --least <0到1>       只建议至少有这么大把握的；不写就是0.3
  --file <文件>        建议写在哪个文件；不写就是suggestions.yaml
  --old <文件>         仓库里没有旧的文字稿时，给--refit用
  --force              建议里有还没生效的决定，也照样重写
  --by <名字>          记下是谁决定的
  --content <文件夹>   不写就用ARCHIVE_CONTENT，再不然用content
  --lang zh|en         用哪种语言说和写；不写就用ARCHIVE_LANG，再不然跟着节目的语言
  <哪一期>             只看这几期，写它在网址里的名字；不写就全看
  --help               显示这些

退出状态：0 做好了，1 内容有问题，2 命令写得不对。`,
  en: `npm run suggest [-- <options>] [<episode> …]

Finds what was probably misheard, and puts your decisions where they belong. The transcripts are never changed.

  (no option)          writes a review file, best suggestions first: write yes, here or no into it, then --apply
  --apply              applies the decisions of the review file: to glossary.yaml what holds everywhere, to
                       corrections.yaml what holds only there, as "keep" what is right as it stands
  --ask                asks in the terminal instead, one key a decision, with undo
  --from <copy>        learns from a copy of one episode that somebody corrected in any editor: plain text, Markdown,
                       VTT or SRT, its paragraphs and punctuation as they like
  --refit              after a new recognition has replaced one episode's transcript: moves its corrections, turns
                       and chapters to their new places, by the old transcript in the repository's history

  --dry-run            shows what would change and writes nothing
  --least <0 to 1>     suggests only what is at least so sure; 0.3 where absent
  --file <file>        the review file; suggestions.yaml where absent
  --old <file>         the old transcript for --refit, where no repository has it
  --force              writes a new review file over one that holds decisions
  --by <name>          writes down who decided
  --content <folder>   else ARCHIVE_CONTENT, else content
  --lang zh|en         the language it speaks and writes; else ARCHIVE_LANG, else that of the show
  <episode>            looks only at these; all where absent
  --help               shows this

Exit status: 0 done, 1 the content is at fault, 2 the command line is at fault.`,
};

/** The fixed words of `npm run suggest`. */
export const suggestWords = {
  nothingToSuggest: { zh: "没有要建议的。", en: "There is nothing to suggest." },
  nothingApplied: { zh: "什么也没有生效。", en: "Nothing was applied." },
  nothingDecided: {
    zh: "一个也没有决定，什么也没有改。",
    en: "Nothing was decided, and nothing changed.",
  },
  contentAtFault: {
    zh: "什么也没有做。请先改好内容；npm run check 会列出同样的问题。",
    en: "Nothing was done. Mend the content first; npm run check shows the same.",
  },
  /** What is done at the moment; `wordEpisodeOf` follows. */
  looking: { zh: "正在找听错的地方：", en: "Looking for what was misheard: " },
  /** Written before entries of corrections.yaml that a new transcript leaves as comments. */
  entryDone: { zh: "新的文字稿已经写对", en: "right in the new transcript" },
  entryLost: { zh: "在新的文字稿里找不到位置", en: "no place in the new transcript" },
} as const satisfies Record<string, Wording>;

/** The head of a review file: how one decides. */
export const reviewHead: Wording = {
  zh: `# 在“decide:”后面写yes、here或no：写在一种写法下面管它的每一处，写在某一处后面只管那一处；拿不准的先空着。
#   yes   就是这样，哪里都是：稳妥的写进glossary.yaml，不稳妥的写进corrections.yaml
#   here  只有这几处是这样：写进corrections.yaml
#   no    原样就对：记下来，以后不再问
# “meant”可以改。写好以后运行 npm run suggest -- --apply（加上--dry-run先看看会改什么）`,
  en: `# Write yes, here or no after "decide:", for all places of a form or for one of them; leave the rest for later.
#   yes   so it is, wherever it stands: into the glossary where that is safe, else into corrections.yaml
#   here  so it is in these places only: into corrections.yaml
#   no    right as it stands: it is kept, and never asked again
# "meant" may be changed. Then: npm run suggest -- --apply   (--dry-run shows what would change)`,
};

/** Why a place is thought to be misheard, in one sentence. */
export function wordReason(reason: Reason): Wording {
  return chooseByKind(reasonWords, reason);
}

type LikeName = ReasonValues["sounds-like-name"];

const soundWords: Record<LikeName["sound"], (name: string, english: string) => Wording> = {
  same: (name, english) => ({ zh: `听起来和${name}一样`, en: `sounds the same as ${english}` }),
  near: (name, english) => ({ zh: `听起来很像${name}`, en: `sounds much like ${english}` }),
  far: (name, english) => ({ zh: `听起来有点像${name}`, en: `sounds somewhat like ${english}` }),
};

const rarityWords: Record<LikeName["word"], Wording> = {
  unknown: { zh: "不是常用的词", en: "is no usual word" },
  rare: { zh: "在这里是少见的词", en: "is a rare word here" },
  usual: { zh: "是常用的词", en: "is a usual word" },
};

const contextWords: Record<LikeName["spokenOf"], (owner: string) => Wording> = {
  here: (owner) => ({ zh: `旁边正说到${owner}`, en: `${owner} is spoken of just here` }),
  "minutes-away": (owner) => ({
    zh: `前后几分钟里说到${owner}`,
    en: `${owner} is spoken of some minutes away`,
  }),
  nowhere: (owner) => ({ zh: `前后没有说到${owner}`, en: `${owner} is not spoken of around it` }),
};

const reasonWords: ByKind<ReasonValues, Wording> = {
  "sounds-like-name": ({ name, owner, sound, word, spokenOf }) => {
    const isOwn = name === owner;
    const like = soundWords[sound](isOwn ? name : `${name}（${owner}）`, isOwn ? name : `${name} (${owner})`);
    const rarity = rarityWords[word];
    const context = contextWords[spokenOf](owner);
    return {
      zh: `${like.zh}，${rarity.zh}，${context.zh}。`,
      en: `It ${like.en}, ${rarity.en}, and ${context.en}.`,
    };
  },
  "sounds-like-usual-form": ({ form, count }) => ({
    zh: `听起来和${form}一样，${form}在档案里有${formatCount(count)}处，而这个写法词典里没有。`,
    en: `It sounds the same as ${form}, which stands ${count === 1 ? "once" : `${formatCount(count)} times`} in the archive, and no dictionary knows it.`,
  }),
  "spelt-otherwise": ({ name }) => ({ zh: `应该写作${name}。`, en: `It is written ${name}.` }),
};

/** Which of the episodes is looked at. */
export function wordEpisodeOf(number: number, total: number): Wording {
  return { zh: `第${number}期，共${formatCount(total)}期`, en: `episode ${number} of ${formatCount(total)}` };
}

/** What a review file holds that was just written. `file` is its name. */
export function wordReviewWritten(file: string, forms: number, places: number): Wording {
  return {
    zh: `${file}: ${formatCount(forms)}种写法，共${formatCount(places)}处。请在里面写下决定，然后运行 npm run suggest -- --apply`,
    en: `${file}: ${countOf(forms, "form")} in ${countOf(places, "place")}. Decide there, then run npm run suggest -- --apply.`,
  };
}

export function wordDecisionsWaiting(file: string, count: number): Wording {
  const are = count === 1 ? "that is" : "that are";
  return {
    zh: `${file}: 里面有${formatCount(count)}个决定还没有生效。请先运行 npm run suggest -- --apply，不要这些决定就用--force。`,
    en: `${file}: This review file holds ${countOf(count, "decision")} ${are} not applied. Run npm run suggest -- --apply first, or throw them away with --force.`,
  };
}

export function wordUndecided(file: string): Wording {
  return {
    zh: `${file}: 还没有写下决定。请在“decide:”后面写yes、here或no。`,
    en: `${file}: Nothing is decided yet. Write yes, here or no after "decide:".`,
  };
}

/** Where decisions went. Counts of entries. */
export function wordApplied(
  { glossary, corrections, kept }: { glossary: number; corrections: number; kept: number },
  isDryRun: boolean,
): Wording {
  return {
    zh: `${isDryRun ? "将会生效" : "已经生效"}：词表${formatCount(glossary)}条，校订${formatCount(corrections)}条，照原样留下${formatCount(kept)}条。`,
    en: `${isDryRun ? "Would be applied" : "Applied"}: ${formatCount(glossary)} to the glossary, ${formatCount(corrections)} to corrections, ${formatCount(kept)} kept as they stand.`,
  };
}

/** What was learned from a corrected copy, and what was not. Counts of entries and places. */
export function wordLearned(
  counts: {
    readonly glossary: number;
    readonly corrections: number;
    /** Places that differ by punctuation and the like. */
    readonly ignored: number;
    readonly corrected: number;
    readonly unplaced: number;
  },
  isDryRun: boolean,
): Wording {
  const { glossary, corrections, ignored, corrected, unplaced } = counts;
  return {
    zh: `${isDryRun ? "将会学到" : "学到了"}：词表${formatCount(glossary)}条，校订${formatCount(corrections)}条。没有动的：只差标点、空格或大小写的${formatCount(ignored)}处，已经校订过的${formatCount(corrected)}处，校订写不出来的${unplaced}处。`,
    en: `${isDryRun ? "Would be learned" : "Learned"}: ${formatCount(glossary)} to the glossary, ${formatCount(corrections)} to corrections. Left alone: ${countOf(ignored, "place")} where only punctuation, spaces or the case of letters differ, ${formatCount(corrected)} that are corrected already, ${unplaced} that no correction can express.`,
  };
}

export function wordMissingTerms(terms: readonly string[]): Wording {
  return {
    zh: `改了不止一次，词表里却没有的：${terms.join("、")}。`,
    en: `Corrected more than once, and no term of the glossary: ${terms.join(", ")}.`,
  };
}

/** That a copy has too little in common with the episode. `share` is from 0 to 1. */
export function wordOtherCopy(file: string, slug: string, share: number): Wording {
  const percent = Math.round(share * 100);
  return {
    zh: `${file}: ${slug}的字词，这份稿子里只有${percent}%，像是另一期的。什么也没有写。`,
    en: `${file}: Only ${percent} % of the words of ${slug} stand in this copy, so it seems to be of another episode. Nothing was written.`,
  };
}

/** The same of a new transcript. */
export function wordOtherTranscript(file: string, share: number): Wording {
  const percent = Math.round(share * 100);
  return {
    zh: `${file}: 旧文字稿的字词，新的里面只有${percent}%，像是另一期的。什么也没有写。`,
    en: `${file}: Only ${percent} % of the old words stand in the new transcript, so it seems to be of another episode. Nothing was written.`,
  };
}

export function wordOldMissing(folder: string): Wording {
  return {
    zh: `${folder}: 仓库的历史里找不到这些校订对着的旧文字稿。请用--old <文件>写明。`,
    en: `${folder}: The transcript that the corrections were made for is not in the repository's history. Name it with --old <file>.`,
  };
}

/** By which old transcript entries were moved, and what became of them. */
export function wordRefitted(
  old: { readonly fileName: string; readonly version?: string },
  counts: Readonly<Record<"moved" | "changed" | "done" | "lost", number>>,
  isDryRun: boolean,
): Wording {
  const { moved, changed, done, lost } = counts;
  const { fileName, version } = old;
  const by =
    version === undefined
      ? { zh: fileName, en: fileName }
      : { zh: `仓库里的版本${version}`, en: `version ${version} of the repository` };
  return {
    zh: `${isDryRun ? "将会照" : "照"}${by.zh}搬好：字词没变的${formatCount(moved)}条，字词变了的${formatCount(changed)}条。留作注释：新的文字稿已经写对的${formatCount(done)}条，找不到位置的${formatCount(lost)}条。`,
    en: `${isDryRun ? "Would be placed" : "Placed"} by ${by.en}: ${formatCount(moved)} as they were, ${formatCount(changed)} on other words. Left as comments: ${formatCount(done)} that are right in the new transcript, ${formatCount(lost)} without a place.`,
  };
}

/** The question about one heard form. `sure` is from 0 to 1. */
export function wordQuestion(question: {
  readonly heard: string;
  readonly meant: string;
  readonly sure: number;
  /** Which of how many, from 1. */
  readonly number: number;
  readonly total: number;
}): Wording {
  const { heard, meant, sure, number, total } = question;
  const percent = Math.round(sure * 100);
  return {
    zh: `第${number}个，共${formatCount(total)}个：${heard} → ${meant}？（${percent}%把握）`,
    en: `${number} of ${formatCount(total)}: ${heard} → ${meant}? (${percent} %)`,
  };
}

/** Places that are not shown before a question. */
export function wordHiddenPlaces(count: number): Wording {
  return { zh: `还有${formatCount(count)}处`, en: `and ${formatCount(count)} more` };
}

/** What can be answered. */
export const answerWords = {
  yesEverywhere: { zh: "是，哪里都是", en: "yes, wherever it stands" },
  yes: { zh: "是", en: "yes" },
  onlyThese: { zh: "是，但只是这几处", en: "yes, but only in these places" },
  onlyHere: { zh: "是，但只是这一处", en: "yes, but only here" },
  no: { zh: "不是，原样就对", en: "no, it is right as it stands" },
  each: { zh: "一处一处地问", en: "ask for each place" },
  skip: { zh: "跳过，以后再说", en: "skip, decide later" },
  undo: { zh: "撤回上一个回答", en: "undo the last answer" },
  stop: {
    zh: "到此为止（Ctrl-C也行），让已经决定的生效",
    en: "stop (Ctrl-C too), and apply what is decided",
  },
} as const satisfies Record<string, Wording>;
