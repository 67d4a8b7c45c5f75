import type { Problem } from "../model/problem.ts";
import { reviewSchema } from "../model/review-schema.ts";
import type { Decision, SuggestionGroup, Verdict } from "../model/suggestion.ts";
import { writeInline } from "./edit-list.ts";
import { readYaml } from "./read-yaml.ts";
import { validateDocument } from "./validate-document.ts";

/** What a review file holds. */
export interface Review {
  /** Decided places, each with the line of the review file. */
  readonly decisions: readonly (Decision & { readonly sourceLine: number })[];
  /** What nobody has decided yet. */
  readonly open: readonly SuggestionGroup[];
  readonly problems: readonly Problem[];
}

const head = `# Write yes, here or no after "decide:", for all places of a form or for one of them; leave the rest for later.
#   yes   so it is, wherever it stands: into the glossary where that is safe, else into corrections.yaml
#   here  so it is in these places only: into corrections.yaml
#   no    right as it stands: it is kept, and never asked again
# "meant" may be changed. Then: npm run suggest -- --apply   (--dry-run shows what would change)
`;

/** Writes suggestions as a review file, in their order. */
export function writeReview(groups: readonly SuggestionGroup[]): string {
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
  return head + parts.join("");
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
      if (place === undefined) found.push(describePlace(fileName, sourceLine, at));
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

function describePlace(file: string, line: number, at: string): Problem {
  const message = `"at" is "${at}". Write the episode and the line of its transcript, as in deepseek-r1:6 or deepseek-r1:6#2.`;
  return { severity: "error", file, line, message };
}
