/** Arguments that cannot be understood. Its message says which, and what to write. */
export class CommandLineError extends Error {
  override readonly name = "CommandLineError";
}

/** Shows progress on one line of a terminal; in a log, a line for each step, without the counting. */
export function makeProgress(stream: NodeJS.WriteStream): (text: string) => void {
  let last = "";
  return (text) => {
    if (stream.isTTY) {
      stream.write(`\r\u001b[2K${text.slice(0, stream.columns - 1)}`);
      return;
    }
    const step = text.replace(/\d+ of \d+$/u, "");
    if (step !== "" && step !== last) stream.write(`${text}\n`);
    last = step;
  };
}
