import { spawn } from "node:child_process";
import { join } from "node:path";
import { startVitest } from "vitest/node";
import { installBrowser } from "./find-browser.ts";

// `npm test`: every check and every test, all of them even when one fails, and one line at the end that counts them.

interface Check {
  readonly name: string;
  /** Ends with status 0 where it finds nothing. */
  readonly command: readonly string[];
}

interface Outcome {
  readonly isGood: boolean;
  readonly said: string;
}

/** Seconds, all together. */
const quick: readonly Check[] = [
  { name: "format, lint and imports", command: ["biome", "check", "--error-on-warnings"] },
  {
    name: "format of .astro files",
    command: ["prettier", "--check", "--log-level", "warn", "src/**/*.astro"],
  },
  { name: "unused files, exports and dependencies", command: ["knip"] },
  { name: "what only tests use", command: ["knip", "--production"] },
];

/** As long as the sites of the tests take to build, on one core: the tests begin beside it. */
const types: Check = { name: "types", command: ["astro", "check", "--minimumSeverity", "hint"] };

/** Runs a program of node_modules with this very Node. */
function run([program = "", ...args]: readonly string[]): Promise<Outcome> {
  const child = spawn(join("node_modules", ".bin", program), args, {
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}) },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (status) => resolve({ isGood: status === 0, said }));
  });
}

let passed = 0;
const failures: string[] = [];

async function report({ name }: Check, outcome: Promise<Outcome>): Promise<void> {
  const { isGood, said } = await outcome;
  console.log(isGood ? `✓ ${name}` : `\n✗ ${name}\n${said.trimEnd()}\n`);
  if (isGood) passed++;
  else failures.push(name);
}

async function runTests(): Promise<void> {
  const { state } = await startVitest([], { watch: false });
  for (const module of state.getTestModules()) {
    const failed = [...module.children.allTests("failed")].map(({ fullName }) => fullName);
    for (const test of module.children.allTests("passed")) {
      passed++;
      if (test.diagnostic()?.flaky) console.log(`~ passed the second time: ${test.fullName}`);
    }
    // A file that cannot be read, or whose hook fails, has no test to fail.
    failures.push(...(module.ok() || failed.length > 0 ? failed : [module.relativeModuleId]));
  }
  // Vitest sets it for whatever else went wrong: a site that is not built, an error that no test waited for.
  if (process.exitCode === 1 && failures.length === 0) failures.push("the tests could not be run");
}

process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
const [typing, ...checking] = [types, ...quick].map(({ command }) => run(command)) as [
  Promise<Outcome>,
  ...Promise<Outcome>[],
];
for (const [index, check] of quick.entries()) await report(check, checking[index] as Promise<Outcome>);

try {
  process.env["CHROMIUM_PATH"] = installBrowser(console.log);
  await runTests();
} catch (error) {
  failures.push(error instanceof Error ? error.message : String(error));
}
await report(types, typing);

console.log(failures.map((name) => `\n✗ ${name}`).join(""));
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
