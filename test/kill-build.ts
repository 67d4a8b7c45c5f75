import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ofVitest } from "./site/build-sites.ts";

/** When a build is killed: so long after it began, all its processes, or where fixtures/die-at-rename.ts says. */
export type Moment = { readonly ms: number } | { readonly at: string };

/** Begins `npm run build` and kills it (`kill -9`). Resolves when none of its processes is left, with what it printed. */
export async function killBuild(
  environment: Readonly<Record<string, string>>,
  moment: Moment,
): Promise<{ isKilled: boolean; said: string }> {
  const dying = new URL("fixtures/die-at-rename.ts", import.meta.url).href;
  const child = spawn(process.execPath, ["src/commands/build.ts"], {
    env: {
      ...process.env,
      ...ofVitest,
      ...environment,
      FORCE_COLOR: "0",
      ...("at" in moment ? { DIE_AT: moment.at, NODE_OPTIONS: `--import=${dying}` } : {}),
    },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: who it begins is killed with it.
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const group = -(child.pid as number);
  let isKilled = false;
  const kill = () => {
    isKilled = signalGroup(group, "SIGKILL");
  };
  const timer = "ms" in moment ? setTimeout(kill, moment.ms) : undefined;
  const status = await new Promise((resolve) => child.once("close", resolve));
  clearTimeout(timer);
  if ("at" in moment) isKilled = status !== 0;
  while (signalGroup(group, "SIGKILL")) await new Promise((resolve) => setTimeout(resolve, 20));
  return { isKilled, said };
}

function signalGroup(group: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(group, signal);
    return true;
  } catch {
    return false;
  }
}

/** A fingerprint of each file below a folder, by its path; undefined where there is no folder. */
export async function readTree(folder: string): Promise<Record<string, string> | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined);
  const files = entries?.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  if (files === undefined) return undefined;
  const tree: Record<string, string> = {};
  for (const file of files.sort())
    tree[file.slice(folder.length + 1)] = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
  return tree;
}
