import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ProcessError, runMeasured } from "../../bench/run-measured.ts";

describe("runMeasured", () => {
  it("hands on every line that is printed", async () => {
    const lines: string[] = [];
    await runMeasured(process.execPath, ["-e", "console.log('一\\n二'); console.error('三')"], {
      onLine: (line) => lines.push(line),
    });
    expect(lines.sort()).toEqual(["一", "三", "二"].sort());
  });

  it.skipIf(!existsSync("/proc/self/stat"))("measures the memory of a child's child", async () => {
    const hold = "const held = Buffer.alloc(150e6, 1); setTimeout(() => held.length, 700)";
    const parent = `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(hold)}])`;
    const { peakBytes, wallSeconds } = await runMeasured(process.execPath, ["-e", parent]);
    expect(peakBytes).toBeGreaterThan(150e6);
    expect(wallSeconds).toBeGreaterThan(0.7);
  });

  it("tells the status and the last lines of a process that fails", async () => {
    const failing = runMeasured(process.execPath, ["-e", "console.error('坏了'); process.exit(3)"]);
    await expect(failing).rejects.toThrow(ProcessError);
    await expect(failing).rejects.toMatchObject({
      message: expect.stringContaining("status 3"),
      output: "坏了",
    });
  });
});
