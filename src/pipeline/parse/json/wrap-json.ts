/**
 * The lines of a JSON document as they can be parsed, each where it was: without the fence that language models put around
 * it, and a record on each line (JSON Lines) as one list. Other lines stay as they are.
 */
export function wrapJson(lines: readonly string[]): readonly string[] {
  const bare = dropFence(lines);
  const full = bare.filter((line) => line.trim() !== "");
  if (full.length < 2 || !full.every((line) => /^\s*\{.*\}\s*$/.test(line))) return bare;
  let left = full.length;
  return bare.map((line) => {
    if (line.trim() === "") return line;
    left -= 1;
    return `${left === full.length - 1 ? "[" : ""}${line}${left === 0 ? "]" : ","}`;
  });
}

function dropFence(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const isFenced =
    /^\s*```(?:json)?\s*$/i.test(lines[first] ?? "") && /^\s*[[{]/.test(lines[first + 1] ?? "");
  return isFenced ? lines.map((line) => (/^\s*```/.test(line) ? "" : line)) : lines;
}
