import type { Fault } from "../../model/problem.ts";
import { FaultError } from "../../model/report.ts";
import { findNearest } from "../../model/schema/find-nearest.ts";
import { everyOption, lackValue, refuseOption, takeOption } from "../read-options.ts";

/** What `npm run build` is asked for. */
export type BuildOptions =
  | { readonly task: "part"; readonly choice: PartChoice; readonly folder: string }
  | {
      readonly task: "site";
      /** Folders of parts, each as `ARCHIVE_PARTS` takes it. */
      readonly parts: readonly string[];
      /** Passed on to Astro. */
      readonly rest: readonly string[];
    };

/** Which episodes a part holds. */
export type PartChoice =
  | { readonly by: "season" | "year"; readonly first: number; readonly last: number }
  | { readonly by: "list"; readonly file: string };

function refuse(fault: Fault): never {
  throw new FaultError(fault);
}

/** Reads the arguments. Throws a FaultError. */
export function readBuildOptions(args: readonly string[]): BuildOptions {
  const part = takeValues(args, "--part", "year:2024");
  const to = takeValues(part.rest, "--to", "parts/2024");
  const parts = takeFolders(to.rest);
  const { rest } = parts;
  const [choice] = part.values;
  const [folder] = to.values;
  for (const argument of rest) refuseMisspelt(argument);
  if (choice === undefined) {
    if (folder !== undefined) refuse({ kind: "part-folder-without-part", values: {} });
    if (parts.isThere && parts.folders.length === 0) refuse({ kind: "parts-without-folder", values: {} });
    return { task: "site", parts: parts.folders, rest };
  }
  if (part.values.length > 1 || to.values.length > 1) refuse({ kind: "several-parts-at-once", values: {} });
  if (folder === undefined) refuse({ kind: "part-without-folder", values: {} });
  if (parts.isThere) refuse({ kind: "part-beside-parts", values: {} });
  const [argument] = rest;
  if (argument !== undefined) refuse({ kind: "argument-beside-part", values: { argument } });
  return { task: "part", choice: readChoice(choice), folder };
}

/** The options of `astro build` that look like ours. */
const astroOptions = ["root", "mode", "host", "base", "site", "port"];

/** Refuses what was meant for an option of ours: Astro builds for minutes and passes over it. */
function refuseMisspelt(argument: string): void {
  const [, name] = /^--([a-z-]+)/i.exec(argument) ?? [];
  if (name === undefined || astroOptions.includes(name)) return;
  const nearest = findNearest(name, ["part", "parts", "to", ...everyOption]);
  if (nearest !== undefined) throw refuseOption(`--${name}`, nearest);
}

/** Takes an option out of the arguments, with its values. */
function takeValues(args: readonly string[], name: string, example: string) {
  const { values, rest, isLacking } = takeOption(args, name);
  if (isLacking) throw lackValue(name, `${name} ${example}`);
  return { values, rest };
}

/** Takes `--parts` and the folders that follow it, up to the next option, out of the arguments. */
function takeFolders(args: readonly string[]): { isThere: boolean; folders: string[]; rest: string[] } {
  const folders: string[] = [];
  const rest: string[] = [];
  let isThere = false;
  let isInside = false;
  for (const arg of args) {
    const isOption = arg.startsWith("-");
    if (arg === "--parts" || arg.startsWith("--parts=")) {
      isThere = true;
      isInside = true;
      if (arg !== "--parts") folders.push(arg.slice("--parts=".length));
    } else if (isInside && !isOption) {
      folders.push(arg);
    } else {
      isInside = false;
      rest.push(arg);
    }
  }
  return { isThere, folders: folders.filter((folder) => folder !== ""), rest };
}

function readChoice(given: string): PartChoice {
  const [, by, value = ""] = /^(season|year|list):(.+)$/.exec(given) ?? [];
  if (by === "list") return { by, file: value };
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(value) ?? [];
  if (by === undefined || first === undefined) refuse({ kind: "part-choice-invalid", values: { given } });
  if (Number(last) < Number(first))
    refuse({ kind: "part-choice-backwards", values: { given, better: `${by}:${last}-${first}` } });
  return { by: by as "season" | "year", first: Number(first), last: Number(last) };
}
