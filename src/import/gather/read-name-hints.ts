import { readPartialDate } from "../../model/schema/read-date.ts";
import { readNumbering } from "../../search/names/read-numbering.ts";

/** What a file's name says of its episode. */
export interface NameHints {
  readonly number?: number;
  readonly season?: number;
  /** Whether the number is surely one of an episode: it has a word with it (ep12, 第12期), or is the whole name. */
  readonly isNumberNamed: boolean;
  readonly date?: string;
  /** The name without endings, number, date and what tools add; may be empty. */
  readonly title: string;
  /** The name without its endings, as it is. */
  readonly stem: string;
}

const datePattern = /(?<!\d)(20\d\d|19\d\d)\s*[-_./年]?\s*(\d\d?)\s*[-_./月]?\s*(\d\d?)\s*日?(?!\d)/;
const noise =
  /(?:(?<![a-z])(?:transcripts?|subtitles?|captions?|final|clean|edited|export(?:ed)?|copy|audio|recording|whisperx?|funasr|otter|zh(?:[-_](?:cn|tw|hans|hant))?|cn|en|v\d+)(?![a-z])|字幕|文字稿|逐字稿|转写(?:结果)?|轉寫|录音|錄音|原文|终稿|终版|定稿|导出|副本|通义听悟|听悟|飞书妙记)/giu;
const endings = /(?:\.(?:[a-z][a-z0-9]{1,4}|zh(?:-[a-z]{2,4})?|en))+$/i;

/** Reads a file's name. */
export function readNameHints(fileName: string): NameHints {
  const stem = fileName.normalize("NFC").slice(0, 300).replace(endings, "");
  const found = datePattern.exec(stem);
  const [whole = "", year = "", month = "", day = ""] = found ?? [];
  const date = readPartialDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  const undated = date === undefined ? stem : stem.replace(whole, " ");
  const clean = undated
    .replace(noise, " ")
    .replace(/[_+~]+|\s+/g, " ")
    .replace(/\b(episode|ep|e|no|vol)[-. ]+(?=\d)/gi, "$1")
    .trim();
  const numbering = findNumbering(clean);
  return {
    stem,
    title: (numbering?.rest ?? clean).replace(/^[\s\-–—.,，:：|]+|[\s\-–—.,，:：|]+$/gu, ""),
    isNumberNamed: numbering?.isNamed === true || /^\d+$/.test(clean),
    ...(date === undefined ? {} : { date }),
    ...(numbering === undefined ? {} : { number: numbering.number }),
    ...(numbering?.season === undefined ? {} : { season: numbering.season }),
  };
}

interface FoundNumbering {
  readonly number: number;
  readonly season?: number;
  readonly isNamed: boolean;
  readonly rest: string;
}

/** The numbering at the name's beginning or end, else behind the show's name: `mypod-ep12-title`. */
function findNumbering(text: string): FoundNumbering | undefined {
  const starts = [
    0,
    ...[...text.matchAll(/[\s\-–—.|]+|(?<=\p{Script=Han})(?=第|[a-z])/giu)].map(
      ({ index, 0: gap }) => index + gap.length,
    ),
  ];
  let bare: FoundNumbering | undefined;
  for (const start of starts.slice(0, 40)) {
    const numbering = readNumbering(text.slice(start));
    if (numbering === undefined) continue;
    const { number, season, span, rest } = numbering;
    const isNamed = /[\p{L}#＃№]/u.test(text.slice(start + span.from, start + span.to));
    const own = {
      number,
      ...(season === undefined ? {} : { season }),
      isNamed,
      rest: `${text.slice(0, start)} ${rest}`.trim(),
    };
    if (isNamed) return own;
    bare ??= own;
  }
  const [, rest = "", last] = /^(.*?\p{L})(\d{1,4})$/u.exec(text) ?? [];
  return bare ?? (last === undefined ? undefined : { number: Number(last), isNamed: false, rest });
}
