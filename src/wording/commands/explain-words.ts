import type { CutText } from "../../model/transcript.ts";
import type {
  ExplainedLine,
  ExplainedSpeaker,
  TranscriptExplanation,
} from "../../model/transcript-explanation.ts";
import { formatCount } from "../../text/format-count.ts";
import { formatTime } from "../../text/time.ts";
import type { Wording } from "../interface-words.ts";
import { quoteText } from "../problems/field-problems.ts";
import { cutReasons } from "../problems/transcript-problems.ts";
import { countOf } from "./command-words.ts";

/** What `check --explain` says was understood of a transcript: a line for each thing, then those who speak. */
export function wordExplanation(explained: TranscriptExplanation & { readonly file: string }): Wording {
  const { file, kind, encoding, speakers, cut, first, last } = explained;
  const written = encoding === undefined ? "" : encoding.toUpperCase();
  const heads: Wording[] = [
    {
      zh:
        kind === undefined
          ? `${file}：读不出来。`
          : `${file}：按${kind}读${written === "" ? "" : `，编码${written}`}。`,
      en:
        kind === undefined
          ? `${file}: not read.`
          : `${file}: read as ${kind}${written === "" ? "" : `, in ${written}`}.`,
    },
    wordTimes(explained),
    ...(first === undefined ? [] : [quoteLine(first, { zh: "第一句", en: "first" })]),
    ...(last === undefined ? [] : [quoteLine(last, { zh: "最后一句", en: "last" })]),
    ...speakers.map(wordSpeaker),
    ...cut.slice(0, mostCut).map(wordCut),
    ...(cut.length > mostCut ? [wordMore(cut.length - mostCut)] : []),
  ];
  return { zh: heads.map(({ zh }) => zh).join("\n"), en: heads.map(({ en }) => en).join("\n") };
}

/** Chosen: an owner reads no more of them in a terminal. */
const mostCut = 100;

function wordCut({ reason, line, text }: CutText): Wording {
  const { zh: quoted } = quoteText(text);
  return {
    zh: `  没有当成说的话：第${line}行${quoted}，${cutReasons[reason].zh}`,
    en: `  no speech: line ${line}, ${quoted} ${cutReasons[reason].en}`,
  };
}

function wordMore(count: number): Wording {
  return { zh: `  没有当成说的话的还有${count}处`, en: `  no speech: ${countOf(count, "more place")}` };
}

function wordTimes({ cues, timed, timedWords, span }: TranscriptExplanation): Wording {
  const zhWords = timedWords === 0 ? "" : `，${timedWords}个词有自己的时间`;
  const enWords = timedWords === 0 ? "" : `, ${countOf(timedWords, "word")} with a time of their own`;
  if (span === undefined)
    return {
      zh: `  时间：没有，共${formatCount(cues)}段${zhWords}`,
      en: `  times: none, ${countOf(cues, "piece")}${enWords}`,
    };
  const [from, to] = span.map((seconds) => formatTime(seconds));
  return {
    zh: `  时间：${from}到${to}，${formatCount(cues)}段里有${formatCount(timed)}段有时间${zhWords}`,
    en: `  times: ${from} to ${to}, of ${countOf(cues, "piece")} ${formatCount(timed)} with a time${enWords}`,
  };
}

function quoteLine({ line, text }: ExplainedLine, which: Wording): Wording {
  return { zh: `  ${which.zh}：第${line}行“${text}”`, en: `  ${which.en}: line ${line}, “${text}”` };
}

function wordSpeaker({ label, name, share, turns, sample }: ExplainedSpeaker): Wording {
  const percent = Math.round(share * 100);
  const zhWho = label === undefined ? "没有写是谁" : name === undefined ? label : `${label}（${name}）`;
  const enWho = label === undefined ? "nobody is named" : name === undefined ? label : `${label} (${name})`;
  return {
    zh: `  ${zhWho}：${percent}%，开口${turns}次，比如第${sample.line}行“${sample.text}”`,
    en: `  ${enWho}: ${percent}%, begins ${countOf(turns, "time")}, as in line ${sample.line}, “${sample.text}”`,
  };
}
