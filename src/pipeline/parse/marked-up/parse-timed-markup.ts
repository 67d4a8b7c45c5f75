import type { Word } from "../../../model/cue.ts";
import type { TranscriptKind } from "../../../model/transcript.ts";
import { buildTimedCues } from "../build-timed-cues.ts";
import { collectProblems } from "../collect-problems.ts";
import type { ParsedTranscript } from "../parsed-transcript.ts";
import type { TimedBlock } from "../read-timed-blocks.ts";
import { type Element, readMarkup } from "./read-markup.ts";
import { makeTimeReader } from "./read-markup-time.ts";

/** How a kind of XML or HTML writes what is said with its times: which element is a cue, and where its times stand. */
interface MarkupShape {
  readonly kind: TranscriptKind;
  /** Of the first lines. */
  readonly mark: RegExp;
  readonly cue: string;
  readonly start: string;
  readonly end?: string;
  readonly duration?: string;
  /** Elements in a cue that are words with times of their own. */
  readonly word?: { readonly name: string; readonly start: string; readonly isRelative?: boolean };
  /** Seconds in one unit of a time that is only a number. */
  readonly unit: number;
  /** An attribute that names who speaks, or an element before the cue that does. */
  readonly speaker?: { readonly attribute: string } | { readonly element: string };
  /** Whether cues are words and parts of sentences, to be put together at the end of these elements. */
  readonly joinedBy?: readonly string[];
}

const prolog = String.raw`^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?(?:<!DOCTYPE[^>]{0,200}>\s*)?`;

const shapes: readonly MarkupShape[] = [
  // TTML (w3.org/TR/ttml2) and DFXP; Apple's transcripts are TTML with a span a word and ttm:agent
  {
    kind: "ttml",
    mark: new RegExp(`${prolog}<(?:[a-z]+:)?tt[\\s>]`, "i"),
    cue: "p",
    start: "begin",
    end: "end",
    duration: "dur",
    word: { name: "span", start: "begin" },
    unit: 1,
    speaker: { attribute: "ttm:agent" },
  },
  // YouTube's timed text, format 3: a `p` a caption and an `s` a word, in milliseconds
  {
    kind: "youtube-srv3",
    mark: new RegExp(`${prolog}<timedtext[^>]{0,100}format="3"`, "i"),
    cue: "p",
    start: "t",
    duration: "d",
    word: { name: "s", start: "t", isRelative: true },
    unit: 0.001,
  },
  // Its older formats: `text` with seconds, or with milliseconds
  {
    kind: "youtube-srv3",
    mark: new RegExp(`${prolog}<transcript[\\s>]`, "i"),
    cue: "text",
    start: "start",
    duration: "dur",
    unit: 1,
  },
  {
    kind: "youtube-srv3",
    mark: new RegExp(`${prolog}<timedtext[\\s>]`, "i"),
    cue: "text",
    start: "t",
    duration: "d",
    unit: 0.001,
  },
  // Podlove Simple Transcripts (podlove.org/simple-transcripts)
  {
    kind: "podlove-xml",
    mark: /<pst:transcripts[\s>]|xmlns="http:\/\/podlove\.org\/simple-transcripts"/i,
    cue: "item",
    start: "start",
    end: "end",
    unit: 1,
    speaker: { element: "speaker" },
  },
  // Hyperaudio's interactive transcripts (github.com/hyperaudio/hyperaudio-lite): a span a word
  {
    kind: "hyperaudio-html",
    mark: /<span[^>]{0,100}\sdata-m="\d+"/i,
    cue: "span",
    start: "data-m",
    duration: "data-d",
    unit: 0.001,
    joinedBy: ["p", "div", "section"],
  },
];

/** The kind of XML or HTML with times that a file is; undefined where it is none that is read. */
export function findMarkupKind(lines: readonly string[]): TranscriptKind | undefined {
  return findShape(lines)?.kind;
}

/** A page's own head may be long: its words begin far below it. */
function findShape(lines: readonly string[]): MarkupShape | undefined {
  const first = lines.find((line) => line.trim() !== "")?.trim() ?? "";
  if (!first.startsWith("<")) return undefined;
  const text = lines.join("\n").slice(0, 200_000);
  return shapes.find(({ mark }) => mark.test(text));
}

interface OpenCue {
  readonly line: number;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly speaker: string | undefined;
  text: string;
  textLine: number | undefined;
  readonly words: { text: string; startTime: number }[];
}

/** Reads XML or HTML whose elements have times. Lines of a document on one line are the numbers of its cues. */
export function parseTimedMarkup(lines: readonly string[]): ParsedTranscript {
  const problems = collectProblems();
  const shape = findShape(lines);
  if (shape === undefined) return { cues: [], problems: [] };
  const cues: OpenCue[] = [];
  const names = new Map<string, string>();
  const time = makeTimeReader(shape.unit);
  const outer: { start: number; end: number | undefined; speaker: string | undefined; name: string }[] = [];
  let cue: OpenCue | undefined;
  let word: { text: string; startTime: number } | undefined;
  let agent: string | undefined;
  let speaker: string | undefined;
  let inSpeaker = false;
  const speakerAttribute =
    shape.speaker !== undefined && "attribute" in shape.speaker ? shape.speaker.attribute : undefined;
  const speakerElement =
    shape.speaker !== undefined && "element" in shape.speaker ? shape.speaker.element : undefined;

  const begin = (element: Element, line: number): void => {
    const base = outer.at(-1)?.start ?? 0;
    const own = time(element.attributes.get(shape.start));
    const start =
      own === undefined ? outer.at(-1)?.start : shape.kind === "ttml" && own < base ? own + base : own;
    const length = time(element.attributes.get(shape.duration ?? ""));
    const end =
      time(element.attributes.get(shape.end ?? "")) ??
      (start === undefined || length === undefined ? outer.at(-1)?.end : start + length);
    const named =
      speakerAttribute === undefined
        ? speaker
        : (element.attributes.get(speakerAttribute) ??
          outer.findLast((own) => own.speaker !== undefined)?.speaker);
    cue = { line, start, end, speaker: named, text: "", textLine: undefined, words: [] };
    cues.push(cue);
  };

  readMarkup(lines, {
    open(element, line) {
      const name = localName(element.name);
      if (name === "tt") time.setRates(element.attributes);
      if (name === "agent") agent = element.attributes.get("xml:id");
      if (name === speakerElement) [inSpeaker, speaker] = [true, undefined];
      // As ASS writes a break: it is joined, or parts two languages, when the cue is known.
      if (name === "br" && cue !== undefined) cue.text += "\\N";
      if (
        (name === shape.cue && element.attributes.has(shape.start)) ||
        (shape.kind === "ttml" && name === "p")
      )
        begin(element, line);
      else if (cue !== undefined && name === shape.word?.name && element.attributes.has(shape.word.start)) {
        const at = time(element.attributes.get(shape.word.start));
        const startTime = shape.word.isRelative === true ? (cue.start ?? 0) + (at ?? 0) : at;
        word = startTime === undefined ? undefined : { text: "", startTime };
        if (word !== undefined) cue.words.push(word);
      } else if (cue !== undefined && name === shape.word?.name && shape.word.isRelative === true) {
        word = { text: "", startTime: cue.start ?? 0 };
        cue.words.push(word);
      } else if (name === "div" || name === "body") {
        const start = time(element.attributes.get(shape.start)) ?? outer.at(-1)?.start ?? 0;
        outer.push({
          name,
          start,
          end: time(element.attributes.get(shape.end ?? "")),
          speaker: element.attributes.get(speakerAttribute ?? ""),
        });
      }
    },
    close(qualified) {
      const name = localName(qualified);
      if (name === "agent") agent = undefined;
      if (name === speakerElement) inSpeaker = false;
      if (name === shape.word?.name) word = undefined;
      if (name === shape.cue) cue = undefined;
      if (name === outer.at(-1)?.name) outer.pop();
      // The end of a paragraph: the words before it are put together.
      if (shape.joinedBy?.includes(name) === true)
        cues.push({
          line: 0,
          start: undefined,
          end: undefined,
          speaker: undefined,
          text: "",
          textLine: undefined,
          words: [],
        });
    },
    text(text, line) {
      if (agent !== undefined && text.trim() !== "") names.set(agent, text.trim());
      if (inSpeaker && text.trim() !== "") speaker = text.replace(/\s+/g, " ").trim();
      if (cue === undefined) return;
      // Apple's words stand side by side, without the space that some languages need.
      if (
        word !== undefined &&
        word.text === "" &&
        /\w$/.test(cue.text) &&
        /^\w/.test(text) &&
        shape.kind === "ttml"
      )
        cue.text += " ";
      if (text.trim() !== "") cue.textLine ??= line;
      cue.text += text;
      if (word !== undefined) word.text += text;
    },
  });
  const joined = shape.joinedBy === undefined ? cues : joinCues(cues);
  const said = joined.filter(({ text }) => text.trim() !== "");
  const isOneLine = said.length > 1 && said.every(({ line }) => line === said[0]?.line);
  const blocks = said.map((own, index) => makeBlock(own, isOneLine ? index + 1 : undefined, names));
  return {
    cues: buildTimedCues(blocks, { isEveryTagMarkup: false, isPlain: true }, problems),
    problems: problems.list(),
  };
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

function makeBlock(cue: OpenCue, number: number | undefined, names: ReadonlyMap<string, string>): TimedBlock {
  const { start, end, speaker } = cue;
  const words = cue.words.flatMap(({ text, startTime }): Word[] =>
    text.trim() === "" ? [] : [{ text: text.trim(), startTime }],
  );
  const line = number ?? cue.textLine ?? cue.line;
  return {
    timeLine: number ?? cue.line,
    line,
    lines: [cue.text.replace(/\s+/g, " ").trim()],
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(speaker === undefined || speaker === "" ? {} : { speaker: names.get(speaker) ?? speaker }),
    ...(words.length < 2 ? {} : { words }),
  };
}

/** Words of a paragraph as one cue; an empty one without a line ends a paragraph. */
function joinCues(cues: readonly OpenCue[]): OpenCue[] {
  const joined: OpenCue[] = [];
  let open: OpenCue | undefined;
  for (const cue of cues) {
    if (cue.line === 0) open = undefined;
    else if (open === undefined) {
      open = { ...cue, words: [] };
      joined.push(open);
      if (cue.start !== undefined) open.words.push({ text: cue.text, startTime: cue.start });
    } else {
      open.text += cue.text;
      open.textLine ??= cue.textLine;
      if (cue.start !== undefined) open.words.push({ text: cue.text, startTime: cue.start });
    }
  }
  return joined.map((own) => ({ ...own, end: undefined }));
}
