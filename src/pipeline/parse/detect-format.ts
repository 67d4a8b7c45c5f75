import { findLastIndex } from "../../text/find-last.ts";
import { isChaptersJson, isPodcastJson, nameForeignJson } from "./name-foreign-json.ts";
import { nameForeignExtension, nameForeignText } from "./name-foreign-text.ts";
import { readTimeLine } from "./read-clock.ts";

/** What a file is: a format that is read, or why it is refused in full sentences. */
export type Detected =
  | { readonly format: "text" | "markdown" | "vtt" | "srt" }
  | { readonly format: "podcast-json"; readonly value: unknown }
  | { readonly format: "refused"; readonly line?: number; readonly message: string };

const whatToDo = "Export the transcript as WebVTT (.vtt), SRT (.srt) or plain text (.txt).";

/** The sentence that refuses a kind of file, `name` with its article: “an LRC lyrics file”. */
export function refuseKind(name: string): string {
  return `This is ${name}, a kind that is not read yet. ${whatToDo}`;
}

/**
 * Finds out what a file is: by its content where that is plain, whatever its name says, else by its name.
 * `lines` are cleaned.
 */
export function detectFormat(lines: readonly string[], fileName: string): Detected {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (/^\s*WEBVTT(?:\s|$)/.test(lines[0] ?? "")) return { format: "vtt" };
  const foreign = nameForeignText(lines);
  if (foreign !== undefined && !(extension === "md" && foreign === "an HTML page")) {
    return { format: "refused", message: refuseKind(foreign) };
  }
  const json = detectJson(lines, extension);
  if (json !== undefined) return json;
  if (beginsWithTimes(lines)) return { format: extension === "vtt" ? "vtt" : "srt" };
  return detectByName(lines, extension);
}

function detectByName(lines: readonly string[], extension: string): Detected {
  if (extension === "txt" || extension === "text") return { format: "text" };
  if (extension === "md" || extension === "markdown") return { format: "markdown" };
  if (extension === "vtt" || extension === "srt") {
    if (lines.some((line) => readTimeLine(line)?.start !== undefined)) return { format: extension };
    return {
      format: "refused",
      message: `The file's name ends in .${extension}, but no line of it has times (00:01:02.000 --> 00:01:05.000). Give it the ending .txt if it is plain text, or export it again.`,
    };
  }
  const known = nameForeignExtension(extension);
  if (known !== undefined) return { format: "refused", message: refuseKind(known) };
  const ending = extension === "" ? "has no ending" : `ends in .${extension}`;
  return {
    format: "refused",
    message: `The file's name ${ending}, which says no kind of transcript that is read. Name it .txt, .md, .vtt, .srt or .json, whichever it is.`,
  };
}

function detectJson(lines: readonly string[], extension: string): Detected | undefined {
  const start = (lines.find((line) => line.trim() !== "") ?? "").trim();
  if (extension !== "json" && !/^[{[]/.test(start)) return undefined;
  // Where JSON is wanted it is parsed; where it is not, only what can hold no plain text (`[00:12] Name: …`).
  if (extension !== "json" && !/^(?:\{\s*(?:"|$)|\[\s*(?:[{["]|$))/.test(start)) return undefined;
  const text = lines.join("\n");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (extension !== "json" || /^\s*\d/.test(start)) return undefined;
    return refuseBrokenJson(lines, error);
  }
  if (isPodcastJson(value)) return { format: "podcast-json", value };
  if (isChaptersJson(value)) {
    return {
      format: "refused",
      message:
        "These are the episode's chapters, not its transcript. Name the file chapters.json, and add the transcript.",
    };
  }
  const name = nameForeignJson(value);
  if (name !== undefined) return { format: "refused", message: refuseKind(name) };
  if (extension !== "json" && (typeof value !== "object" || value === null)) return undefined;
  return {
    format: "refused",
    message: `This JSON is no Podcasting 2.0 transcript: it has no list “segments” whose records have a “body”. ${whatToDo}`,
  };
}

function refuseBrokenJson(lines: readonly string[], error: unknown): Detected {
  const reason = error instanceof Error ? error.message : String(error);
  // The engine goes on to quote the file at length.
  const cause = reason.split(/,? (?:\.{3})?"| in JSON at /, 1)[0] ?? "";
  return {
    format: "refused",
    line: findJsonFault(lines),
    message: `The file is no valid JSON (${cause}). Export it again; it may have been cut off.`,
  };
}

/** Whether the first line of text is a time line, or a number above one. */
function beginsWithTimes(lines: readonly string[]): boolean {
  const start = lines.slice(0, 40).filter((line) => line.trim() !== "");
  const isTimes = (line: string | undefined): boolean => readTimeLine(line ?? "")?.isBroken === false;
  return isTimes(start[0]) || (/^\s*\d{1,9}\s*$/.test(start[0] ?? "") && isTimes(start[1]));
}

/**
 * 1-based line on which a text stops being JSON; the last line where it only ends too soon. The engine names a
 * position for some faults and not for others, but it can always tell whether a beginning could still go on.
 */
function findJsonFault(lines: readonly string[]): number {
  return findLastIndex(lines.length, (count) => couldGoOn(lines.slice(0, count).join("\n"))) + 1;
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    const position = /at position (\d+)/.exec(reason)?.[1];
    return /^(?:Unexpected end|Unterminated string)/.test(reason) || Number(position) >= beginning.length;
  }
}
