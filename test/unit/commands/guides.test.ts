import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { makeGuideArchive } from "../../../src/commands/screenshots/make-guide-archive.ts";

vi.setConfig({ testTimeout: 60_000 });

const pages = [
  "README.md",
  "README.zh.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** A content folder that holds what counts as the example that the project comes with. */
async function makeUntouched(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "tingsuo-guides-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, "content", "episodes", "deepseek-r1"), { recursive: true });
  await writeFile(join(root, "content", "show.yaml"), "title: AI Odyssey\n");
  return root;
}

test.each([
  ["docs/first-site.md", "en"],
  ["docs/first-site.zh.md", "zh"],
] as const)("%s shows what import asks and says, and what is answered", async (page, language) => {
  const root = await makeUntouched();
  const said = await makeGuideArchive(language, join(root, "content"));
  const guide = await readFile(page, "utf8");
  const lines = said.map((line) => line.replaceAll(`${root}/`, "").trim()).filter((line) => line !== "");
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => !guide.includes(line))).toEqual([]);
});

test("every command of the guides is one that there is", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = pages.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/npm (?:run )?([a-z]+)\b/g)].map(
      ([, script = ""]) => [page, script] as const,
    ),
  );
  const ofNpm = ["run", "ci", "install"];
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(([, script]) => !(script in scripts) && !ofNpm.includes(script))).toEqual([]);
});

/** As GitHub names a heading's anchor. */
function listAnchors(page: string): string[] {
  return [...readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("every link and picture of the guides leads to what is there", () => {
  const broken = pages.flatMap((page) => {
    const text = readFileSync(page, "utf8").replace(/```.*?```/gs, "");
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(
      ([, link, src]) => link ?? src ?? "",
    );
    return links.filter((link) => {
      if (/^https?:/.test(link)) return false;
      const [path = "", anchor] = link.split("#");
      const file = path === "" ? page : join(dirname(page), path);
      return !existsSync(file) || (anchor !== undefined && !listAnchors(file).includes(anchor));
    });
  });
  expect(broken).toEqual([]);
});
