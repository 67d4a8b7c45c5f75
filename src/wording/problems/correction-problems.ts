import type { ByKind } from "../../model/problem.ts";
import type { CorrectionProblems, SuggestionProblems } from "../../model/problem-values.ts";
import type { Wording } from "../interface-words.ts";

/** The sentences about corrections and chapters that do not fit the transcript, and about what commands do to them. */
export const correctionProblems: ByKind<CorrectionProblems & SuggestionProblems, Wording> = {
  "transcript-without-speech": {
    zh: "文字稿里一句话也没有。请删掉这一条。",
    en: "The transcript holds no speech. Delete the entry.",
  },
  "transcript-without-times": {
    zh: "文字稿里没有时间。请改写行号（line）。",
    en: "The transcript has no times. Give the line instead.",
  },
  "line-after-speech": ({ line, last }) => ({
    zh: `文字稿的第${line}行没有说话的内容，它说到第${last}行为止。请改正行号。`,
    en: `The transcript has no speech in line ${line}; it ends in line ${last}. Correct the line.`,
  }),
  "line-without-speech": ({ line, next }) => ({
    zh: `文字稿的第${line}行没有说话的内容，下一处在第${next}行。请改正行号。`,
    en: `Line ${line} of the transcript holds no speech; the next that does is ${next}. Correct the line.`,
  }),
  "time-before-speech": ({ time, first }) => ({
    zh: `文字稿从${first}开始，${time}还没有人说话。请把时间写晚一些，或者改写行号。`,
    en: `The transcript begins at ${first}, after ${time}. Give a later time, or the line.`,
  }),
  "words-not-in-place": ({ words, place, reads, lines }) => {
    const isLine = "line" in place;
    const where = isLine
      ? { zh: `文字稿的第${place.line}行`, en: `Line ${place.line}` }
      : { zh: `文字稿的${place.time}处`, en: `${place.time} of the transcript` };
    const advice =
      lines.length > 0
        ? {
            zh: `它在第${lines.join("、")}行：请改正${isLine ? "行号" : "时间"}，或者删掉这一条。`,
            en: `It stands in line ${lines.join(", ")}: correct the ${isLine ? "line" : "time"}, or delete the entry.`,
          }
        : {
            zh: "请从文字稿里原样复制这几个字，或者删掉这一条。",
            en: "Copy the words from the transcript file as they stand there, or delete the entry.",
          };
    return {
      zh: `${where.zh}没有“${words}”，那里写的是“${reads}”。${advice.zh}`,
      en: `${where.en} does not hold “${words}”; it reads “${reads}”. ${advice.en}`,
    };
  },
  "nth-too-high": ({ heard, nth, count, line }) => ({
    zh: `文字稿的${line === undefined ? "这个时间" : `第${line}行`}里，“${heard}”只有${count}处，没有nth: ${nth}这一处。请改正nth，或者删掉这一条。`,
    en: `${line === undefined ? "At this time" : `In line ${line}`} “${heard}” stands ${count === 1 ? "once" : `${count} times`}, so there is no nth: ${nth}. Correct nth, or delete the entry.`,
  }),
  "place-decided-twice": ({ heard, decidedIn }) => ({
    zh: `“${heard}”这一处，本文件的第${decidedIn}行已经有了决定。请删掉其中一条，或者合成一条，或者用nth:写明各指哪一处。`,
    en: `Line ${decidedIn} of this file already decides about the place of “${heard}”. Delete one of the two entries, join them to one, or say with nth: which place each means.`,
  }),
  "turns-begin-together": ({ speaker, otherSpeaker, otherLine }) => ({
    zh: `从这里起是${speaker}在说，可是第${otherLine}行写着从同一处起是${otherSpeaker}在说。请删掉其中一条，或者用from:写明各从哪几个字开始。`,
    en: `This turn to ${speaker} begins where the turn of line ${otherLine} to ${otherSpeaker} begins. Delete one of the two, or say with from: where each begins.`,
  }),
  "form-claimed-twice": ({ heard, claims }) => {
    const zh = claims.map(({ term, line }) => `“${term}”（第${line}行）`).join("和");
    const en = claims.map(({ term, line }) => `${term} (line ${line})`).join(" and ");
    return {
      zh: `这里的“${heard}”，词表里${zh}都认作自己。请在corrections.yaml里给这一处写一条replace或keep，或者在词表里换别的near词。`,
      en: `Two terms of the glossary claim ${heard} here: ${en}. Give this place a replace or keep entry in corrections.yaml, or choose other near words in the glossary.`,
    };
  },
  "chapter-after-end": ({ title, start, end }) => ({
    zh: `章节“${title}”从${start}开始，可是这一期在${end}就结束了，所以没有列出来。请改正时间，或者删掉这一章。`,
    en: `The chapter “${title}” begins at ${start}, after the episode's end at ${end}. It is left out; correct its time, or delete it.`,
  }),
  "chapter-after-speech": ({ title, line, last }) => ({
    zh: `章节“${title}”从第${line}行开始，可是文字稿说到第${last}行为止。请改正行号。`,
    en: `The chapter “${title}” begins in line ${line}, but the transcript's last line with speech is ${last}. Correct the line.`,
  }),
  "chapter-words-not-in-line": ({ title, words, line, reads }) => ({
    zh: `章节“${title}”从“${words}”开始，可是第${line}行里没有；那一行的开头是“${reads}…”。请从文字稿里原样复制，或者去掉from。`,
    en: `The chapter “${title}” begins with “${words}”, which does not stand in line ${line}; that line begins “${reads}…”. Copy the words from the transcript file, or leave out from.`,
  }),

  "review-place-invalid": ({ at }) => ({
    zh: `“at”写的是“${at}”。请写哪一期和文字稿的第几行，例如deepseek-r1:6或deepseek-r1:6#2。`,
    en: `"at" is "${at}". Write the episode and the line of its transcript, as in deepseek-r1:6 or deepseek-r1:6#2.`,
  }),
  "decision-of-unknown-episode": ({ slug }) => ({
    zh: `没有“${slug}”这一期。请改正名字，或者删掉这一处。`,
    en: `There is no episode "${slug}". Correct its name, or delete the place.`,
  }),
  "decision-words-not-in-line": ({ slug, line, heard }) => ({
    zh: `${slug}的第${line}行没有“${heard}”。请用 npm run suggest 重新写一份建议。`,
    en: `Line ${line} of ${slug} does not hold “${heard}”. Run npm run suggest for a new review file.`,
  }),
  "decision-made-already": ({ slug, line, heard }) => ({
    zh: `${slug}第${line}行的“${heard}”已经决定过了。请删掉这一处。`,
    en: `“${heard}” in line ${line} of ${slug} is decided already. Delete the place.`,
  }),
  "decisions-overlap": ({ slug, line, heard }) => ({
    zh: `${slug}第${line}行的“${heard}”和上面决定的一处重叠。请删掉其中一处。`,
    en: `“${heard}” in line ${line} of ${slug} overlaps a place decided above. Delete one of the two.`,
  }),
  "entry-shares-line": {
    zh: "这一条和别的条目写在同一行。请让corrections.yaml里的每一条各占一行。",
    en: "An entry stands on one line with others. Give each entry of corrections.yaml its own line.",
  },
  "change-not-expressible": ({ heard, meant }) => ({
    zh: `改好的稿子里，“${heard}”是“${meant}”；这一处跨了说话人，或者只是多了几个字，校订写不出来。请自己改。`,
    en: `“${heard}” is “${meant}” in the copy, which runs over a change of speaker or adds words alone. Correct it by hand.`,
  }),
  "correction-on-other-words": ({ entry }) => ({
    zh: `新的文字稿在这里听成了别的；这条校订照样用在那里，只是把握小了些。请看一眼。（${entry}）`,
    en: `The new transcript hears something else in this place; the correction holds for it, less sure. Look at it. (${entry})`,
  }),
  "correction-not-needed": ({ entry }) => ({
    zh: `新的文字稿已经写对了，这条校订留作注释。（${entry}）`,
    en: `The new transcript says what was meant; the correction is left as a comment. (${entry})`,
  }),
  "correction-without-place": ({ entry }) => ({
    zh: `在新的文字稿里找不到它的位置，所以留作注释。请自己放到该在的地方，或者删掉。（${entry}）`,
    en: `Its place is not to be found in the new transcript; it is left as a comment. Place it by hand, or delete it. (${entry})`,
  }),
  "listed-episode-unknown": ({ slug, nearest }) => ({
    zh: `档案里没有“${slug}”这一期，或者它还是草稿。${nearest === undefined ? "请写一个有的名字，或者删掉这一行。" : `是不是想写“${nearest}”？`}`,
    en: `The archive has no episode "${slug}", or it is a draft. ${nearest === undefined ? "Write a slug that there is, or delete the line." : `Did you mean "${nearest}"?`}`,
  }),
};
