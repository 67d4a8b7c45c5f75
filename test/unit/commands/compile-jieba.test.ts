import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { compileJieba } from "../../../src/commands/compile-jieba.ts";

/** Installs into a folder that holds these files. */
async function install(files: readonly string[], failure?: string) {
  const folder = mkdtempSync(join(tmpdir(), "tingsuo-jieba-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), "");
  }
  let compiled = 0;
  const said: string[] = [];
  const tell = (text: string) => void said.push(text);
  const surroundings = { env: { ARCHIVE_LANG: "en" }, print: tell, printError: tell };
  const status = await compileJieba(folder, surroundings, () => {
    compiled++;
    return failure;
  });
  return { status, compiled, said: said.join("\n") };
}

it("compiles jieba where nothing is there", async () => {
  expect(await install(["binding.gyp"])).toMatchObject({ status: 0, compiled: 1 });
});

it("takes no program that was fetched, whatever came with it", async () => {
  const fetched = [
    "build/Release/jieba.node",
    "build/Release/config.gypi",
    "build/Release/obj.target/jieba.node",
  ];
  expect(await install(fetched)).toMatchObject({ status: 0, compiled: 1 });
});

it("compiles once", async () => {
  const compiled = ["build/config.gypi", "build/Release/jieba.node"];
  expect(await install(compiled)).toEqual({ status: 0, compiled: 0, said: "" });
});

it("says what it takes where it cannot be compiled, below what the compiler said", async () => {
  const { status, said } = await install(["binding.gyp"], "g++: not found");
  expect(status).toBe(1);
  expect(said).toMatch(/g\+\+: not found\njieba cannot be compiled; .*xcode-select --install/);
});
