import type { Keep } from "../model/corrections.ts";
import type { Cue, Speaker } from "../model/cue.ts";
import type {
  ExplainedLine,
  ExplainedSpeaker,
  TranscriptExplanation,
} from "../model/transcript-explanation.ts";
import { weighText } from "../text/weigh-text.ts";
import { parseTranscript } from "./parse/parse-transcript.ts";
import type { TranscriptFile } from "./pipeline.ts";

/** Of so many first pieces of a speaker the longest is shown (chosen): a first 对 says nothing. */
const SAMPLED = 5;

/** Says what a transcript file was read as, before anything is corrected. */
export function explainTranscript(
  { bytes, fileName }: TranscriptFile,
  keep: readonly Keep[],
  resolveSpeaker: (label: string) => Speaker,
): TranscriptExplanation {
  const { cues, kind, encoding, cut } = parseTranscript(bytes, fileName, keep);
  const times = cues.flatMap(({ startTime, endTime }) =>
    [startTime, endTime].filter((own) => own !== undefined),
  );
  const [first, last] = [cues[0], cues.at(-1)];
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(encoding === undefined ? {} : { encoding }),
    cues: cues.length,
    timed: cues.filter(({ startTime }) => startTime !== undefined).length,
    timedWords: cues.reduce((sum, { words = [] }) => sum + words.length, 0),
    ...(times.length === 0
      ? {}
      : { span: [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))] }),
    cut,
    speakers: explainSpeakers(cues, resolveSpeaker),
    ...(first === undefined ? {} : { first: showLine(first) }),
    ...(last === undefined ? {} : { last: showLine(last, true) }),
  };
}

function explainSpeakers(
  cues: readonly Cue[],
  resolveSpeaker: (label: string) => Speaker,
): ExplainedSpeaker[] {
  const spoken = new Map<string | undefined, { weight: number; turns: number; first: Cue[] }>();
  for (const [index, cue] of cues.entries()) {
    const own = spoken.get(cue.speaker) ?? { weight: 0, turns: 0, first: [] };
    spoken.set(cue.speaker, own);
    own.weight += weighText(cue.text).at(-1) ?? 0;
    if (index === 0 || cues[index - 1]?.speaker !== cue.speaker) own.turns += 1;
    if (own.first.length < SAMPLED) own.first.push(cue);
  }
  const whole = [...spoken.values()].reduce((sum, { weight }) => sum + weight, 0);
  return [...spoken]
    .map(([label, { weight, turns, first }]): ExplainedSpeaker => {
      const longest = first.reduce((a, b) => (b.text.length > a.text.length ? b : a));
      const name = label === undefined ? undefined : resolveSpeaker(label).name;
      return {
        ...(label === undefined ? {} : { label }),
        ...(name === undefined || name === label ? {} : { name }),
        share: whole === 0 ? 0 : weight / whole,
        turns,
        sample: showLine(longest),
      };
    })
    .sort((a, b) => b.share - a.share);
}

/** Characters that are shown of a line (chosen: they fit a terminal). */
const SHOWN = 30;

/** The beginning of a piece, or its end. */
function showLine({ line, text }: Cue, isEnd = false): ExplainedLine {
  const breaks = isEnd ? text.split("\n").length - 1 : 0;
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= SHOWN) return { line: line + breaks, text: characters.join("") };
  const shown = isEnd ? characters.slice(-SHOWN) : characters.slice(0, SHOWN);
  return { line: line + breaks, text: isEnd ? `…${shown.join("")}` : `${shown.join("")}…` };
}
