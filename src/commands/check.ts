import { type LoadedArchive, loadArchive } from "../archive/content/load-archive.ts";
import { readEnvironment } from "../archive/read-environment.ts";
import { countPlaces, type Problem } from "../model/problem.ts";
import { FaultError } from "../model/report.ts";
import { makeSlug } from "../text/slug.ts";
import {
  againstWaits,
  checkHelp,
  wordAgainst,
  wordAllWell,
  wordLacking,
  wordProblemCounts,
  wordStale,
} from "../wording/commands/command-words.ts";
import { wordExplanation } from "../wording/commands/explain-words.ts";
import type { Wording } from "../wording/interface-words.ts";
import { explainEpisode } from "./check/explain-episode.ts";
import { findLacking } from "./check/find-lacking.ts";
import { readPublished } from "./check/read-published.ts";
import { readOptions } from "./read-options.ts";
import { type Environment, runCommand, type Surroundings, type Teller, terminal } from "./run-command.ts";

const options = { against: "string", explain: "string" } as const;

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

function summarise({ archive, problems, episodeCount }: LoadedArchive): Wording {
  const [errors, warnings] = (["error", "warning"] as const).map((severity) =>
    countPlaces(problems.filter((problem) => problem.severity === severity)),
  ) as [number, number];
  if (errors + warnings > 0) return wordProblemCounts(errors, warnings, episodeCount);
  return wordAllWell({
    people: archive.people.length,
    terms: archive.terms.length,
    episodes: episodeCount,
    drafts: archive.episodes.filter(({ isDraft }) => isDraft).length,
  });
}

/** What corrections say whose transcript is another than theirs. */
const staleKinds: ReadonlySet<Problem["kind"]> = new Set([
  "words-not-in-place",
  "line-after-speech",
  "line-without-speech",
  "transcript-without-speech",
]);

/** Episodes with corrections that do not match the transcript. */
function findStale({ problems }: LoadedArchive): Set<string> {
  const stale = problems.filter(
    ({ file, kind }) => file.endsWith("/corrections.yaml") && staleKinds.has(kind),
  );
  return new Set(stale.map(({ file }) => makeSlug(file.split("/").at(-2) ?? "")));
}

async function check(args: readonly string[], teller: Teller, env: Environment): Promise<0 | 1> {
  const { values, positionals, fault } = readOptions(args, options);
  if (fault !== undefined) throw fault;
  if (positionals.length > 1) throw new FaultError({ kind: "several-content-folders", values: {} });
  const { contentDir, base, now } = readEnvironment(env);
  const loaded = await loadArchive({
    contentDir,
    base,
    includeDrafts: true,
    keepFiles: values.explain !== undefined,
    ...(now === undefined ? {} : { now }),
  });
  if (values.explain !== undefined) return explain(values.explain, contentDir, loaded, teller);
  for (const problem of loaded.problems) teller.report(problem);
  for (const slug of findStale(loaded)) teller.warn(wordStale(slug));
  const hasError = loaded.problems.some(isError);
  if (hasError) teller.warn(summarise(loaded));
  else teller.say(summarise(loaded));
  if (values.against === undefined) return hasError ? 1 : 0;
  if (!hasError) return compare(values.against, loaded, teller);
  teller.warn(againstWaits);
  return 1;
}

/** Says what was understood of an episode, and the problems of its files. */
function explain(slug: string, contentDir: string, loaded: LoadedArchive, teller: Teller): 0 | 1 {
  const { folder, explanation } = explainEpisode(slug, contentDir, loaded);
  if (explanation !== undefined) teller.say(wordExplanation(explanation));
  const problems = loaded.problems.filter(({ file }) => file === folder || file.startsWith(`${folder}/`));
  for (const problem of problems) teller.report(problem);
  return problems.some(isError) ? 1 : 0;
}

/** Says which addresses of a published site the archive lacks. */
async function compare(address: string, { archive }: LoadedArchive, teller: Teller): Promise<0 | 1> {
  const published = await readPublished(address);
  const lacking = findLacking(published, archive);
  for (const page of lacking) teller.warn(wordLacking(page));
  const summary = wordAgainst(published.length, lacking.length);
  if (lacking.length > 0) teller.warn(summary);
  else teller.say(summary);
  return lacking.length > 0 ? 1 : 0;
}

/** Checks all content and says what it found. Returns the exit status: 0, 1 or 2 (see `checkHelp`). */
export function runCheck(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const findContent = (own: readonly string[]) => {
    const { positionals } = readOptions(own, options);
    return positionals.length === 1 ? positionals[0] : undefined;
  };
  return runCommand({ name: "check", help: checkHelp, findContent, run: check }, args, surroundings);
}

if (import.meta.main) process.exitCode = await runCheck(process.argv.slice(2), terminal);
