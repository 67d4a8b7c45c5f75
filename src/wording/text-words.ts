import { formatCount } from "../text/format-count.ts";
import { chooseNumber, type Wording } from "./interface-words.ts";

// Apart from the other words, because the browser loads these.

/** How the texts of an archive came to be: a show says where it was not by a machine. */
export type TextOrigin = "machine" | "people";

export function chooseOrigin({ machine }: { readonly machine?: boolean }): TextOrigin {
  return machine === false ? "people" : "machine";
}

/** What is said otherwise of what a machine heard than of what people typed. */
export const originWords = {
  machine: {
    correctedWords: {
      zh: "带点线的词改过（点线可以在阅读设置里关掉），点一下或停在上面，可以看到机器原来写的。",
      en: "Words with a dotted line (which the reading settings can hide) were corrected; touch one or rest on it to see what the machine wrote.",
    },
    wordsHeard: { zh: "机器原文", en: "As heard" },
    showingHeard: { zh: "现在是机器原文", en: "This is the text as heard" },
    showHeard: { zh: "看机器原文", en: "Show as heard" },
    heardHere: { zh: "机器听成", en: "Heard as" },
    unclearHere: {
      zh: "机器多半听错了，说的是什么认不出来，照原样留着。",
      en: "Probably misheard by the machine; what was said cannot be told, so it stands as it was.",
    },
    /** Of a term: what its entry says, whether it is so here or not. */
    heardAs: { zh: "机器会听成", en: "Machines may hear" },
    heardFile: { zh: "机器原稿", en: "As heard" },
    noteHeard: {
      zh: "文字由机器听写，这里是校订前的原样。",
      en: "Text made by a machine, as it was before it was corrected.",
    },
  },
  people: {
    correctedWords: {
      zh: "带点线的词改过（点线可以在阅读设置里关掉），点一下或停在上面，可以看到原稿写的。",
      en: "Words with a dotted line (which the reading settings can hide) were corrected; touch one or rest on it to see what was typed.",
    },
    wordsHeard: { zh: "原稿", en: "As typed" },
    showingHeard: { zh: "现在是原稿", en: "This is the text as typed" },
    showHeard: { zh: "看原稿", en: "Show as typed" },
    heardHere: { zh: "原稿写作", en: "Typed as" },
    unclearHere: {
      zh: "原稿多半写错了，说的是什么认不出来，照原样留着。",
      en: "Probably typed wrong; what was said cannot be told, so it stands as it was.",
    },
    heardAs: { zh: "有时误写成", en: "Sometimes typed as" },
    heardFile: { zh: "原稿", en: "As typed" },
    noteHeard: {
      zh: "文字由人工听写，这里是校订前的原样。",
      en: "Text typed by people, as it was before it was corrected.",
    },
  },
} as const satisfies Record<TextOrigin, Record<string, Wording>>;

/** How a text was made, and in how many places it was corrected, in a line. */
export function wordOrigin(origin: TextOrigin, corrections: number): Wording {
  const { zh, en } = wordMade(origin, corrections);
  return {
    zh: `${zh}。`,
    en: `${origin === "machine" ? "Text made by a machine" : "Text typed by people"}${en}.`,
  };
}

/** The same, and what holds where it differs from the recording. */
export function wordOriginAtLength(origin: TextOrigin, corrections: number): Wording {
  const { zh, en } = wordMade(origin, corrections);
  const made = origin === "machine" ? "The text was made by a machine" : "The text was typed by people";
  return {
    zh: `${zh}；与录音不同之处，以录音为准。`,
    en: `${made}${en}; where it differs from the recording, the recording is right.`,
  };
}

function wordMade(origin: TextOrigin, corrections: number): Wording {
  const zh = origin === "machine" ? "文字由机器听写" : "文字由人工听写";
  return corrections === 0
    ? { zh, en: "" }
    : {
        zh: `${zh}，校订了${formatCount(corrections)}处`,
        en: `, ${chooseNumber(corrections, "place", "places")} corrected`,
      };
}

/** What is heard, or typed, for a name that the search box offers. */
export function wordHeardForm(origin: TextOrigin, form: string): Wording {
  return origin === "machine"
    ? { zh: `听成“${form}”`, en: `heard as “${form}”` }
    : { zh: `误写成“${form}”`, en: `typed as “${form}”` };
}

/** What was heard, or typed, where a corrected word stands. */
export function wordHeardFor(origin: TextOrigin, meant: string, heard: string): Wording {
  return origin === "machine"
    ? { zh: `“${meant}”机器听成“${heard}”`, en: `“${meant}” was heard as “${heard}”` }
    : { zh: `“${meant}”原稿写作“${heard}”`, en: `“${meant}” was typed as “${heard}”` };
}
