import type { Term } from "../../model/archive.ts";
import type { Corrections } from "../../model/corrections.ts";
import type { HeardText } from "../../model/heard-text.ts";
import { readEpisodeAsHeard } from "../../pipeline/pipeline.ts";
import type { EpisodeFiles } from "./load-episode.ts";

/** An episode as it was heard, with what glossary and corrections have decided. */
export function readHeard(files: EpisodeFiles, terms: readonly Term[], corrections?: Corrections): HeardText {
  const transcript = { bytes: files.bytes, fileName: files.transcriptFile };
  const own = corrections ?? files.corrections;
  return readEpisodeAsHeard(files.folder.slug, { transcript, corrections: own }, { ...files, terms });
}
