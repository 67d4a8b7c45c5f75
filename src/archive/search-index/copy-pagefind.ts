import { copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import * as pagefind from "pagefind";

/** Writes Pagefind's browser module and WebAssembly, which all bundles share, into `pagefindDir`. */
export async function copyPagefind(pagefindDir: string): Promise<void> {
  const folder = join(pagefindDir, "own");
  const { index, errors } = await pagefind.createIndex({});
  if (index === undefined) throw new Error(`Pagefind does not start: ${errors.join(" ")}`);
  // `unknown` is the language that Pagefind neither stems nor cuts.
  await index.addCustomRecord({ url: "/", content: "a", language: "unknown" });
  await index.writeFiles({ outputPath: folder });
  await pagefind.close();
  await mkdir(pagefindDir, { recursive: true });
  for (const name of ["pagefind.js", "wasm.unknown.pagefind"])
    await copyFile(join(folder, name), join(pagefindDir, name));
  await rm(folder, { recursive: true });
}
