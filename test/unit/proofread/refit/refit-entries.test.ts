import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Corrections } from "../../../../src/model/corrections.ts";
import { refitEntries } from "../../../../src/proofread/refit/refit-entries.ts";
import { hear } from "../suggest/hear.ts";

const old =
  "今天我们讲征流的做法。\n然后用征流的方式，让小模型学大模型。\n最后说 DeepSig 为什么便宜，谢谢大家。";
const none: Corrections = { replace: [], turns: [], keep: [] };

function refit(fresh: string, corrections: Partial<Corrections>) {
  return refitEntries(hear(old), hear(fresh), { ...none, ...corrections }, []).entries;
}
const second = { line: 2, heard: "征流", meant: "蒸馏", sure: 0.9, sourceLine: 2 };

describe("refitEntries", () => {
  test("moves a correction to its line and its place among several", () => {
    expect(refit(old.replaceAll("\n", ""), { replace: [second] })).toEqual([
      { sourceLine: 2, fate: "moved", keys: { time: undefined, line: 1, heard: "征流", nth: 2 } },
    ]);
  });
  test("keeps a correction where other words were heard, less sure", () => {
    expect(refit(old.replace("用征流", "用整流"), { replace: [second] })).toEqual([
      {
        sourceLine: 2,
        fate: "changed",
        keys: { time: undefined, line: 2, heard: "整流", nth: undefined, sure: 0.81 },
      },
    ]);
  });
  test("says that a correction is done where the new transcript is right", () => {
    expect(refit(old.replace("用征流", "用蒸馏"), { replace: [second] })).toEqual([
      { sourceLine: 2, fate: "done" },
    ]);
  });
  test("says that a place is lost where too little around it is left", () => {
    expect(refit("今天我们讲别的内容。谢谢大家。", { replace: [second] })).toEqual([
      { sourceLine: 2, fate: "lost" },
    ]);
  });
  test("loses a keep whose words are not heard any more", () => {
    const keep = [{ line: 2, heard: "征流", sourceLine: 5 }];
    expect(refit(old.replace("用征流", "用整流"), { keep })).toEqual([{ sourceLine: 5, fate: "lost" }]);
  });
  test("moves a turn, with the words it begins with where it begins inside a line", () => {
    const turns = [{ line: 3, speaker: "lin", sure: 1, sourceLine: 7 }];
    expect(refit(old.replaceAll("\n", ""), { turns })).toEqual([
      { sourceLine: 7, fate: "moved", keys: { time: undefined, line: 1, from: "最后说 Deep" } },
    ]);
  });
  test("moves everything, wherever lines are broken anew", () => {
    const breaks = fc.array(fc.nat(60), { maxLength: 8 });
    fc.assert(
      fc.property(breaks, (cuts) => {
        const joined = old.replaceAll("\n", "");
        const fresh = [...joined]
          .map((character, at) =>
            cuts.includes(at) && /\p{Script=Han}/u.test(character) ? `\n${character}` : character,
          )
          .join("");
        const replace = [second, { line: 3, heard: "DeepSig", meant: "DeepSeek", sure: 1, sourceLine: 3 }];
        for (const entry of refit(fresh, { replace })) {
          if (entry.fate !== "moved") throw new Error(`${entry.sourceLine} is ${entry.fate}`);
          const { line, heard = "", nth } = entry.keys;
          const found = hear(fresh).findPlace({ line, heard, ...(nth === undefined ? {} : { nth }) });
          expect(found).toBeDefined();
          const text = hear(fresh).text;
          expect(text.slice(found?.from, found?.to)).toBe(entry.sourceLine === 2 ? "征流" : "DeepSig");
          if (entry.sourceLine === 2) expect(found?.from).toBe(text.lastIndexOf("征流"));
        }
      }),
    );
  });
});
