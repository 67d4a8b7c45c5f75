import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { dateEpisode, readChangeDates } from "../../../src/archive/read-change-dates.ts";
import { writeContent } from "./write-content.ts";

/** An archive in a folder of a repository of its own; each entry is committed on its day, in order. */
async function commit(changes: readonly (readonly [day: string, file: string])[]): Promise<string> {
  const root = await writeContent();
  const git = (day: string, ...args: string[]) =>
    execFileSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
      env: {
        ...process.env,
        GIT_COMMITTER_DATE: `${day}T08:00:00Z`,
        GIT_AUTHOR_DATE: "2001-01-01T00:00:00Z",
      },
      stdio: "ignore",
    });
  git("2001-01-01", "init");
  for (const [day, file] of changes) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), day);
    git(day, "add", file);
    git(day, "commit", "-m", day);
  }
  return root;
}

describe("when an episode's folder was changed", () => {
  it("is when a commit last touched it", async () => {
    const root = await commit([
      ["2025-01-01", "content/episodes/一 期/transcript.txt"],
      ["2025-02-01", "content/episodes/two/episode.md"],
      ["2025-03-01", "content/episodes/一 期/corrections.yaml"],
      ["2025-04-01", "content/glossary.yaml"],
    ]);
    expect(
      [...readChangeDates(join(root, "content"))].map(([name, date]) => [name, date.slice(0, 10)]),
    ).toEqual([
      ["一 期", "2025-03-01"],
      ["two", "2025-02-01"],
    ]);
  });

  it("is not known of a shallow clone, nor without a history", async () => {
    const root = await commit([
      ["2025-01-01", "episodes/two/episode.md"],
      ["2025-02-01", "episodes/three/episode.md"],
    ]);
    const shallow = join(await writeContent(), "clone");
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${root}`, shallow], { stdio: "ignore" });
    expect(readChangeDates(root).size).toBe(2);
    expect(readChangeDates(shallow).size).toBe(0);
    expect(readChangeDates(await writeContent()).size).toBe(0);
  });
});

describe("when an episode's page changed", () => {
  const date = (own: object, changed?: string) =>
    dateEpisode(
      { slug: "a", date: "2025-03-05", ...own },
      new Map(changed === undefined ? [] : [["a", changed]]),
    )?.toISOString();

  it("is its day where nothing else is known, and nothing where that is not", () => {
    expect(date({})).toBe("2025-03-05T00:00:00.000Z");
    expect(date({ date: "2025-03" })).toBeUndefined();
  });

  it("is its last change, or when it was published, where that was later", () => {
    expect(date({}, "2025-04-01T10:00:00+08:00")).toBe("2025-04-01T02:00:00.000Z");
    expect(date({}, "2024-04-01T10:00:00+08:00")).toBe("2025-03-05T00:00:00.000Z");
    expect(date({ publish: Date.parse("2025-05-01") }, "2025-04-01T10:00:00Z")).toBe(
      "2025-05-01T00:00:00.000Z",
    );
    expect(date({ date: "2025", folder: "b" }, "2025-04-01T10:00:00Z")).toBeUndefined();
  });
});
