import { describe, expect, test } from "vitest";
import { decideGroups, type Question, type Reply } from "../../../../src/commands/suggest/decide-groups.ts";

const makeGroup = (heard: string, lines: number[]) => ({
  about: "蒸馏",
  heard,
  meant: "蒸馏",
  sure: 0.9,
  why: "",
  places: lines.map((line) => ({ slug: "one", place: { line, heard }, context: "" })),
});
const groups = [makeGroup("征流", [1, 2]), makeGroup("帧流", [3])];

/** Answers one after another, and what was decided. */
async function answer(...answers: Reply[]) {
  const asked: Question[] = [];
  const decisions = await decideGroups(groups, async (question) => {
    asked.push(question);
    return answers[asked.length - 1] ?? "stop";
  });
  return { asked, decided: decisions.map(({ place, verdict }) => `${place.line} ${verdict}`) };
}

describe("decideGroups", () => {
  test("decides about all places of a form at once", async () => {
    expect((await answer("yes", "no")).decided).toEqual(["1 yes", "2 yes", "3 no"]);
  });
  test("asks for each place where that is wanted", async () => {
    expect((await answer("each", "here", "no", "skip")).decided).toEqual(["1 here", "2 no"]);
  });
  test("takes the last answers back, one after another", async () => {
    expect((await answer("yes", "undo", "no", "undo", "here", "yes")).decided).toEqual([
      "1 here",
      "2 here",
      "3 yes",
    ]);
  });
  test("takes a place's answer back and asks about that place again", async () => {
    const { asked, decided } = await answer("each", "yes", "undo", "no", "yes", "skip");
    expect(asked.map(({ place }) => place)).toEqual([undefined, 0, 1, 0, 1, undefined]);
    expect(decided).toEqual(["1 no", "2 yes"]);
  });
  test("offers no undo before the first answer", async () => {
    expect((await answer("yes", "no")).asked.map(({ canUndo }) => canUndo)).toEqual([false, true]);
  });
  test("keeps what was decided when somebody stops", async () => {
    expect((await answer("yes", "stop")).decided).toEqual(["1 yes", "2 yes"]);
    expect((await answer("stop")).decided).toEqual([]);
  });
});
