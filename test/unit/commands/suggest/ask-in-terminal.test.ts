import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { askInTerminal } from "../../../../src/commands/suggest/ask-in-terminal.ts";
import type { Question } from "../../../../src/commands/suggest/decide-groups.ts";
import type { SuggestionGroup } from "../../../../src/proofread/suggest/suggestion.ts";

const group: SuggestionGroup = {
  about: "蒸馏",
  heard: "征流",
  meant: "蒸馏",
  sure: 0.9,
  why: "It sounds the same.",
  places: [],
};
const question: Question = { group, done: 0, total: 3, canUndo: true };

function open() {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
  });
  const choose = askInTerminal({ input, output });
  return {
    input,
    ask: (language: "zh" | "en" = "en") => choose(question, language),
    readShown: () => stripVTControlCharacters(shown),
  };
}

describe("a question in the terminal", () => {
  it("is answered by one key", async () => {
    const { input, ask } = open();
    const answer = ask();
    input.write("h");
    expect(await answer).toBe("here");
  });

  it.each([
    [
      "zh",
      ["第1个，共3个：征流 → 蒸馏？（90%把握）", "是，哪里都是", "撤回上一个回答", "到此为止（Ctrl-C也行）"],
    ],
    [
      "en",
      ["1 of 3: 征流 → 蒸馏? (90 %)", "yes, wherever it stands", "undo the last answer", "stop (Ctrl-C"],
    ],
  ] as const)("is asked in the language %s", async (language, words) => {
    const { input, ask, readShown } = open();
    const answer = ask(language);
    input.write("y");
    await answer;
    for (const word of words) expect(readShown()).toContain(word);
  });

  it("leaves the keys that came in one piece with its answer to the questions after it", async () => {
    const { input, ask } = open();
    const first = ask();
    input.write("yns");
    expect([await first, await ask(), await ask()]).toEqual(["yes", "no", "skip"]);
  });

  it("is answered by what was typed before it was asked", async () => {
    const { input, ask } = open();
    input.write("ny");
    expect([await ask(), await ask()]).toEqual(["no", "yes"]);
  });

  it("passes over keys that answer nothing, Enter too", async () => {
    const { input, ask } = open();
    const answer = ask();
    input.write("x\u001b[A\r\n");
    input.write("u");
    expect(await answer).toBe("undo");
  });

  it.each([
    ["Ctrl-C", "\u0003"],
    ["q", "q"],
    ["Escape", "\u001b"],
  ])("stops by %s", async (_, key) => {
    const { input, ask } = open();
    const answer = ask();
    input.write(key);
    expect(await answer).toBe("stop");
  });
});
