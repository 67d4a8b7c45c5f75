import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as pagefind from "pagefind";
import { minify } from "vite";
import { FaultError } from "../../model/report.ts";

/** Writes Pagefind's browser module and WebAssembly, which all bundles share, into `pagefindDir`. */
export async function copyPagefind(pagefindDir: string): Promise<void> {
  const folder = join(pagefindDir, "own");
  const { index, errors } = await pagefind.createIndex({});
  if (index === undefined)
    throw new FaultError({ kind: "pagefind-not-started", values: { reason: errors.join(" ") } });
  // `unknown` is the language that Pagefind neither stems nor cuts.
  await index.addCustomRecord({ url: "/", content: "a", language: "unknown" });
  await index.writeFiles({ outputPath: folder });
  await pagefind.close();
  await mkdir(pagefindDir, { recursive: true });
  await copyFile(join(folder, "wasm.unknown.pagefind"), join(pagefindDir, "wasm.unknown.pagefind"));
  const { code } = await minify("pagefind.js", await readFile(join(folder, "pagefind.js"), "utf8"));
  await writeFile(join(pagefindDir, "pagefind.js"), code);
  await rm(folder, { recursive: true });
}
