import { decodeEntities } from "./decode/clean-characters.ts";
import { readClock } from "./read-clock.ts";

/** One line of a cue as one voice says it, its markup gone. */
export interface CueLine {
  /** 1-based line of the file. */
  readonly line: number;
  /** From `<v Name>`. */
  readonly voice?: string;
  readonly text: string;
  /** Pieces of `text` in order; `time` is that of the timestamp before them, in seconds. */
  readonly pieces: readonly { readonly text: string; readonly time?: number }[];
}

export interface MarkupRules {
  /** Whether every tag is markup (WebVTT), or only those that players of SRT know. */
  readonly isEveryTagMarkup: boolean;
  /** Whether the format has no markup in its text at all: an angle bracket is one. */
  readonly isPlain?: boolean;
  /** Called with a tag that no `>` closes and its line; its characters stay in the text. */
  onUnclosedTag?(tag: string, line: number): void;
}

// What players of SRT render or drop; anything else between angle brackets was said or written (`List<String>`).
const srtTag = /^\/?(?:i|b|u|s|em|strong|strike|font|span|br|p|div|c|v|ruby|rt|rp|lang)(?:[.\s/=].*)?$/i;

interface OpenLine {
  line: number;
  voice: string | undefined;
  pieces: { text: string; time?: number }[];
}

/**
 * Removes the markup of a cue's lines, the first of which is line `firstLine` of the file. A `<v>` begins a new
 * part of its line; words after `</v>` stay with that voice. The reading in `<rt>` is left out: it repeats its
 * base (`<ruby>漢<rt>かん</rt></ruby>`).
 */
export function stripCueMarkup(lines: readonly string[], firstLine: number, rules: MarkupRules): CueLine[] {
  if (rules.isPlain === true) {
    return lines.map((text, index) => ({ line: firstLine + index, text, pieces: [{ text }] }));
  }
  const done: OpenLine[] = [];
  let open: OpenLine = { line: firstLine, voice: undefined, pieces: [] };
  let time: number | undefined;
  let rubyDepth = 0;
  let isReading = false;

  const startLine = (line: number, voice: string | undefined): void => {
    done.push(open);
    open = { line, voice, pieces: [] };
  };
  const addText = (text: string): void => {
    if (text === "" || isReading) return;
    open.pieces.push(time === undefined ? { text } : { text, time });
  };
  const applyTag = (tag: string): void => {
    const clock = readClock(tag);
    if (clock !== undefined) {
      time = clock;
      return;
    }
    const name = /^\/?[a-z]*/i.exec(tag)?.[0].toLowerCase() ?? "";
    if (name === "v") startLine(open.line, readVoice(tag));
    else if (name === "ruby") rubyDepth += 1;
    else if (name === "/ruby") [rubyDepth, isReading] = [Math.max(0, rubyDepth - 1), false];
    else if (name === "rt") isReading = rubyDepth > 0;
    else if (name === "/rt") isReading = false;
    else if (name === "br") addText(" ");
  };

  lines.forEach((line, index) => {
    const number = firstLine + index;
    if (index > 0) startLine(number, open.voice);
    for (const part of cutTags(line, rules)) {
      if (part.kind === "tag") applyTag(part.text);
      else if (part.kind === "text") addText(decodeEntities(part.text));
      else {
        rules.onUnclosedTag?.(part.text, number);
        addText(decodeEntities(part.text));
      }
    }
  });
  done.push(open);
  return done.filter(({ pieces }, index) => pieces.length > 0 || isAloneOnLine(done, index)).map(closeLine);
}

interface Part {
  readonly kind: "text" | "tag" | "unclosed";
  /** Without the angle brackets of a tag. */
  readonly text: string;
}

/** Cuts a line at its tags, from left to right and looking at each character a bounded number of times. */
function* cutTags(line: string, { isEveryTagMarkup }: MarkupRules): Generator<Part> {
  const bracket = /[<>]/g;
  let from = 0;
  let at = line.indexOf("<");
  while (at !== -1) {
    bracket.lastIndex = at + 1;
    const close = bracket.exec(line);
    const body = line.slice(at + 1, close?.index);
    if (close?.[0] === ">" && isMarkup(body, isEveryTagMarkup)) {
      yield { kind: "text", text: line.slice(from, at) };
      yield { kind: "tag", text: body.trim() };
      from = close.index + 1;
    } else if (close?.[0] !== ">" && isEveryTagMarkup && /^(?:\/?[a-z]|\d+:\d)/i.test(body)) {
      yield { kind: "text", text: line.slice(from, at) };
      yield { kind: "unclosed", text: `<${body}` };
      from = at + 1 + body.length;
    }
    if (close === null) break;
    at = close[0] === "<" ? close.index : line.indexOf("<", close.index);
  }
  yield { kind: "text", text: line.slice(from) };
}

function isMarkup(body: string, isEveryTagMarkup: boolean): boolean {
  if (readClock(body) !== undefined) return true;
  return isEveryTagMarkup ? /^\/?[a-z]/i.test(body) || body === "" || body === "/" : srtTag.test(body);
}

/** The name in `v.loud.first Joe`. */
function readVoice(tag: string): string | undefined {
  const name = decodeEntities(tag.replace(/^v[^\s]*/i, ""))
    .replace(/\s+/g, " ")
    .trim();
  return name === "" ? undefined : name;
}

function isAloneOnLine(lines: readonly OpenLine[], index: number): boolean {
  const line = lines[index]?.line;
  return lines[index - 1]?.line !== line && lines[index + 1]?.line !== line;
}

function closeLine({ line, voice, pieces }: OpenLine): CueLine {
  const text = pieces.map((piece) => piece.text).join("");
  return { line, text, pieces, ...(voice === undefined ? {} : { voice }) };
}
