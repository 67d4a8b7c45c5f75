import { readYaml } from "../../archive/content/read-yaml.ts";
import { validateDocument } from "../../archive/content/validate-document.ts";
import type { Problem } from "../../model/problem.ts";
import {
  defineChoice,
  defineGroup,
  defineLine,
  defineList,
  defineSureness,
  defineText,
} from "../../model/schema/fields.ts";
import type { Decision, SuggestionGroup, Verdict } from "../suggest/suggestion.ts";
import { writeInline } from "./edit-list.ts";

/** What a review file holds. */
export interface Review {
  /** Decided places, each with the line of the review file. */
  readonly decisions: readonly (Decision & { readonly sourceLine: number })[];
  /** What nobody has decided yet. */
  readonly open: readonly SuggestionGroup[];
  readonly problems: readonly Problem[];
}

/**
 * Writes suggestions as a review file, in their order.
 * @param head says at its beginning how one decides: lines of comment
 */
export function writeReview(groups: readonly SuggestionGroup[], head: string): string {
  let about: string | undefined;
  const parts = groups.map((group) => {
    const title = group.about === about ? "" : `\n# ── ${group.about.replace(/\s+/g, " ")} ──\n`;
    about = group.about;
    const { heard, meant, sure, why, places } = group;
    const lines = places.map(({ slug, place, context }) => {
      const at = `${slug}:${place.line}${place.nth === undefined ? "" : `#${place.nth}`}`;
      return `    - ${writeInline({ at, in: context })}\n`;
    });
    return (
      `${title}- term: ${writeInline(group.about)}\n  heard: ${writeInline(heard)}\n  meant: ${writeInline(meant)}\n` +
      `  decide:\n  sure: ${sure}\n  why: ${writeInline(why)}\n  places:\n${lines.join("")}`
    );
  });
  return `${head}\n${parts.join("")}`;
}

/** Reads a review file. Never throws for what it says. */
export function readReview(text: string, fileName: string): Review {
  const { data = [], problems, findLine } = validateDocument(readYaml(text), reviewSchema);
  const found: Problem[] = problems.map((problem) => ({ ...problem, file: fileName }));
  const decisions: (Decision & { sourceLine: number })[] = [];
  const open: SuggestionGroup[] = [];
  for (const [index, { term: about, heard, meant, decide, sure = 0, why = "", places }] of data.entries()) {
    const undecided: SuggestionGroup["places"][number][] = [];
    for (const [nth, { at, in: context = "", decide: own }] of places.entries()) {
      const sourceLine = findLine([index, "places", nth]);
      const place = readPlace(at, heard);
      const verdict: Verdict | undefined = own ?? decide;
      if (place === undefined)
        found.push({
          severity: "error",
          file: fileName,
          line: sourceLine,
          kind: "review-place-invalid",
          values: { at },
        });
      else if (verdict === undefined) undecided.push({ ...place, context });
      else decisions.push({ ...place, meant, about, verdict, sourceLine });
    }
    if (undecided.length > 0) open.push({ about, heard, meant, sure, why, places: undecided });
  }
  return { decisions, open, problems: found };
}

function readPlace(at: string, heard: string): Pick<Decision, "slug" | "place"> | undefined {
  const match = /^(?<slug>[^:#]+):(?<line>[1-9]\d*)(?:#(?<nth>[1-9]\d*))?$/u.exec(at);
  if (match?.groups === undefined) return undefined;
  const { slug = "", line, nth } = match.groups;
  return { slug, place: { line: Number(line), heard, ...(nth === undefined ? {} : { nth: Number(nth) }) } };
}

const decide = defineChoice(["yes", "here", "no"])
  .optional()
  .describe(
    "yes: so it is. here: so it is, but only here. no: right as it stands. Nothing: not decided yet.",
  );

const reviewPlaceSchema = defineGroup(
  {
    at: defineLine().describe("The episode and the line of its transcript; #2 for the second on that line."),
    in: defineText().optional().describe("The words around it."),
    decide,
  },
  '{ at: "deepseek-r1:6" }',
);

/** The review file of `npm run suggest`. */
const reviewSchema = defineList(
  defineGroup(
    {
      term: defineLine().describe("The term, person or topic that is meant."),
      heard: defineText().describe("What stands in the transcripts."),
      meant: defineText().describe("What was said; it may be changed here."),
      decide,
      sure: defineSureness().optional().describe("How sure it is, from 0 to 1."),
      why: defineText().optional().describe("The reason."),
      places: defineList(reviewPlaceSchema, '- { at: "deepseek-r1:6" }').describe(
        "Where; a decision here goes before that of the whole.",
      ),
    },
    "term: …, heard: …, meant: …, places: …",
  ),
  "- term: 蒸馏",
);
