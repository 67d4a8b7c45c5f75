/**
 * 1-based line on which a text stops being JSON; the last line where it only ends too soon. The engine names a
 * position for some faults and not for others, but it can always tell whether a beginning could still go on.
 */
export function findJsonFault(lines: readonly string[]): number {
  let sound = 0;
  let faulty = lines.length;
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2);
    if (couldGoOn(lines.slice(0, middle).join("\n"))) sound = middle;
    else faulty = middle;
  }
  return faulty;
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    const position = /at position (\d+)/.exec(reason)?.[1];
    return /^(?:Unexpected end|Unterminated string)/.test(reason) || Number(position) >= beginning.length;
  }
}
