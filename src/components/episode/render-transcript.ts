import type { Episode } from "../../model/archive.ts";
import type { Speaker } from "../../model/cue.ts";
import type { Passage } from "../../model/passage.ts";
import { breakWords, escapeHtml } from "../../text/escape-html.ts";
import { writePieceTimes } from "../../text/piece-times.ts";
import { formatTime } from "../../text/time.ts";
import { interfaceWords, languageTags, type Wording } from "../../wording/interface-words.ts";
import { renderText, type TermPlace } from "./render-text.ts";

/** Below this a speaker is shown with a question mark. Chosen: a reading of the text calls less "open to doubt". */
const sureEnough = 0.8;

/** Shapes that tell speakers apart beside their names; styled by `.shape` in transcript.css. */
const speakerShapes = 6;

/** What a transcript shows beside its words. */
export interface TranscriptLinks {
  /** Where terms that have a note are said. */
  readonly termsOf?: ReadonlyMap<Passage, readonly TermPlace[]>;
  /** The address at which a listener suggests a better reading of a passage; without it no passage offers to. */
  readonly makeFixAddress?: (passage: Passage) => string;
}

/**
 * The passages of an episode as HTML, everything escaped, with its chapters as headings: the contract of
 * interface.md ("Episode page"). A string and not components: an archive has a million passages.
 */
export function renderTranscript(
  episode: Pick<Episode, "passages" | "chapters" | "speakers" | "audio">,
  links: TranscriptLinks = {},
): string {
  const shapeOf = new Map(episode.speakers.map((speaker, index) => [speaker.key, index % speakerShapes]));
  const chapterAt = new Map(episode.chapters.map((chapter, index) => [chapter.firstPassage, index]));
  let html = "";
  let leaf = startLeaf();
  let lastSpeaker: Speaker | undefined;
  const linked = new Set<string>();
  episode.passages.forEach((passage, index) => {
    const chapter = chapterAt.get(index);
    if (chapter !== undefined || leaf.lines >= leafLines) {
      html += renderLeaf(leaf);
      leaf = startLeaf();
      if (chapter !== undefined || episode.chapters.length === 0) linked.clear();
    }
    if (chapter !== undefined) {
      html += renderChapter(episode, chapter);
      lastSpeaker = undefined;
    }
    const { speaker } = passage;
    const isNewSpeaker =
      speaker !== undefined &&
      (speaker.key !== lastSpeaker?.key || isUnsure(speaker) !== isUnsure(lastSpeaker));
    const shape = isNewSpeaker ? (shapeOf.get(speaker.key) ?? 0) : undefined;
    leaf.html += renderPassage(
      passage,
      shape,
      episode.audio === undefined ? "" : renderTimes(passage),
      links,
      linked,
    );
    leaf.lines += Math.ceil(measureWidth(passage.text) / lineWidth);
    leaf.blocks += isNewSpeaker ? 3 : 1;
    lastSpeaker = speaker;
  });
  return html + renderLeaf(leaf);
}

/**
 * Passages that the browser lays out together, and not at all while they are far from the screen
 * (`content-visibility` in transcript.css): a transcript of six hours opens and scrolls like a short one.
 */
interface Leaf {
  html: string;
  /** About how many lines it takes on a wide screen. */
  lines: number;
  /** How many spaces of a passage's margin its passages and speakers' names take. */
  blocks: number;
}

/** Chosen: about two screens. */
const leafLines = 40;
/** Lines of the longest leaf that the style sheet can tell: a passage of 70,000 Han. */
const mostCounted = 2047;
/** Ems of a line on a wide screen (`--reading-width` without the stamps). */
const lineWidth = 36;

function startLeaf(): Leaf {
  return { html: "", lines: 0, blocks: 0 };
}

function renderLeaf({ html, lines, blocks }: Leaf): string {
  return html === ""
    ? ""
    : `<div class="leaf ${writeNumber("lines", lines)} ${writeNumber("blocks", blocks)}" data-leaf>\n${html}</div>\n`;
}

/**
 * A number for the style sheet, as the site's policy allows no style attribute: a class for each of its binary digits,
 * of which `.leaf` in transcript.css makes the sum.
 */
function writeNumber(name: string, value: number): string {
  const digits = Math.min(value, mostCounted).toString(2);
  return [...digits]
    .map((digit, place) => (digit === "1" ? `${name}-${2 ** (digits.length - 1 - place)}` : ""))
    .filter((own) => own !== "")
    .join(" ");
}

/** A text's width in ems: Han and their punctuation one, all else half. */
function measureWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) width += text.charCodeAt(index) > 0x2e7f ? 1 : 0.5;
  return width;
}

function isUnsure(speaker: Speaker): boolean {
  return speaker.sure < sureEnough;
}

function renderChapter({ chapters }: Pick<Episode, "chapters">, index: number): string {
  return `<h2 class="chapter" id="chapter-${index + 1}"><span class="chapter-number">${index + 1}</span><span class="title-words">${breakWords(chapters[index]?.title ?? "")}</span></h2>\n`;
}

/**
 * @param shape the shape to show the speaker's name with; without one the name is not shown again
 * @param times attributes of the text that say when its parts are said
 * @param linked terms that were linked before it in its chapter, or in its leaf where there are no chapters
 */
function renderPassage(
  passage: Passage,
  shape: number | undefined,
  times: string,
  links: TranscriptLinks,
  linked: Set<string>,
): string {
  const { anchor, lineAnchor, line, start, isEstimated, speaker } = passage;
  const second = lineAnchor === anchor ? "" : `<span id="${escapeHtml(lineAnchor)}"></span>`;
  const who = speaker === undefined ? "" : ` data-speaker="${escapeHtml(speaker.key)}"`;
  const name = speaker === undefined || shape === undefined ? "" : renderSpeaker(speaker, shape);
  return (
    `<div class="passage" id="${escapeHtml(anchor)}" data-passage data-start="${roundTime(start)}" data-line="${line}"${who}>${second}${name}` +
    `<a class="time" href="#${escapeHtml(anchor)}">${formatTime(start, isEstimated)}</a>` +
    `<p class="text"${times}>${renderText(passage, links.termsOf?.get(passage), linked)}</p>${renderFix(links.makeFixAddress?.(passage))}</div>\n`
  );
}

/** When the words of a passage are said, else its cues: what the player lights while it is said. */
function renderTimes({ start, words = [], cueStarts }: Passage): string {
  const pieces =
    words.length > 0
      ? words.map((word) => ({ offset: word.offset, start: word.startTime }))
      : cueStarts.map(([offset, seconds]) => ({ offset, start: seconds }));
  if (pieces.length === 0) return "";
  return ` data-timed="${words.length > 0 ? "word" : "cue"}" data-times="${writePieceTimes(pieces, start)}"`;
}

function renderFix(address: string | undefined): string {
  return address === undefined
    ? ""
    : `<a class="fix" href="${escapeHtml(address)}" rel="nofollow">${renderWords(interfaceWords.suggestFix)}</a>`;
}

function renderSpeaker(speaker: Speaker, shape: number): string {
  const doubt = isUnsure(speaker)
    ? ` <span class="unsure"${renderTitle(interfaceWords.unsureSpeaker)}><span aria-hidden="true">?</span>${renderHidden(interfaceWords.unsureSpeaker)}</span>`
    : "";
  return `<p class="speaker"><i class="shape shape-${shape}"></i><span data-name>${escapeHtml(speaker.name)}</span>${doubt}</p>`;
}

function renderTitle({ zh, en }: Wording): string {
  return ` title="${zh}" data-zh-title="${zh}" data-en-title="${en}"`;
}

function renderHidden(wording: Wording): string {
  return `<span class="visually-hidden">${renderWords(wording)}</span>`;
}

function renderWords({ zh, en }: Wording): string {
  return `<span data-word="zh" lang="${languageTags.zh}">${zh}</span><span data-word="en" lang="en">${en}</span>`;
}

function roundTime(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
