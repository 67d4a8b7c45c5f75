import { describe, expect, it } from "vitest";
import { readOptions, takeOption } from "../../../src/commands/read-options.ts";
import { wordError } from "../../word-problems.ts";

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
