import type { LineProblem } from "../../model/problem.ts";
import { mediaEndings } from "../../model/schema/fields.ts";
import { findNearest } from "../../model/schema/find-nearest.ts";
import { transcriptEndings } from "../../pipeline/pipeline.ts";

const readEndings: ReadonlySet<string> = new Set([...transcriptEndings, "md", "yaml", "yml", "json"]);

const coverName = new RegExp(String.raw`^cover\.(?:${mediaEndings.cover.join("|")})$`, "i");

function readEnding(fileName: string): string {
  return /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
}

/** Whether a file is an episode's transcript by its name, of whatever kind. */
export function isTranscriptName(fileName: string): boolean {
  return /^transcript\.[a-z0-9]+$/i.test(fileName);
}

/** Whether a file is by its name another recognition of the transcript's recording, of whatever kind. */
function isTimesName(fileName: string): boolean {
  return /^times\.[a-z0-9]+$/i.test(fileName);
}

// What else an episode's folder holds by its name, and what is nobody's words.
const otherName =
  /^(?:episode\.md|corrections\..*|chapters\..*|punctuated\.txt|times\..*|cover\..*|(?:readme|licen[cs]e|copying|source)\b.*|\..*|.*~)$/i;
const otherEndings: ReadonlySet<string> = new Set([
  ...mediaEndings.audio,
  ...mediaEndings.cover,
  ...["yaml", "yml", "mov", "mkv", "bmp", "tif", "tiff", "heic"],
]);

/** Whether a file of an episode's folder could be its transcript although it is not named so. */
export function mayBeTranscript(fileName: string): boolean {
  return !otherName.test(fileName) && !otherEndings.has(readEnding(fileName));
}

/** Whether a file's name ends as that of a transcript which is read. */
export function hasTranscriptEnding(fileName: string): boolean {
  return transcriptEndings.includes(readEnding(fileName));
}

/** Whether a file's name ends as that of a text which is read in an episode's folder, the transcript or another. */
export function isReadInEpisodes(fileName: string): boolean {
  return readEndings.has(readEnding(fileName));
}

/** The names of the files that an episode's folder holds. */
export interface EpisodeFileNames {
  readonly transcript?: string;
  /** Another recognition, which has times. */
  readonly times?: string;
  readonly chapters?: "chapters.json" | "chapters.yaml";
  readonly cover?: string;
}

/** A problem with a file's name, and the file; the folder is meant where there is none. */
export type NameProblem = LineProblem & { readonly fileName?: string };

function checkTimesNames(names: readonly string[]): { times?: string; problem?: NameProblem } {
  const [times, second] = names;
  if (times === undefined) return {};
  if (second !== undefined)
    return { problem: { severity: "error", kind: "several-times-files", values: { names } } };
  return { times };
}

/**
 * A file that is probably meant to be one that is read: another ending of YAML, or a slip of the finger. Other
 * files are nobody's business.
 */
export function checkStrayName(name: string, known: readonly string[]): LineProblem | undefined {
  if (known.includes(name) || !/\.(?:ya?ml|json|md)$/i.test(name) || /^readme\b/i.test(name))
    return undefined;
  const asYaml = name.toLowerCase().replace(/\.yml$/, ".yaml");
  const meant = known.includes(asYaml) ? asYaml : findNearest(name, known);
  if (meant === undefined) return undefined;
  const severity = meant === asYaml ? "error" : "warning";
  return { severity, kind: "file-name-misspelt", values: { meant } };
}

/** Finds an episode's files but the transcript among the names in its folder. `episode.md` is known to be there. */
export function nameEpisodeFiles(names: readonly string[]): {
  files: Omit<EpisodeFileNames, "transcript">;
  problems: NameProblem[];
} {
  const { times, problem: timesProblem } = checkTimesNames(names.filter(isTimesName));
  const problems: NameProblem[] = timesProblem === undefined ? [] : [timesProblem];
  const chapterFiles = (["chapters.json", "chapters.yaml"] as const).filter((name) => names.includes(name));
  if (chapterFiles.length > 1) problems.push({ severity: "error", kind: "two-chapter-files", values: {} });
  const known = ["episode.md", "corrections.yaml", "chapters.yaml", "chapters.json"];
  for (const name of names.filter((name) => !isTranscriptName(name) && !isTimesName(name))) {
    const stray = checkStrayName(name, known);
    if (stray !== undefined) problems.push({ ...stray, fileName: name });
  }
  const cover = names.find((name) => coverName.test(name));
  const [chapters] = chapterFiles;
  return {
    files: {
      ...(times === undefined ? {} : { times }),
      ...(chapters === undefined ? {} : { chapters }),
      ...(cover === undefined ? {} : { cover }),
    },
    problems,
  };
}
