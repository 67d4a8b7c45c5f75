import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  readCorrections,
  readJsonChapters,
  readYamlChapters,
} from "../../src/archive/content/episode-reader.ts";
import { loadArchive } from "../../src/archive/content/load-archive.ts";
import { nameEpisodeFiles } from "../../src/archive/content/name-episode-files.ts";
import { readFrontMatter } from "../../src/archive/content/read-front-matter.ts";
import { readYaml } from "../../src/archive/content/read-yaml.ts";
import { renderNotes } from "../../src/archive/content/render-notes.ts";
import { FaultError } from "../../src/model/report.ts";
import { addCorrections } from "../../src/proofread/edit/edit-corrections.ts";
import { readReview } from "../../src/proofread/edit/review-file.ts";
import { describeProblem } from "../../src/wording/problems/describe-problem.ts";
import type { Random } from "../bench/random.ts";
import { countLines, expectHarmless, expectTime, expectTold } from "./expectations.ts";
import type { FuzzKind, InputParts } from "./fuzz-kind.ts";
import { encodeText, mutateLine, mutateText } from "./mutate.ts";
import { type Seeds, type WrittenName, writtenNames } from "./seeds.ts";
import { expectPassages } from "./transcript-kinds.ts";

function mutateWritten(name: WrittenName, random: Random, { written }: Seeds): string {
  const other = () => random.pick(written[random.pick(writtenNames)]);
  return mutateText(random.pick(written[name]), random, other);
}

const nobody = { people: [], ids: new Set<string>() };

/** What an owner writes by hand, one file alone, and what the commands write into it. */
export const writtenKind: FuzzKind = {
  name: "YAML, JSON and front matter",
  weight: 20,
  make(random, seeds) {
    const name = random.pick(writtenNames);
    return { [name]: mutateWritten(name, random, seeds) };
  },
  read(parts) {
    const [[name = "", content = ""] = []] = Object.entries(parts);
    const text = String(content).replace(/\r\n?/g, "\n");
    const lines = countLines(text);
    const { value, problems } = readYaml(text);
    expectTold(problems, lines);
    expectOwnKeys(value);
    expectTold(readReview(text, name).problems, lines);
    expectTold(readYamlChapters(text).problems, lines);
    const chapters = readJsonChapters(text);
    expectTold(chapters.problems, lines);
    for (const { start } of chapters.chapters) expectTime(start, "a chapter's start");
    const { data, problems: found } = readFrontMatter(text, "one", nobody);
    expectTold(found, lines);
    assert(Number.isFinite(data.offset), `an offset of ${data.offset}`);
    expectTime(data.duration, "the duration");
    editCorrections(text);
  },
};

function expectOwnKeys(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  assert(
    [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)),
    "a prototype of its own",
  );
  for (const [key, own] of Object.entries(value)) {
    assert(!["__proto__", "constructor", "prototype", "toString"].includes(key), `a key ${key}`);
    expectOwnKeys(own);
  }
}

/** An entry that is added to a file that can be read stands there, and all the others too. */
function editCorrections(text: string): void {
  const before = readCorrections(text);
  expectTold(before.problems, countLines(text));
  if (before.problems.length > 0) return;
  const added = { line: 5, heard: "征流: #", meant: "蒸馏" };
  const after = readCorrections(addCorrections(text, { replace: [added], keep: [] }));
  assert.deepEqual(after.problems, [], "an entry broke the file");
  const list = ({ corrections }: typeof before) =>
    corrections.replace.map(({ line, heard, meant }) => JSON.stringify([line, heard, meant])).sort();
  const wanted = [...list(before), JSON.stringify([added.line, added.heard, added.meant])].sort();
  assert.deepEqual(list(after), wanted, "an entry changed the others");
}

/** Show notes as they stand below the front matter. */
export const notesKind: FuzzKind = {
  name: "show notes",
  weight: 10,
  make: (random, { notes }) => ({
    "notes.md": mutateText(random.pick(notes), random, () => random.pick(notes)),
  }),
  read({ "notes.md": notes = "" }) {
    const text = String(notes).slice(0, 50_000);
    let html = "";
    try {
      ({ html } = renderNotes(text));
    } catch (error) {
      if (!(error instanceof FaultError) && !(error instanceof RangeError)) throw error;
    }
    assert(html.length < 2_000_000, `${html.length} characters of HTML`);
    expectHarmless(html);
  },
};

let folder: string | undefined;

/** Whole archives, of which some files are mutated, their names too. */
export const archiveKind: FuzzKind = {
  name: "archives",
  weight: 10,
  make(random, seeds) {
    const parts: Record<string, string | Uint8Array> = {
      "show.yaml": random.pick(seeds.written["show.yaml"]),
      "people.yaml": random.pick(seeds.written["people.yaml"]),
      "glossary.yaml": random.pick(seeds.written["glossary.yaml"]),
      "variants.yaml": random.pick(seeds.written["variants.yaml"]),
    };
    const { name, text, beside } = random.pick(seeds.transcripts.filter((own) => own.text.length < 20_000));
    const slug =
      random.pickIndex(6) === 0
        ? nameFolder(mutateLine("第1期 one", random, () => random.pick(seeds.fileNames)))
        : "one";
    const at = (file: string) => `episodes/${slug}/${file}`;
    parts[at("episode.md")] = beside["episode.md"] ?? random.pick(seeds.written["episode.md"]);
    for (const own of ["corrections.yaml", "chapters.yaml"])
      if (beside[own] !== undefined) parts[at(own)] = beside[own];
    parts[at(/^transcript\./.test(name) ? name : `transcript.${name.split(".").at(-1)}`)] = text;
    for (let count = 1 + random.pickIndex(3); count > 0; count--) {
      const path = random.pick(Object.keys(parts));
      parts[path] = encodeText(
        mutateText(String(parts[path]), random, () => random.pick(seeds.notes)),
        random,
      );
    }
    return parts;
  },
  async read(parts) {
    folder ??= mkdtempSync(join(tmpdir(), "tingsuo-fuzz-"));
    for (const [path, content] of Object.entries(parts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    try {
      await readArchive(folder, parts);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** A name that a folder can have. */
function nameFolder(text: string): string {
  const name = Buffer.from(text.replace(/[/\0]/g, ""))
    .subarray(0, 200)
    .toString("utf8")
    .replace(/\ufffd+$/, "");
  return /^\.*$/.test(name) ? "one" : name;
}

async function readArchive(contentDir: string, parts: InputParts): Promise<void> {
  const { archive, problems } = await loadArchive({ contentDir, includeDrafts: true });
  for (const problem of problems) {
    assert(problem.file.startsWith(contentDir), `a problem of ${problem.file}`);
    const content = parts[problem.file.slice(contentDir.length + 1)];
    assert(
      problem.line === undefined || content !== undefined,
      `${problem.kind} in a line of ${problem.file}`,
    );
    expectTold([problem], countLines(typeof content === "string" ? Buffer.from(content) : (content ?? "")));
    describeProblem(problem, "zh");
  }
  for (const episode of archive.episodes) {
    const path = `episodes/${episode.folder ?? episode.slug}/${episode.transcriptFile}`;
    const content = parts[path] ?? "";
    expectPassages(episode, countLines(typeof content === "string" ? Buffer.from(content) : content));
    assert(/^[\p{L}\p{M}\p{Nd}_-]+$/u.test(episode.slug), `a slug ${episode.slug}`);
    expectHarmless(episode.notesHtml ?? "");
  }
}

/** Names of files in an episode's folder. */
export const fileNameKind: FuzzKind = {
  name: "file names",
  weight: 2,
  make(random, { fileNames }) {
    const names = Array.from({ length: 1 + random.pickIndex(4) }, () =>
      mutateLine(random.pick(fileNames), random, () => random.pick(fileNames)),
    );
    return { names: names.join("/") };
  },
  read({ names = "" }) {
    const { files, problems } = nameEpisodeFiles(String(names).split("/"));
    expectTold(problems, 1);
    for (const own of Object.values(files)) assert(String(names).split("/").includes(own), `a file ${own}`);
  },
};
