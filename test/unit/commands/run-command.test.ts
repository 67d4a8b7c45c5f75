import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { makeProgress, readOptions, takeOption } from "../../../src/commands/run-command.ts";
import { wordError } from "../../word-problems.ts";

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

describe("readOptions", () => {
  const types = { ask: "boolean", by: "string" } as const;
  const refuse = (...args: string[]) => {
    const { fault } = readOptions(args, types);
    return fault && wordError(fault);
  };

  it("tells options from what is none, in any order", () => {
    expect(readOptions(["one", "--by=林晚", "--ask", "two"], types)).toEqual({
      values: { by: "林晚", ask: true },
      positionals: ["one", "two"],
    });
    expect(readOptions(["--", "--ask"], types)).toMatchObject({ values: {}, positionals: ["--ask"] });
  });

  it.each([
    [["--aks"], 'There is no option "--aks". Did you mean --ask?'],
    [["-x"], 'There is no option "-x".'],
    [["--constructor"], 'There is no option "--constructor".'],
    [["--hlep"], 'There is no option "--hlep". Did you mean --help?'],
    [["--by"], "--by needs a value. Write it behind."],
    [["--by="], "--by needs a value. Write it behind."],
    [["--by", "--ask"], "--by needs a value. Write it behind."],
    [["--ask=yes"], "--ask takes no value. Leave out the equals sign and what follows it."],
    [["--by", "-1"], undefined],
  ])("finds what is wrong with %j", (args, message) => {
    expect(refuse(...args)).toBe(message);
  });
});

describe("takeOption", () => {
  it("takes an option with its values, and leaves the rest as it stands", () => {
    expect(takeOption(["a", "--to", "x", "--to=y", "--too", "z"], "--to")).toEqual({
      values: ["x", "y"],
      rest: ["a", "--too", "z"],
      isLacking: false,
    });
  });

  it.each([[["--to"]], [["--to="]], [["--to", "--silent"]]])("sees that %j has no value", (args) => {
    expect(takeOption(args, "--to").isLacking).toBe(true);
  });
});
