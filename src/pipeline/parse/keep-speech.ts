import type { Cue } from "../../model/cue.ts";
import type { CutText } from "../../model/transcript.ts";
import type { CutReason } from "../../model/transcript-facts.ts";
import { isUnspaced, joinTexts } from "../../text/join-text.ts";
import type { IsKept } from "./find-kept.ts";
import { dropTags, hasEngineTag } from "./sound-tags.ts";

// Lines that tools sign with, and what recognisers write over silence because their training texts end so.
const credit = new RegExp(
  [
    String.raw`^(?:transcribed|transcription|transcript|subtitles?|subtitled|captions?|captioned|translated|generated)(?: and \w+)? (?:by|with|using)\b.{0,80}$`,
    String.raw`^.{0,30}\b(?:otter\.ai|amara\.org|rev\.com|descript\.com|turboscribe\.ai|notta\.ai)\b.{0,40}$`,
    "^请不吝点赞.{0,12}订阅.{0,40}$|^請不吝點贊.{0,12}訂閱.{0,40}$|明镜与点点栏目|明鏡與點點欄目",
    String.raw`^(?:中文)?字幕\s?(?:(?:志愿者|志願者)\s?\S{1,12}|by\s?\S{1,20}|(?:制作|製作|提供|组|組|翻译|翻譯)?\s?[:：]\s?\S{1,20}|由\S{1,20}(?:提供|制作|製作))$`,
    "^(?:本(?:文|文稿|文字稿|字幕|转写|纪要|记录)|以上(?:内容|文字)|(?:全文|文字稿|文字记录)).{0,4}由.{1,30}(?:转写|轉寫|生成|识别|識別|提供|整理|听写)(?:，.{0,30})?。?$",
    String.raw`^transcription ended after [\d:]{4,8}$|^this editable transcript was computer generated\b.{0,160}$`,
    String.raw`^优优独播剧场.{0,30}$|^词曲\s?李宗盛$|^作词[・·]?作曲[・·]?编曲.{0,20}$`,
  ].join("|"),
  "i",
);

/** What is also said by people, and is taken for a recogniser's only where it is repeated. */
const farewell =
  /^(?:谢谢(?:大家|您的|你的)?(?:观看|收看|收听|聆听)?|謝謝(?:大家|您的|你的)?(?:觀看|收看|收聽|聆聽)?|感谢(?:观看|收看)|thanks? (?:you )?for watching|ご視聴ありがとうございました)[。！!.]?$/i;

// Chosen: a person may say the same four words twice running, hardly three times in three cues.
const loopLength = 3;
const loopCharacters = 4;

/**
 * Keeps speech and what is none apart, for cues of every format: tags of sounds and engines, credits, what a
 * recogniser says again and again, the second language of bilingual captions. What is cut is listed with its line.
 * What the owner keeps stays, with all that was taken for no speech for the same reason: the other times of a
 * repetition, the other lines of its language.
 */
export function keepSpeech(
  cues: readonly Cue[],
  isKept: IsKept = () => false,
): { cues: Cue[]; cut: CutText[] } {
  const cut: CutText[] = [];
  const add = (reason: CutReason, line: number, text: string): void => {
    cut.push({ reason, line, text: text.trim() });
  };
  const isBilingual = tellBilingual(cues) && !cues.some((cue) => hasKeptLanguage(cue, isKept));
  const hasSigns = cues.some(({ text }) => hasEngineTag(text));
  const kept = cues.flatMap((cue): Cue[] => {
    let rows = listRows(cue).map(({ line, text }) => ({
      line,
      text: dropTags(text, hasSigns, (reason, tag) => {
        if (isKept(line, tag)) return false;
        add(reason, line, tag);
        return true;
      }),
    }));
    const only = rows.length === 1 ? (rows[0] as Row) : undefined;
    if (only !== undefined && isCredit(only.text) && !isKept(only.line, only.text)) {
      add("tool-credit", only.line, only.text);
      return [];
    }
    if (isBilingual) rows = parseLanguages(rows, (row) => add("other-language", row.line, row.text));
    return joinRows(cue, rows);
  });
  return { cues: dropLoops(kept, isKept, add), cut: cut.sort((a, b) => a.line - b.line) };
}

interface Row {
  readonly line: number;
  readonly text: string;
}

function listRows({ text, line }: Cue): Row[] {
  return text.split("\n").map((own, index) => ({ line: line + index, text: own }));
}

function isCredit(text: string): boolean {
  return text.length <= 200 && credit.test(text.trim());
}

function hasKeptLanguage(cue: Cue, isKept: IsKept): boolean {
  let isFound = false;
  parseLanguages(listRows(cue), ({ line, text }) => {
    isFound ||= isKept(line, text);
  });
  return isFound;
}

/** The cue with what is left of its lines; none where nothing is. Where a line stood its break stays. */
function joinRows(cue: Cue, rows: readonly Row[]): Cue[] {
  const from = rows.findIndex(({ text }) => text.trim() !== "");
  if (from === -1) return [];
  const text = rows
    .slice(from)
    .map((row) => (cue.startTime === undefined ? row.text : joinBreaks(row.text)))
    .join("\n")
    .trim();
  return text === "" ? [] : [{ ...cue, text, line: cue.line + from }];
}

/** \N and \h of ASS come into other captions by converters: a break that the file has not, and a space. */
function joinBreaks(text: string): string {
  return text.includes("\\") ? joinTexts(text.replaceAll("\\h", " ").split("\\N")).text : text;
}

/** Takes out cues that say the same as those before them: all of a farewell that is repeated, else all but the first. */
function dropLoops(
  cues: readonly Cue[],
  isKept: IsKept,
  add: (reason: CutReason, line: number, text: string) => void,
): Cue[] {
  const kept: Cue[] = [];
  for (let from = 0; from < cues.length; ) {
    const first = cues[from] as Cue;
    let to = from + 1;
    while (cues[to]?.text === first.text && cues[to]?.speaker === first.speaker) to += 1;
    const isFarewell = to - from > 1 && farewell.test(first.text);
    const isLoop =
      to - from >= loopLength && [...first.text].length >= loopCharacters && first.startTime !== undefined;
    const counted = isFarewell && isLoop ? 0 : isLoop ? 1 : to - from;
    const isSaid = cues.slice(from + counted, to).some(({ line, text }) => isKept(line, text));
    const spoken = isSaid ? to - from : counted;
    for (const [index, cue] of cues.slice(from, to).entries()) {
      if (index < spoken) kept.push(cue);
      else add(isFarewell ? "tool-credit" : "repetition", cue.line, cue.text);
    }
    from = to;
  }
  return kept;
}

/** Chosen: a caption with a quotation in another language is none. */
const bilingualShare = 0.6;

/** Whether most cues say the same in two languages, one below the other and always in the same order. */
function tellBilingual(cues: readonly Cue[]): boolean {
  const firsts = cues.flatMap(({ text, startTime }) =>
    startTime === undefined ? [] : (readTwoLanguages(text) ?? []),
  );
  const unspaced = firsts.filter((first) => first === "unspaced").length;
  return firsts.length >= 2 && Math.max(unspaced, firsts.length - unspaced) >= cues.length * bilingualShare;
}

/**
 * The first language of a cue whose lines are first all of one and then all of another; undefined for any other cue. A
 * line of names and terms (MoE, GPT-4o) is no language of its own: the spaced one has small words.
 */
function readTwoLanguages(text: string): Language | undefined {
  const rows = text.split(/\n|\\N/).filter((row) => row.trim() !== "");
  const languages = rows.map(tellLanguage);
  const change = languages.findIndex((own) => own !== languages[0]);
  const isParted =
    change > 0 &&
    !languages.includes(undefined) &&
    languages.slice(change).every((own) => own !== languages[0]);
  const spaced = rows.filter((_, index) => languages[index] === "spaced").join(" ");
  return isParted &&
    /(?<!\p{L})\p{Ll}{2,}(?!\p{L}).*(?<!\p{L})\p{Ll}{2,}(?!\p{L})/u.test(spaced.slice(0, 400))
    ? languages[0]
    : undefined;
}

type Language = "unspaced" | "spaced";

/** A line with any Han is Chinese with English words in it; one without is the other language. */
function tellLanguage(row: string): Language | undefined {
  if ([...row].some((character) => /\p{L}/u.test(character) && isUnspaced(character))) return "unspaced";
  return /\p{L}/u.test(row) ? "spaced" : undefined;
}

/** Only the lines of the language that comes first; the others go to `onOther`. */
function parseLanguages(rows: readonly Row[], onOther: (row: Row) => void): Row[] {
  const parts = rows.flatMap(({ line, text }) => text.split("\\N").map((own) => ({ line, text: own })));
  const first = parts.map(({ text }) => tellLanguage(text)).find((own) => own !== undefined);
  const kept = parts.map((part) => {
    const own = tellLanguage(part.text);
    if (own === undefined || own === first) return part;
    onOther(part);
    return { ...part, text: "" };
  });
  // What stood on one line of the file goes back onto one.
  return rows.map(({ line }) => ({
    line,
    text: joinTexts(kept.filter((part) => part.line === line).map(({ text }) => text)).text,
  }));
}
