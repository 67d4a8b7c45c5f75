/** Arguments that cannot be understood. Its message says which, and what to write. */
export class CommandLineError extends Error {
  override readonly name = "CommandLineError";
}
