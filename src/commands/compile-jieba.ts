import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readOwnerLanguage } from "../archive/content/load-show.ts";
import { jiebaCompiling, jiebaNotCompiled } from "../wording/commands/command-words.ts";
import { chooseInterfaceLanguage } from "../wording/interface-words.ts";
import { type Surroundings, terminal } from "./run-command.ts";

// `npm install` ends with it (finish-install.mjs). What nodejs-jieba's own script may have fetched has no checksum in package-lock.json.

/**
 * Whether a folder of nodejs-jieba holds a program that was compiled on this machine. node-gyp writes its configuration
 * above the only folder that an archive from elsewhere is unpacked into, and nothing else does.
 */
function isCompiledHere(folder: string): boolean {
  const build = join(folder, "build");
  return existsSync(join(build, "config.gypi")) && existsSync(join(build, "Release", "jieba.node"));
}

/** Compiles an addon in its folder. Returns what the compiler said where it failed. */
type Compile = (folder: string) => string | undefined;

/** Compiles jieba where that has not been done on this machine. Returns the exit status. */
export async function compileJieba(
  folder: string,
  { env, print, printError }: Surroundings,
  compile: Compile,
): Promise<0 | 1> {
  // An install without what builds the site.
  if (!existsSync(folder) || isCompiledHere(folder)) return 0;
  const language = chooseInterfaceLanguage(await readOwnerLanguage(env));
  print(jiebaCompiling[language]);
  const failure = compile(folder);
  if (failure === undefined) return 0;
  printError(`${failure}\n${jiebaNotCompiled[language]}`);
  return 1;
}

function compileWithGyp(folder: string): string | undefined {
  // Those that came with this Node, locked with it; where there are none node-gyp fetches them.
  const home = dirname(dirname(process.execPath));
  const hasHeaders = existsSync(join(home, "include", "node", "node_api.h"));
  const gyp = ["node_modules/node-gyp/bin/node-gyp.js", "rebuild", "--loglevel=error", "--directory", folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, gyp, {
    env: { ...process.env, ...(hasHeaders ? { npm_package_config_node_gyp_nodedir: home } : {}) },
    encoding: "utf8",
  });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}

if (import.meta.main)
  process.exitCode = await compileJieba(resolve("node_modules", "nodejs-jieba"), terminal, compileWithGyp);
