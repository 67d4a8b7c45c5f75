import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { makeProgress } from "../../../src/commands/run-command.ts";

/** What a progress writes to a terminal of so many columns, or to a log. */
function watch(columns?: number) {
  const written: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  const output = Object.assign(stream, columns === undefined ? {} : { isTTY: true, columns });
  return { written, show: makeProgress(output as unknown as NodeJS.WriteStream) };
}

describe("progress", () => {
  it("stays on one line of a terminal, whose characters of East Asia take two columns", () => {
    const { written, show } = watch(12);
    show("正在找：", "第3期");
    show("looking: ", "3 of 40");
    show("", "");
    expect(written).toEqual(["\r\u001b[2K正在找：第3", "\r\u001b[2Klooking: 3 ", "\r\u001b[2K"]);
  });

  it("is a line a step in a log, whatever it counts", () => {
    const { written, show } = watch();
    for (const count of ["第1期", "第2期"]) show("正在找：", count);
    show("", "");
    expect(written).toEqual(["正在找：第1期\n"]);
  });
});
