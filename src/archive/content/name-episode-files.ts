import type { LineProblem } from "../../model/problem.ts";
import { findNearest } from "../../model/schema/find-nearest.ts";

const transcriptName = /^transcript\.[a-z0-9]+$/i;
const readableKinds = ["txt", "md", "vtt", "srt", "json"];

/** The names of the files that an episode's folder holds. */
export interface EpisodeFileNames {
  readonly transcript?: string;
  readonly chapters?: "chapters.json" | "chapters.yaml";
  readonly cover?: string;
}

/** A problem with a file's name, and the file; the folder is meant where there is none. */
export type NameProblem = LineProblem & { readonly fileName?: string };

function checkTranscriptNames(names: readonly string[]): { transcript?: string; problem?: NameProblem } {
  const [transcript, second] = names;
  const list = `.${readableKinds.join(", .")}`;
  if (transcript === undefined) {
    const message = `There is no transcript. Add it as transcript.vtt (or ${list}).`;
    return { problem: { severity: "error", message } };
  }
  if (second !== undefined) {
    const message = `There are ${names.length} transcripts (${names.join(", ")}), and exactly one is read. Keep the best one here, and move the others away.`;
    return { problem: { severity: "error", message } };
  }
  const ending = transcript.slice(transcript.lastIndexOf(".") + 1).toLowerCase();
  if (!readableKinds.includes(ending)) {
    const message = `A transcript of the kind .${ending} is not read. Export it as one of ${list}.`;
    return { problem: { severity: "error", message, fileName: transcript } };
  }
  return { transcript };
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
  return { severity, message: `A file of this name is not read. Rename it to ${meant}, or move it away.` };
}

/** Finds an episode's files among the names in its folder. `episode.md` is known to be there. */
export function nameEpisodeFiles(names: readonly string[]): {
  files: EpisodeFileNames;
  problems: NameProblem[];
} {
  const { transcript, problem } = checkTranscriptNames(names.filter((name) => transcriptName.test(name)));
  const problems: NameProblem[] = problem === undefined ? [] : [problem];
  const chapterFiles = (["chapters.json", "chapters.yaml"] as const).filter((name) => names.includes(name));
  if (chapterFiles.length > 1) {
    const message = "There are chapters.json and chapters.yaml, and one of them is read. Delete the other.";
    problems.push({ severity: "error", message });
  }
  const known = ["episode.md", "corrections.yaml", "chapters.yaml", "chapters.json"];
  for (const name of names.filter((name) => !transcriptName.test(name))) {
    const stray = checkStrayName(name, known);
    if (stray !== undefined) problems.push({ ...stray, fileName: name });
  }
  const cover = names.find((name) => /^cover\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(name));
  const [chapters] = chapterFiles;
  return {
    files: {
      ...(transcript === undefined ? {} : { transcript }),
      ...(chapters === undefined ? {} : { chapters }),
      ...(cover === undefined ? {} : { cover }),
    },
    problems,
  };
}
