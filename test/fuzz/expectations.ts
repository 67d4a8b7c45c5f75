import assert from "node:assert/strict";
import type { LineProblem } from "../../src/model/problem.ts";
import { wordProblem } from "../../src/wording/problems/describe-problem.ts";

/**
 * The lines of a file as an editor counts them, at most. Records of JSON on one line, cues of XML on one line and
 * paragraphs of a Word document have their numbers for lines.
 */
export function countLines(content: string | Uint8Array): number {
  if (typeof content === "string") return content.split(/\r\n|\n|\r/).length;
  let [ends, records, tags] = [1, 1, 1];
  for (const byte of content) {
    if (byte === 0x0a || byte === 0x0d) ends += 1;
    if (byte === 0x7b || byte === 0x5b) records += 1;
    if (byte === 0x3c) tags += 1;
  }
  // In whatever encoding.
  const text = Buffer.from(content)
    .toString("latin1")
    .replace(/[^\x20-\x7e\r\n]/g, "")
    .trim();
  if (text.startsWith("PK")) return Number.POSITIVE_INFINITY;
  // Behind what a mutation has put before it, and the parser passes over.
  if (/^[^<]{0,40}</.test(text)) return Math.max(ends, tags);
  // A byte of a character of two may look like the end of a line.
  return /^[[{]/.test(text) ? Math.max(ends, records) : ends;
}

/** Every problem can be told in both languages, and names a line that its file has. */
export function expectTold(problems: readonly LineProblem[], lines: number): void {
  for (const problem of problems) {
    const { zh, en } = wordProblem(problem);
    assert(zh !== "" && en !== "", `${problem.kind} has no words`);
    const { line, others } = problem;
    for (const own of [line, others?.lastLine])
      if (own !== undefined)
        assert(
          own >= 1 && own <= lines && Number.isInteger(own),
          `${problem.kind} in line ${own} of ${lines}`,
        );
  }
}

/** Times are numbers from 0 on. */
export function expectTime(seconds: number | undefined, what: string): void {
  assert(seconds === undefined || (Number.isFinite(seconds) && seconds >= 0), `${what} is ${seconds}`);
}

const tag = /<(\/?[a-z][^\s>/]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const loading = /^(?:script|style|iframe|object|embed|link|meta|base|form|template|source|svg|math)$/i;

/** Nothing in HTML that was made of strangers' text runs, loads or leads to a script. */
export function expectHarmless(html: string): void {
  for (const [all, name = "", attributes = ""] of html.matchAll(tag)) {
    assert(!loading.test(name), `an element ${name}: ${all.slice(0, 200)}`);
    const names = attributes.replace(/"[^"]*"|'[^']*'/g, "");
    assert(
      !/[\s/](?:on\w+|srcset|style|srcdoc|formaction)\s*(?:=|$)/i.test(names),
      `an attribute of ${all.slice(0, 200)}`,
    );
    // As a browser reads an address: without what is not seen in it.
    for (const [, value = ""] of attributes.matchAll(/(?:href|src|cite|action)=["']([^"']*)["']/gi)) {
      const address = value.replace(/&#x([0-9a-f]+);/gi, (_, hex: string) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      );
      assert(
        !/^[\s\0-\x1f]*(?:javascript|data|vbscript|file):/i.test(address.replace(/[\t\n\r]/g, "")),
        `an address in ${all.slice(0, 200)}`,
      );
    }
  }
}

/** No key was added to what all objects have. */
export function expectUnpolluted(): void {
  for (const shared of [Object.prototype, Array.prototype, String.prototype, Function.prototype])
    assert(Object.keys(shared).length === 0, `every object has "${Object.keys(shared).join(", ")}"`);
}
