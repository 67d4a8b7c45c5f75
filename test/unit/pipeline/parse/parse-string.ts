import { parseTranscript } from "../../../../src/pipeline/parse/parse-transcript.ts";

/** Parses a transcript written out in a test; "\n" ends its lines. */
export function parseString(fileName: string, text: string): ReturnType<typeof parseTranscript> {
  return parseTranscript(new TextEncoder().encode(text), fileName);
}
