import { spawn } from "node:child_process";
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

/**
 * Runs a program of node_modules with this very Node, its output on the terminal, or kept.
 * @returns whether it found nothing, and what it said where that is kept
 */
function run(
  [program = "", ...args]: readonly string[],
  output: "inherit" | "pipe",
): Promise<{ isGood: boolean; said: string }> {
  const child = spawn(join("node_modules", ".bin", program), args, {
    stdio: ["inherit", output, output],
    shell: process.platform === "win32",
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: "1",
      ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (status) => resolve({ isGood: status === 0, said }));
  });
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

// Beside one another: the types take as long as all the others.
const checking = checks.map(({ name, command }) => ({ name, result: run(command, "pipe") }));
for (const { name, result } of checking) {
  const { isGood, said } = await result;
  console.log(`\n› ${name}\n${said.trimEnd()}`);
  count(name, isGood);
}

console.log("\n› tests");
try {
  process.env["CHROMIUM_PATH"] = installBrowser(console.log);
  const { isGood } = await run(
    ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    "inherit",
  );
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
