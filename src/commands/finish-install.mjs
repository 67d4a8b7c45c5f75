import { spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join, relative, resolve } from "node:path";

// What `npm install` ends with. It runs on whatever Node npm runs on, so it is JavaScript and says what it has to by itself.

const isWindows = process.platform === "win32";
const packages = resolve("node_modules");
const name = `${isWindows ? "win" : process.platform}-${process.arch}`;
const program = ["node", "node-bin"]
  .map((prefix) => join(packages, `${prefix}-${name}`, "bin", isWindows ? "node.exe" : "node"))
  .find(existsSync);

if (program !== undefined) linkNode(program);
const node = program ?? process.execPath;
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (program === undefined && (major < 22 || (major === 22 && minor < 19))) {
  console.error(
    `没有给${name}用的Node，这里的Node是${process.version}。请装Node 22.19或更新的版本。\nNo Node comes for ${name}, and the one here is ${process.version}. Install Node 22.19 or later.`,
  );
  process.exitCode = 1;
} else {
  process.exitCode = spawnSync(node, ["src/commands/compile-jieba.ts"], { stdio: "inherit" }).status ?? 1;
}

/**
 * Makes it the `node` of our scripts. npm 10 makes the link and takes it away again with the packages of other systems,
 * whose program has the same name.
 * @param {string} path
 */
function linkNode(path) {
  const folder = join(packages, ".bin");
  const link = join(folder, isWindows ? "node.exe" : "node");
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  if (isWindows) linkSync(path, link);
  else symlinkSync(relative(folder, path), link);
}
