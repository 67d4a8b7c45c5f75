import type { z } from "zod";
import type { LineProblem } from "../../model/problem.ts";
import { unpackFaults } from "../../model/schema/fields.ts";
import type { SourceDocument } from "./read-yaml.ts";

/** What a file says, as far as it can be used, and where each part of it stands. */
export interface ValidatedDocument<T> {
  /** Without the parts that have a problem; undefined where nothing can be used. */
  readonly data: T | undefined;
  readonly problems: readonly LineProblem[];
  /** The line of the value at a path in `data`, or of the nearest thing around it where it is absent. */
  findLine(path: readonly PropertyKey[]): number;
}

type Path = readonly PropertyKey[];
type Tree = Record<PropertyKey, unknown>;

/** For a list that lost items: where each of those left stood before. */
type Origins = Map<unknown[], number[]>;

function listProblems(
  source: SourceDocument,
  error: z.ZodError,
  mapPath: (path: Path) => Path,
): LineProblem[] {
  return error.issues.flatMap((issue): LineProblem[] => {
    const path = mapPath(issue.path);
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
    return unpackFaults(issue).map((fault, index) => ({
      severity: "error",
      line: source.findLine(path, keys[index]),
      ...fault,
    }));
  });
}

/** The innermost list or group around the path's end, and what to take out of it. */
function findPart(root: unknown, path: Path): [holder: object, step: PropertyKey] | undefined {
  let part: [object, PropertyKey] | undefined;
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !(step in value)) break;
    part = [value, step];
    value = (value as Tree)[step];
  }
  return part;
}

/** Takes out of `root` what the issues name. False where the fault is that of the whole. */
function removeFaults(root: unknown, error: z.ZodError, origins: Origins): boolean {
  const paths = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  const parts = new Map<object, Set<PropertyKey>>();
  for (const path of paths) {
    const [holder, step] = findPart(root, path) ?? [];
    if (holder !== undefined && step !== undefined)
      parts.set(holder, (parts.get(holder) ?? new Set()).add(step));
  }
  for (const [holder, steps] of parts) {
    if (!Array.isArray(holder)) {
      for (const step of steps) delete (holder as Tree)[step];
      continue;
    }
    const before = origins.get(holder) ?? holder.map((_, index) => index);
    origins.set(
      holder,
      before.filter((_, index) => !steps.has(index)),
    );
    const kept = holder.filter((_, index) => !steps.has(index));
    holder.length = 0;
    // One by one: so many arguments no call takes.
    for (const item of kept) holder.push(item);
  }
  return parts.size > 0;
}

/** The library's answer, or what it throws at a file with a hundred thousand mistakes. */
function parseSafely<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> | string {
  try {
    return schema.safeParse(value);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Checks a file against its schema. What has a problem is left out bit by bit (a value, else its entry), so that
 * one mistake does not hide what else the file says; `fallback` stands in for required keys that fail.
 * Changes `source.value`.
 */
export function validateDocument<T>(
  source: SourceDocument,
  schema: z.ZodType<T>,
  fallback: Readonly<Record<string, unknown>> = {},
): ValidatedDocument<T> {
  const problems = [...source.problems];
  const origins: Origins = new Map();
  const mapPath = (path: Path): Path => {
    let value: unknown = source.value;
    return path.map((step) => {
      const list = Array.isArray(value) ? origins.get(value) : undefined;
      value = typeof value === "object" && value !== null ? (value as Tree)[step] : undefined;
      return typeof step === "number" ? (list?.[step] ?? step) : step;
    });
  };
  const findLine = (path: Path) => source.findLine(mapPath(path));
  const standIns = new Set<string>();
  // Each round takes at least one part out; nesting is four deep at most.
  for (let round = 0; source.value !== undefined && round < 6; round += 1) {
    const result = parseSafely(schema, source.value);
    if (typeof result === "string") {
      problems.push({
        severity: "error",
        line: findLine([]),
        kind: "yaml-unreadable",
        values: { reason: result },
      });
      break;
    }
    if (result.success) return { data: result.data, problems, findLine };
    if (round === 0)
      for (const problem of listProblems(source, result.error, mapPath)) problems.push(problem);
    const hasLess = removeFaults(source.value, result.error, origins);
    const missing = Object.entries(fallback).filter(
      ([key]) => result.error.issues.some((issue) => issue.path[0] === key) && !standIns.has(key),
    );
    for (const [key, value] of missing) {
      standIns.add(key);
      if (typeof source.value === "object") (source.value as Tree)[key] = value;
    }
    if (!hasLess && missing.length === 0) break;
  }
  return { data: undefined, problems, findLine };
}

/** The same keys, those that may be undefined turned into keys that may be absent. */
export type OmitAbsent<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** A copy without the keys whose value is undefined. */
export function omitAbsent<T extends object>(group: T): OmitAbsent<T> {
  return Object.fromEntries(
    Object.entries(group).filter(([, value]) => value !== undefined),
  ) as OmitAbsent<T>;
}
