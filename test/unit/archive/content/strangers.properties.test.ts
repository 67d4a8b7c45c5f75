import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readCorrections,
  readJsonChapters,
  readYamlChapters,
} from "../../../../src/archive/content/episode-reader.ts";
import { loadArchive } from "../../../../src/archive/content/load-archive.ts";
import { readFrontMatter } from "../../../../src/archive/content/read-front-matter.ts";
import { readYaml } from "../../../../src/archive/content/read-yaml.ts";
import { renderNotes } from "../../../../src/archive/content/render-notes.ts";
import type { LineProblem } from "../../../../src/model/problem.ts";
import { FaultError } from "../../../../src/model/report.ts";
import { wordProblem } from "../../../../src/wording/problems/describe-problem.ts";
import { writeContent } from "../write-content.ts";

/** Texts made of what files are made of, so that readers get past their first line, and of what nobody writes. */
function makeText(pieces: string): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...pieces.split(" "), " ", "\n", "\n  ", "\n- ", ": ") },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  );
  return fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));
}

const yaml = makeText(
  "title date people speakers links audio cover topics offset duration draft term heard also near form slug note line time from start replace turns keep meant sure nth by speaker name role aliases bio language __proto__ constructor prototype toString { } [ ] , ? & * ! | > ' \" # % @ --- ... ~ null true .inf .nan 1e999 -0 0x1f 12:30 2025-02-30 ../../etc/passwd index.html search-api.js file:///etc/passwd javascript:alert(1) 蒸馏 lin \t \0",
);
const json = makeText(
  '{ } [ ] , " "chapters": "startTime": "title": "toc": "__proto__": 1 1e999 -1 null true "开场" \\ \\u0000 "version" false \t',
);
const notes = makeText(
  '# - * _ ` ``` ~~~ | |- |:-: > ![a]( [a]( [a]: [^a] [^a]: ) < > <b> <i> <a> <font color=1> <p> <div> <table> <tr> <td> </b> </table> <img src="http://a.b/c.png"> <img src=//a/b> <script> <style> <svg> <template> <select> <!-- --> &lt; &#0; http://a.b \\ \t \0 onerror=alert(1)',
);

/** Sentences can be told of all, and each names a line of the text. */
function expectTold(problems: readonly LineProblem[], text: string): void {
  const lines = text.split("\n").length;
  for (const problem of problems) {
    expect(wordProblem(problem).en).not.toBe("");
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.line).toBeLessThanOrEqual(lines);
  }
}

/** The same inputs each time: what fails here fails for everybody. */
const seed = 20261128;

const nobody = { people: [], ids: new Set<string>() };

describe("whatever stands in it,", () => {
  test("YAML is read or told of by its lines, and no key is one that objects have", () => {
    const findOwn = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      expect(
        ["__proto__", "constructor", "prototype", "toString"].some((key) => Object.hasOwn(value, key)),
      ).toBe(false);
      expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
      for (const own of Object.values(value)) findOwn(own);
    };
    fc.assert(
      fc.property(yaml, (text) => {
        const { value, problems } = readYaml(text);
        expectTold(problems, text);
        findOwn(value);
      }),
      { numRuns: 1000, seed },
    );
  });

  test("corrections, chapters and front matter are read or told of by their lines", () => {
    fc.assert(
      fc.property(yaml, json, (text, object) => {
        expectTold(readCorrections(text).problems, text);
        expectTold(readYamlChapters(text).problems, text);
        expectTold(readJsonChapters(object).problems, object);
        const file = `---\n${text}\n---\n`;
        const { data, problems } = readFrontMatter(file, "one", nobody);
        expectTold(problems, file);
        expect([data.offset, data.duration ?? 0].every(Number.isFinite)).toBe(true);
        if (data.audio !== undefined)
          expect(data.audio).toMatch(/^https?:|\.(?:mp3|m4a|m4b|mp4|aac|ogg|oga|opus|wav|flac|webm)$/);
      }),
      { numRuns: 500, seed },
    );
  });

  test("notes become HTML of bounded length that loads nothing but pictures of https, or are refused", () => {
    fc.assert(
      fc.property(notes, fc.integer({ min: 1, max: 60 }), (text, times) => {
        let html = "";
        try {
          ({ html } = renderNotes(text.repeat(times)));
        } catch (error) {
          if (!(error instanceof FaultError) && !(error instanceof RangeError)) throw error;
        }
        expect(html.length).toBeLessThan(2_000_000);
        for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) {
          expect(tag).not.toMatch(/^<(?:script|style|svg|iframe|source|template)/);
          expect(tag.replace(/"[^"]*"/g, "")).not.toMatch(/\s(?:on\w+|srcset|style)=/);
          expect(tag).not.toMatch(/\ssrc="(?:http:|\/\/|\\)/);
        }
      }),
      { numRuns: 300, seed },
    );
  });

  test("an archive is loaded, and every problem has its file", async () => {
    const contentDir = await writeContent();
    const names = ["show.yaml", "people.yaml", "glossary.yaml", "variants.yaml"].concat(
      ["episode.md", "corrections.yaml", "chapters.yaml", "transcript.txt"].map(
        (name) => `episodes/one/${name}`,
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), yaml, fc.boolean(), async (name, text, isWhole) => {
        const written = name.endsWith(".md") && isWhole ? `---\ntitle: 一\ndate: 2025\n${text}\n---\n` : text;
        await writeFile(join(contentDir, name), written);
        const { problems } = await loadArchive({ contentDir, includeDrafts: true });
        for (const problem of problems) {
          expect(problem.file.startsWith(contentDir)).toBe(true);
          expect(wordProblem(problem).zh).not.toBe("");
        }
      }),
      { numRuns: 200, seed },
    );
  });
});
