import { readFile } from "node:fs/promises";
import { CommandLineError } from "./read-suggest-options.ts";

/** A file's text; undefined where there is none. Throws where it may not be read. */
export async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new CommandLineError(`${file} cannot be read (${error.code}). Name another file with --file`);
  });
}
