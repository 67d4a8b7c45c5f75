import type { EpisodeFiles } from "../../archive/content/load-episode.ts";
import type { Term } from "../../model/archive.ts";
import type { LineProblem } from "../../model/problem.ts";
import { punctuateText } from "../../pipeline/divide/punctuate-text.ts";
import { composeEpisode } from "../../pipeline/pipeline.ts";
import { PAUSE } from "../../text/join-text.ts";
import { readTokens } from "../../text/normalise.ts";

function compose(
  { bytes, transcriptFile, corrections, resolveSpeaker }: EpisodeFiles,
  terms: readonly Term[],
) {
  const transcript = { bytes, fileName: transcriptFile };
  return composeEpisode({ transcript, corrections }, { terms, resolveSpeaker });
}

type Composed = ReturnType<typeof compose>;

/** Where what another one says begins. */
function listTurnStarts({ cues }: Composed): { readonly from: number; readonly name?: string }[] {
  return cues.flatMap(({ from, speaker }, index) => {
    if (index > 0 && cues[index - 1]?.speaker?.key === speaker?.key) return [];
    return [{ from, ...(speaker === undefined ? {} : { name: speaker.name }) }];
  });
}

/** The line between the instruction and the text. */
export const HAND_OUT_LINE = "==========";

/** An episode's text as it is read, to be punctuated: a paragraph a turn, each with its speaker's name. */
export function handOutText(own: EpisodeFiles, terms: readonly Term[]): string {
  const composed = compose(own, terms);
  const starts = listTurnStarts(composed);
  const turns = starts.map(({ from, name }, index) => {
    const text = composed.text
      .slice(from, starts[index + 1]?.from)
      .replaceAll(PAUSE, " ")
      .trim();
    return name === undefined ? text : `${name}：${text}`;
  });
  return turns.join("\n\n");
}

/** What came of a copy that was handed back. */
export interface PunctuatedCopy {
  /** What punctuated.txt shall hold: the transcript's words with the copy's marks; absent where the copy is of another text. */
  readonly text?: string;
  readonly paragraphs: number;
  /** Of the copy: where its words are others. */
  readonly problems: readonly LineProblem[];
}

/** Takes the marks and paragraphs of a copy; that no word changes is proven, or it throws. */
export function takeBackCopy(own: EpisodeFiles, terms: readonly Term[], copy: string): PunctuatedCopy {
  const plain = compose(own, terms);
  const { composition, paragraphs, lacking, problems } = punctuateText(plain, leaveInstruction(copy));
  if (problems.some(({ kind }) => kind === "punctuated-of-other-words")) return { paragraphs: 0, problems };
  const { text } = composition;
  const starts = new Set([...paragraphs, ...listTurnStarts(composition).map(({ from }) => from)]);
  for (const { from, to } of lacking) starts.add(from).add(to);
  const ordered = [...starts].sort((a, b) => a - b);
  const isLacking = (at: number) => lacking.some(({ from, to }) => at >= from && at < to);
  const written = ordered.flatMap((from, index) => {
    const own = text.slice(from, ordered[index + 1]).trim();
    return own === "" || isLacking(from) ? [] : [own];
  });
  const left = lacking.reduceRight((rest, { from, to }) => `${rest.slice(0, from)}\n${rest.slice(to)}`, text);
  const list = (of: string) =>
    readTokens(of)
      .map((token) => token.text)
      .join(" ");
  if (list(text) !== list(plain.text) || list(written.join("\n\n")) !== list(left))
    throw new Error("A word changed. Nothing was written; this is a fault of the command.");
  return { text: `${written.join("\n\n")}\n`, paragraphs: written.length, problems };
}

/** A copy without what stands above the line that was handed out with it; its lines keep their numbers. */
function leaveInstruction(copy: string): string {
  const lines = copy.split("\n");
  const line = lines.slice(0, 40).findIndex((own) => /^={5,}\s*$/.test(own));
  return lines.map((own, index) => (index <= line ? "" : own)).join("\n");
}
