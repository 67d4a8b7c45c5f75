/**
 * The values to which a path leads: keys and numbers of elements with points between them, `*` for each element of a list,
 * `-1` for the last. The empty path leads to the value itself.
 */
export function followPath(value: unknown, path: string): unknown[] {
  let found: unknown[] = [value];
  for (const step of splitPath(path)) {
    found = found.flatMap((own) => {
      if (step === "*") return Array.isArray(own) ? own : [];
      const next = getOwn(own, step);
      return next === undefined ? [] : [next];
    });
  }
  return found;
}

/** The first value to which a path leads. */
export function getAt(value: unknown, path: string): unknown {
  let own = value;
  for (const step of splitPath(path)) own = getOwn(own, step);
  return own;
}

const paths = new Map<string, readonly string[]>();

/** A path's steps; they are few and the same again and again. */
export function splitPath(path: string): readonly string[] {
  const steps = paths.get(path) ?? (path === "" ? [] : path.split("."));
  paths.set(path, steps);
  return steps;
}

function getOwn(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return step === "-1" ? value.at(-1) : value[Number(step)];
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<string, unknown>)[step] ?? undefined;
}
