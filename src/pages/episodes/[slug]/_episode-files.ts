import { countCorrections } from "../../../components/episode/describe-episode.ts";
import type { Episode, Show } from "../../../model/archive.ts";
import { makePageAddress } from "../../../model/site-address.ts";
import { cutTimedCues } from "../../../publish/cut-timed-cues.ts";
import { hasCaptions, listTimedChapters } from "../../../publish/episode-files.ts";
import { makeChaptersJson } from "../../../publish/make-chapters-json.ts";
import { makeTranscriptJson } from "../../../publish/make-transcript-json.ts";
import { writeVttCues } from "../../../publish/write-captions.ts";
import { writeEpisodeMarkdown } from "../../../publish/write-episode-markdown.ts";
import { writeTranscriptHtml } from "../../../publish/write-transcript-html.ts";
import { chooseInterfaceLanguage } from "../../../wording/interface-words.ts";
import { readingWords } from "../../../wording/reading-words.ts";
import { chooseOrigin, wordOrigin } from "../../../wording/text-words.ts";

/** What the files of an episode are made from, beside the episode. */
interface Around {
  readonly show: Show;
  /** The site's, where the owner has named it. */
  readonly origin: string | undefined;
}

interface EpisodeFile {
  /** MIME type. */
  readonly type: string;
  /** Whether an episode has it; all have where absent. */
  has?(episode: Episode): boolean;
  write(episode: Episode, around: Around): string;
}

/** The files beside an episode's page (interface.md, "Addresses"), by name. */
export const episodeFiles: Readonly<Record<string, EpisodeFile>> = {
  "transcript.json": {
    type: "application/json",
    write: (episode, { show }) => JSON.stringify(makeTranscriptJson(episode, show.title)),
  },
  "transcript.vtt": {
    type: "text/vtt",
    has: hasCaptions,
    write: (episode, { show, origin }) => {
      const made = wordOrigin(chooseOrigin(show), countCorrections(episode));
      const source = `${episode.title} · ${show.title} · ${locate(episode, origin)}`;
      return writeVttCues(cutTimedCues(episode), [source, made[chooseInterfaceLanguage(show.language)]]);
    },
  },
  "transcript.html": {
    type: "text/html",
    has: (episode) => !hasCaptions(episode),
    write: writeTranscriptHtml,
  },
  "chapters.json": {
    type: "application/json+chapters",
    has: (episode) => listTimedChapters(episode).length > 0,
    write: (episode, { show, origin }) => {
      const page = origin === undefined ? undefined : locate(episode, origin);
      return JSON.stringify(makeChaptersJson(episode, show, page));
    },
  },
  "index.md": {
    type: "text/markdown",
    write: (episode, { show, origin }) => {
      const ui = chooseInterfaceLanguage(show.language);
      return writeEpisodeMarkdown(episode, show, locate(episode, origin), {
        chapters: readingWords.chaptersHeading[ui],
        transcript: readingWords.transcriptHeading[ui],
      });
    },
  },
};

/** The address of an episode's page: whole where the site's origin is known. */
function locate({ slug }: Episode, origin = ""): string {
  return origin + makePageAddress(import.meta.env.BASE_URL, "episodes", slug);
}
