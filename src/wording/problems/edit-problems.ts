import type { ByKind } from "../../model/problem.ts";
import type { EditProblems } from "../../model/problem-values.ts";
import type { Wording } from "../interface-words.ts";

/** Why something that was asked on a page of the development server was not written. */
export const editProblems: ByKind<EditProblems, Wording> = {
  "edit-not-from-here": {
    zh: "校订只收这台电脑上的浏览器从这个网站发来的。请在运行npm run dev的电脑上打开它显示的地址。",
    en: "Corrections are taken only from this site in a browser on this machine. Open the address that npm run dev shows, on the machine where it runs.",
  },
  "edit-request-invalid": {
    zh: "发来的内容看不懂，什么都没写。请刷新页面再试。",
    en: "The request cannot be read, and nothing was written. Reload the page and try again.",
  },
  "edit-failed": {
    zh: "没能写进去。原因在npm run dev的窗口里；改好后再试。",
    en: "It could not be written. The reason stands where npm run dev runs; try again when that is put right.",
  },
  "edit-page-outdated": {
    zh: "页面上的文字和文件里的对不上，什么都没写。请刷新页面，再选一次。",
    en: "The page shows another text than the files have, and nothing was written. Reload the page and select again.",
  },
  "edit-without-meant": {
    zh: "没有写改成什么。要去掉几个字，请连旁边的词一起选中，只写留下的。",
    en: "Nothing stands in the place of these words. To take words away, select a word beside them too, and write what stays.",
  },
  "edit-without-speaker": {
    zh: "没有写是谁说的。请选一个人，或者写一个名字。",
    en: "Nobody is named. Choose a person, or write a name.",
  },
  "edit-changes-nothing": ({ text }) => ({
    zh: `“${text}”本来就是这样，什么都没写。请写别的。`,
    en: `“${text}” stands there already, and nothing was written. Write something else.`,
  }),
  "edit-place-unnamed": ({ heard }) => ({
    zh: `corrections.yaml没法单说“${heard}”这一处。请多选几个字，不要跨说话人。`,
    en: `corrections.yaml cannot name “${heard}” in this place. Select a few more words of the same speaker.`,
  }),
  "edit-term-unfit": ({ meant }) => ({
    zh: `“${meant}”有标点，或者太长，不像一个词，没法加进词表到处都改。请只选听错的那个词，或者只改这里。`,
    en: `“${meant}” has punctuation in it, or is too long to be a term of the glossary, so it cannot be corrected everywhere. Select the misheard word alone, or correct it only here.`,
  }),
  "edit-form-usual": ({ heard, meant }) => ({
    zh: `“${heard}”是常见的词，或者太短，到处换成“${meant}”会改错别处。请只改这里，或者用npm run suggest一处处看。`,
    en: `“${heard}” is a usual word, or too short: making it ${meant} everywhere would spoil other places. Correct it only here, or look at each place with npm run suggest.`,
  }),
  "edit-form-claimed": ({ heard, meant }) => ({
    zh: `“${heard}”和词表里别的条目冲突，没法到处换成“${meant}”。请只改这里，或者看看glossary.yaml。`,
    en: `“${heard}” is at odds with another entry of the glossary and cannot become ${meant} everywhere. Correct it only here, or look into glossary.yaml.`,
  }),
  "edit-content-at-fault": ({ file }) => ({
    zh: `${file}里有错，改对以前没法到处都改。请运行npm run check看看，或者只改这里。`,
    en: `${file} has an error; until it is corrected nothing can be changed everywhere. Run npm run check, or correct it only here.`,
  }),
  "edit-speaker-after-unknown": {
    zh: "这段之前不知道是谁在说，所以也写不出后面由谁接着说。请改用“从这里起”。",
    en: "Nobody is known to speak before these words, so nobody can go on after them. Choose “from here on”.",
  },
  "undo-nothing": {
    zh: "没有可撤销的了。npm run dev重新启动以后，之前写的请在文件里改。",
    en: "There is nothing left to undo. What was written before npm run dev was started anew is changed in the files.",
  },
  "undo-not-last": {
    zh: "这一步已经撤销，或者之后又写过别的，所以什么都没动。请再选一次那几个字，看看现在是什么。",
    en: "This has been undone already, or something was written after it; nothing was touched. Select the words again to see what stands there.",
  },
  "undo-file-changed": ({ file }) => ({
    zh: `${file}后来又改过，没有撤销。请在文件里改。`,
    en: `${file} has changed since, so it was not put back. Change it in the file.`,
  }),
};
