import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FaultError } from "../model/report.ts";
import { mcpHelp } from "../wording/commands/agent-words.ts";
import type { SitePlace } from "./mcp/published-site.ts";
import { readOptions } from "./read-options.ts";
import { runCommand, type Surroundings, terminal } from "./run-command.ts";

export interface McpSurroundings extends Surroundings {
  /** Serves the site to the agent at standard input and output. Resolves to the exit status. */
  serveAgents(site: SitePlace): Promise<number>;
}

/** Serves a site to agents. Returns the exit status: 0 or 2 (see `mcpHelp`). */
export function runMcp(args: readonly string[], surroundings: McpSurroundings): Promise<number> {
  return runCommand(
    {
      name: "mcp",
      help: mcpHelp,
      run: async (own) => {
        const { positionals, fault } = readOptions(own, {});
        if (fault !== undefined) throw fault;
        const [given, argument] = positionals;
        if (argument !== undefined)
          throw new FaultError({ kind: "argument-unexpected", values: { argument } });
        if (given === undefined) throw new FaultError({ kind: "site-not-named", values: {} });
        return surroundings.serveAgents(await findSite(given));
      },
    },
    args,
    surroundings,
  );
}

async function findSite(given: string): Promise<SitePlace> {
  const url = /^https?:\/\//i.test(given) ? URL.parse(given) : null;
  if (url !== null) {
    // The address of a file of the site will do: `…/llms.txt`.
    const root = new URL(url.pathname.replace(/\/[^/]*\.[^/]*$/, "/").replace(/\/*$/, "/"), url.origin);
    return { root: root.href };
  }
  const folder = resolve(given);
  if ((await stat(folder).catch(() => undefined))?.isDirectory() !== true)
    throw new FaultError({ kind: "site-not-there", values: { given } });
  if ((await stat(join(folder, "search-pointer.json")).catch(() => undefined)) === undefined)
    throw new FaultError({ kind: "site-not-built", values: { folder: given } });
  return { root: await readRoot(folder), folder };
}

/** The address that a built site says it has: where `npm run preview` serves it, where its owner has named none. */
async function readRoot(folder: string): Promise<string> {
  const sitemap = await readFile(join(folder, "sitemap-index.xml"), "utf8").catch(() => "");
  const [, location = ""] = /<loc>\s*([^\s<]+)/.exec(sitemap) ?? [];
  return URL.parse(".", location)?.href ?? "http://localhost:4321/";
}

/** What a network may need. All else of the environment stays with the owner. */
const handedOn = [
  "SystemRoot",
  "NODE_EXTRA_CA_CERTS",
  "NODE_USE_ENV_PROXY",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
];

/** In a process that can read the site and this program, write nothing, and begin nothing (README.md, "mcp"). */
async function serveInProcess({ root, folder }: SitePlace): Promise<number> {
  const checkout = fileURLToPath(new URL("../../", import.meta.url));
  const readable = ["package.json", "node_modules/*", "src/*"].map((path) => join(checkout, path));
  if (folder !== undefined) readable.push(join(folder, "*"));
  const child = spawn(
    process.execPath,
    [
      ...["--permission", ...readable.map((path) => `--allow-fs-read=${path}`)],
      ...["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
      fileURLToPath(new URL("./mcp/serve-agents.ts", import.meta.url)),
      ...[root, ...(folder === undefined ? [] : [folder])],
    ],
    {
      stdio: "inherit",
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => handedOn.includes(name))),
    },
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill());
  const [status] = (await once(child, "exit")) as [number | null];
  return status ?? 0;
}

if (import.meta.main)
  process.exitCode = await runMcp(process.argv.slice(2), { ...terminal, serveAgents: serveInProcess });
