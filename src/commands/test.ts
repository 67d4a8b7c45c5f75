import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installBrowser } from "./find-browser.ts";

// `npm test`: every check and every test, all of them even when one fails, and one line at the end that counts them.

const folder = mkdtempSync(join(tmpdir(), "tingsuo-test-"));
const report = join(folder, "vitest.json");

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const checks: readonly Check[] = [
  { name: "format, lint and imports", command: ["biome", "check", "--error-on-warnings"] },
  {
    name: "format of .astro files",
    command: ["prettier", "--check", "--log-level", "warn", "src/**/*.astro"],
  },
  { name: "types", command: ["astro", "check", "--minimumSeverity", "hint"] },
  { name: "unused files, exports and dependencies", command: ["knip"] },
];

/** Runs a program of node_modules with this very Node, its output on the terminal. */
function run([program = "", ...args]: readonly string[]): boolean {
  const { status } = spawnSync(join("node_modules", ".bin", program), args, {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  return status === 0;
}

let passed = 0;
let failed = 0;
const count = (name: string, isGood: boolean) => {
  if (isGood) passed++;
  else {
    failed++;
    console.error(`✗ ${name}`);
  }
};

for (const { name, command } of checks) {
  console.log(`\n› ${name}`);
  count(name, run(command));
}

console.log("\n› tests");
try {
  process.env["CHROMIUM_PATH"] = installBrowser(console.log);
  const isGood = run([
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
  // A file that cannot even be read has no test to fail.
  if (!isGood && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites);
} catch (error) {
  count(error instanceof Error ? error.message : String(error), false);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
