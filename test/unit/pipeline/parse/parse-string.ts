import { parseTranscript } from "../../../../src/pipeline/parse/parse-transcript.ts";
import { wordProblems } from "../../../word-problems.ts";

/** Parses a transcript written out in a test; "\n" ends its lines. Problems are as readers of English see them. */
export function parseString(fileName: string, text: string) {
  const { cues, problems } = parseTranscript(new TextEncoder().encode(text), fileName);
  return { cues, problems: wordProblems(problems) };
}
