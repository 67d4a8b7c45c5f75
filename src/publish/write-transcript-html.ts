import type { Episode } from "../model/archive.ts";
import { escapeHtml } from "../text/escape-html.ts";
import { CHARSET } from "./write-headers.ts";

/**
 * A transcript as apps read it that has no times
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md): who
 * speaks in `<cite>`, what is said in `<p>`. Search engines are asked to take the episode's page instead.
 */
export function writeTranscriptHtml({
  title,
  language,
  passages,
}: Pick<Episode, "title" | "language" | "passages">): string {
  const lines = passages.map(({ speaker, text }) => {
    const name = speaker === undefined ? "" : `<cite>${escapeHtml(speaker.name)}:</cite>\n`;
    return `${name}<p>${escapeHtml(text)}</p>`;
  });
  const head = `${CHARSET}<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title>`;
  return `<!doctype html>\n<html lang="${escapeHtml(language)}">\n<head>${head}</head>\n<body>\n${lines.join("\n")}\n</body>\n</html>\n`;
}
