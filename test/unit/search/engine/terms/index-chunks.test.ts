import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseChunks, readIndexChunks } from "../../../../../src/search/engine/terms/index-chunks.ts";

const choose = (starts: readonly string[], prefix: string) =>
  chooseChunks(
    starts.map((from) => ({ from, hash: "" })),
    prefix,
  ).map(({ from }) => from);

describe("chooseChunks", () => {
  it("takes every file that may hold a word with the beginning", () => {
    const starts = ["a", "我", "我们", "我们去", "我们的", "我出", "𠮷"];
    expect(choose(starts, "我们")).toEqual(["我们", "我们去", "我们的"]);
    expect(choose(starts, "我")).toEqual(["我", "我们", "我们去", "我们的", "我出"]);
    expect(choose(starts, "𠮷野")).toEqual(["𠮷"]);
  });
  it("orders by code point, as Pagefind does: ﬀ stands before 𠮷", () => {
    expect(choose(["ﬀ", "𠮷"], "ﬀ一")).toEqual(["ﬀ"]);
  });
  it("never leaves out a file that holds a word with the beginning", () => {
    const word = fc
      .array(fc.constantFrom("a", "b", "我", "们", "𠮷"), { minLength: 1, maxLength: 4 })
      .map((own) => own.join(""));
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1 }),
        fc.integer({ min: 1, max: 4 }),
        word,
        (words, size, prefix) => {
          const sorted = words.sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
          const files = Array.from({ length: Math.ceil(sorted.length / size) }, (_, k) =>
            sorted.slice(k * size, (k + 1) * size),
          );
          const starts = files.map(([first]) => first as string);
          const chosen = new Set(choose(starts, prefix));
          for (const [k, file] of files.entries())
            if (file.some((own) => own.startsWith(prefix)))
              expect(chosen.has(starts[k] as string)).toBe(true);
        },
      ),
    );
  });
});

describe("readIndexChunks", () => {
  it("says what is wrong with metadata of another form", () => {
    const signature = new TextEncoder().encode("pagefind_dcd");
    expect(() => readIndexChunks(new Uint8Array([...signature, 0x81, 0x01]))).toThrow("another version");
  });
});
