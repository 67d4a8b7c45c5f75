import { describe, expect, it } from "vitest";
import { type Cause, HitCursor } from "../../../../src/browser/transcript/hit-cursor.ts";
import type { PassageHit } from "../../../../src/browser/transcript/passage-index.ts";

/** A hit at the beginning of each of these passages. */
const hitsIn = (...passages: number[]): PassageHit[] =>
  passages.map((passage) => [{ passage, from: 0, to: 2 }]);

function take(cause: Cause, asked: number | undefined, ...passages: number[]): HitCursor {
  const cursor = new HitCursor();
  cursor.take(hitsIn(...passages), cause, asked);
  return cursor;
}

describe("the first hit of a query", () => {
  it("is the first of all on a page that is opened with it", () => {
    expect(take("arrival", undefined, 3, 5).passage).toBe(3);
  });

  it.each(["arrival", "return"] as const)("is the one in the passage that the address names: %s", (cause) => {
    expect(take(cause, 5, 3, 5).index).toBe(1);
  });

  it.each(["arrival", "return"] as const)("is none where the address names another passage: %s", (cause) => {
    expect(take(cause, 4, 3, 5).hit).toBeUndefined();
  });

  it("is the next one from where the reader began to type, round the end", () => {
    const cursor = new HitCursor();
    cursor.beginAt(4);
    cursor.take(hitsIn(3, 5), "typing", undefined);
    expect(cursor.passage).toBe(5);
    cursor.take(hitsIn(1, 3), "typing", undefined);
    expect(cursor.passage).toBe(1);
  });

  it("is the one in the passage of the hit before, when the text changes", () => {
    const cursor = take("arrival", undefined, 3, 5);
    cursor.goTo(1);
    cursor.take(hitsIn(2, 3, 5), "text", undefined);
    expect(cursor.index).toBe(2);
  });

  it("is none of none", () => {
    expect(take("typing", undefined).index).toBe(-1);
  });
});

describe("a step", () => {
  it("goes to the next hit and to the one before, round the ends", () => {
    const cursor = take("arrival", undefined, 3, 5, 8);
    expect([cursor.findStep(1, Number), cursor.findStep(-1, Number)]).toEqual([1, 2]);
  });

  it("goes from the passage that is read where no hit is the current one", () => {
    const cursor = take("arrival", 4, 3, 5, 8);
    expect([cursor.findStep(1, () => 4), cursor.findStep(-1, () => 4)]).toEqual([1, 0]);
  });

  it("goes nowhere without hits", () => {
    expect(take("typing", undefined).findStep(1, Number)).toBe(-1);
  });

  it("is where typing goes on from", () => {
    const cursor = take("arrival", undefined, 3, 5, 8);
    cursor.goTo(2);
    cursor.take(hitsIn(1, 9), "typing", undefined);
    expect(cursor.passage).toBe(9);
  });
});
