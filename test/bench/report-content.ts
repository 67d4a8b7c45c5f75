import { describeFailure, type FuzzFigures } from "../fuzz/run-inputs.ts";
import { floors, meetsFloor } from "./floors.ts";
import { formatMs, formatSeconds, formatShare } from "./format-figures.ts";
import type { ContentFigures } from "./measure-content.ts";
import type { CorrectionFigures } from "./measure-corrections.ts";
import type { KillFigures } from "./measure-kills.ts";
import type { SuggestFigures } from "./measure-suggest.ts";
import { formatSections, type ReportSection } from "./print-table.ts";

/** What was measured of the content, as text to read. */
export function reportContent({ suggest, corrections, kills, fuzz }: ContentFigures): string {
  return formatSections([
    ...(suggest === undefined ? [] : [reportSuggest(suggest)]),
    ...(corrections === undefined ? [] : [reportCorrections(corrections)]),
    ...(kills === undefined ? [] : [reportKills(kills)]),
    ...(fuzz === undefined ? [] : [reportFuzz(fuzz)]),
  ]);
}

function reportFuzz({ seed, inputs, kinds, failures, slow, folder }: FuzzFigures): ReportSection {
  const slowest = Math.max(...Object.values(kinds).map((kind) => kind.slowest.ms));
  return {
    title: `What strangers could write, seed ${seed}: mutated files, texts and queries, each given to all that read it`,
    lines: [
      { name: "inputs", ours: String(inputs) },
      {
        name: "that threw, or came to what cannot be",
        ours: String(failures.length),
        floor: { text: "none", isMet: meetsFloor(failures.length, floors.fuzzFailures) },
      },
      {
        name: "the slowest: processor time",
        ours: formatMs(slowest),
        floor: {
          text: `at most ${formatMs(floors.fuzzMs.most)}`,
          isMet: slow.length === 0 && meetsFloor(slowest, floors.fuzzMs),
        },
      },
      ...Object.entries(kinds).map(([name, kind]) => ({
        name: `  ${name}`,
        ours: `${kind.inputs}, ${formatMs(kind.slowest.ms)} at most`,
      })),
    ],
    notes: [...slow, ...failures]
      .slice(0, 40)
      .map((own) => `Try it again: ${describeFailure(seed, own, folder)}`),
  };
}

function reportKills({ moments, killed, withSite, putRight, failures }: KillFigures): ReportSection {
  const all = (count: number) => ({ text: String(moments), isMet: count === moments });
  return {
    title: "Builds killed (kill -9), each with the last good site in its place, then built again",
    lines: [
      { name: "moments", ours: String(moments) },
      { name: "killed before they were done", ours: String(killed) },
      {
        name: "left a whole site, in its place or beside it",
        ours: String(withSite),
        floor: all(withSite),
      },
      {
        name: "the next build: the site, and nothing beside it",
        ours: String(putRight),
        floor: all(putRight),
      },
    ],
    notes: failures,
  };
}

function reportSuggest({ episodes, seconds, proposals, truth }: SuggestFigures): ReportSection {
  return {
    title:
      "Suggestions, from the transcripts as they were recognised and terms without what is heard for them",
    lines: [
      ...(truth === undefined
        ? []
        : [
            { name: "precision in the first 50", ours: formatShare(truth.precisionAt50) },
            { name: "precision in the first 200", ours: formatShare(truth.precisionAt200) },
            { name: "corrections found", ours: `${truth.found} of ${truth.corrections}` },
            { name: "  of those that mean a name", ours: `${truth.foundOfNames} of ${truth.ofNames}` },
          ]),
      { name: "proposals", ours: String(proposals) },
      { name: "processor time an episode", ours: formatSeconds(seconds / episodes) },
    ],
    notes: [
      truth === undefined
        ? "Nothing is corrected in this archive, so nothing says which proposals are right."
        : "The truth is what corrections and glossary change; a right proposal that nobody has made yet counts as wrong. Only proposals of at least 0.3 count as found.",
    ],
  };
}

function reportCorrections({
  slug,
  duration,
  corrections,
  withoutMs,
  withMs,
}: CorrectionFigures): ReportSection {
  return {
    title: `Reading ${slug}, ${Math.round(duration / 60)} minutes of talk, from its files to its passages: processor time`,
    lines: [
      { name: "as it was heard", ours: formatMs(withoutMs) },
      { name: `with ${corrections} corrections`, ours: formatMs(withMs) },
    ],
    notes: [],
  };
}
