import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ofVitest } from "../site/build-sites.ts";
import { openPage } from "./open-page.ts";
import { selectWords } from "./select-words.ts";

const files = {
  "content/show.yaml": "title: 夜谈\ndescription: 夜里谈的话\nauthor: 夜谈\nlanguage: zh-CN\n",
  "content/episodes/one/episode.md": "---\ntitle: 第一夜\ndate: 2024-01-01\n---\n",
  "content/episodes/one/transcript.txt":
    "林晚：今天聊凯咪，凯咪是什么？我很好奇。\n\n周明：凯咪是一个模型。那我们慢慢说。\n",
};
// A reload takes a busy machine some seconds, and each test waits for two.
vi.setConfig({ testTimeout: 90_000 });

const corrections = "episodes/one/corrections.yaml";

let server: ChildProcess;
let printed = "";
let folder = "";
let address = "";
let page: Page;

/** What `npm run dev` runs, on an archive of one episode, until its first page is there. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const port = await findPort();
  address = `http://localhost:${port}/episodes/one/`;
  server = spawn(
    process.execPath,
    ["--env-file=astro.env", "node_modules/astro/bin/astro.mjs", "dev", "--port", `${port}`],
    {
      env: {
        ...process.env,
        ...ofVitest,
        // Astro serves no pages where it finds itself in a test.
        VITEST: undefined,
        NODE_ENV: undefined,
        ARCHIVE_CONTENT: join(folder, "content"),
        ARCHIVE_CACHE: join(folder, "cache"),
        ARCHIVE_BASE: "",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (chunk) => {
      printed += String(chunk);
    });
  while ((await fetch(address).catch(() => undefined))?.ok !== true) {
    if (server.exitCode !== null) throw new Error(`The server has ended: ${printed}`);
    await setTimeout(200);
  }
  // Pages are loaded anew when the search is ready, and when Vite has found what they import.
  const first = await openPage(address);
  let loadedAt = Date.now();
  first.on("framenavigated", () => {
    loadedAt = Date.now();
  });
  while (!printed.includes("可以搜索了") || Date.now() - loadedAt < 2000) await setTimeout(100);
  await first.close();
}, 200_000);

afterAll(async () => {
  const ended = new Promise((resolve) => server.once("close", resolve));
  server.kill();
  await ended;
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await openPage(address);
});

afterEach(() => page.close());

/** A port that was free a moment ago. */
async function findPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "localhost", resolve));
  const found = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof found === "object" && found !== null ? found.port : 0;
}

/** A file of the content; undefined where there is none. */
const read = (name: string) => readFile(join(folder, "content", name), "utf8").catch(() => undefined);

/** Opens the panel for some words of a passage, as a reader does with a mouse. */
async function correct(anchor: string, words: string): Promise<void> {
  await selectWords(page, [anchor, words]);
  await page.locator("quote-bar [data-correct]").click();
  await page.locator("correct-panel .heard", { hasText: words }).waitFor();
}

const press = (action: string) => page.locator(`correct-panel [data-action="${action}"]`).click();
const said = () => page.locator("correct-panel [role=status]").innerText();
/** Waits until the page, loaded anew, has these words. */
const shows = (words: string) => page.locator("[data-transcript]", { hasText: words }).waitFor();

describe("an owner who corrects a passage on its page of the development server", () => {
  it("writes it where it stands, sees it there, and takes it back", async () => {
    await correct("p3", "慢慢");
    await page.getByLabel("改成").fill("缓缓");
    await press("here");
    await shows("那我们缓缓说。");
    expect(await said()).toContain(`${corrections}:1。`);
    expect(await read(corrections)).toBe("replace:\n  - { line: 3, heard: 慢慢, meant: 缓缓 }\n");
    await press("undo");
    await shows("那我们慢慢说。");
    expect(await read(corrections)).toBeUndefined();
  });

  it("writes it everywhere as a term that was none, and takes that back byte for byte", async () => {
    await correct("p1", "凯咪");
    await page.getByLabel("改成").fill("Kimi");
    await press("everywhere");
    await shows("今天聊Kimi，Kimi是什么？");
    await shows("Kimi是一个模型。");
    expect(await said()).toMatch(/glossary\.yaml:1。词表里新加了“Kimi”。1期节目里有3处改了。/);
    expect(await read("glossary.yaml")).toBe("- term: Kimi\n  heard: [凯咪]\n");
    await press("undo");
    await shows("今天聊凯咪，凯咪是什么？");
    expect(await read("glossary.yaml")).toBeUndefined();
  });

  it("says who speaks from some words on, by the keyboard, and takes it back", async () => {
    await page.locator("#p1 a.time").or(page.locator("a.time#p1")).first().focus();
    await page.keyboard.press("e");
    const whole = page.locator("correct-panel textarea");
    await whole.evaluate((field: HTMLTextAreaElement) => {
      const at = field.value.indexOf("我很好奇");
      field.setSelectionRange(at, at + "我很好奇".length);
    });
    await page.locator("correct-panel .heard", { hasText: "我很好奇" }).waitFor();
    await page.getByLabel("谁说的").fill("周明");
    await press("from-here");
    await page.locator('[data-passage][data-speaker="周明"]', { hasText: "我很好奇" }).waitFor();
    expect(await read(corrections)).toBe("turns:\n  - { line: 1, from: 我很好奇。, speaker: 周明 }\n");
    await press("undo");
    await page.locator('[data-passage][data-speaker="林晚"]', { hasText: "我很好奇" }).waitFor();
    expect(await read(corrections)).toBeUndefined();
  });

  it("is told why nothing is written", async () => {
    await correct("p1", "什么");
    await page.getByLabel("改成").fill("怎么");
    await press("everywhere");
    await page.locator("correct-panel [role=status]", { hasText: "“什么”是常见的词" }).waitFor();
    expect([await read(corrections), await read("glossary.yaml")]).toEqual([undefined, undefined]);
  });
});
