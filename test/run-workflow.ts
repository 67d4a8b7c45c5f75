import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

/** What a step of a workflow runs by itself, with the environment that it is given. */
export interface RunStep {
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The `run:` steps of a workflow's job, as GitHub gives them to a shell. Throws where a step asks for another output
 * than is known.
 * @param outputs by step's id and name: `pages.origin`
 */
export function listRunSteps(
  yaml: string,
  job: string,
  outputs: Readonly<Record<string, string>>,
): RunStep[] {
  const { jobs } = parse(yaml) as Workflow;
  const fill = (text: string) =>
    text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
      const [, id, name] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
      const value = outputs[`${id}.${name}`];
      if (value === undefined) throw new Error(`No value for ${expression}`);
      return value;
    });
  const fillAll = (env: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)]));
  return (jobs[job]?.steps ?? []).flatMap(({ run, env }) =>
    run === undefined ? [] : [{ run: fill(run), env: fillAll(env) }],
  );
}

/** What actions/configure-pages says of a repository without a domain of its own. */
export function describePages(owner: string, repository: string): Record<string, string> {
  const origin = `https://${owner.toLowerCase()}.github.io`;
  const isRoot = repository.toLowerCase() === `${owner.toLowerCase()}.github.io`;
  return { "pages.origin": origin, "pages.base_path": isRoot ? "" : `/${repository}` };
}

// `node test/run-workflow.ts owner/repository`: what is committed here, built as in a fork of that name.
if (import.meta.main) {
  const [owner = "someone", repository = "archive"] = (process.argv[2] ?? "").split("/").filter(Boolean);
  const folder = join(mkdtempSync(join(tmpdir(), "workflow-")), repository);
  const runIn = (cwd: string, command: string, env: Readonly<Record<string, string>> = {}) => {
    console.log(`$ ${command}`);
    // As GitHub runs a step that names no shell; no setting of ours comes along.
    const clean = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith("ARCHIVE_")),
    );
    const { status } = spawnSync("bash", ["-e", "-c", command], {
      cwd,
      stdio: "inherit",
      env: { ...clean, CI: "true", GITHUB_ACTIONS: "true", ...env },
    });
    if (status !== 0) process.exit(status ?? 1);
  };
  runIn(".", `git clone --quiet --no-local '${resolve(".")}' '${folder}'`);
  const yaml = readFileSync(join(folder, ".github/workflows/publish.yml"), "utf8");
  for (const { run, env } of listRunSteps(yaml, "build", describePages(owner, repository)))
    runIn(folder, run, env);
  console.log(`Built in ${folder}/dist`);
}
