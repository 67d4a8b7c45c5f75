import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findForm, mergeHits } from "../../../src/text/find-form.ts";
import { readTokens } from "../../../src/text/normalise.ts";

describe("findForm", () => {
  it("counts overlapping places: 哈哈 stands twice in 哈哈哈", () => {
    expect(findForm(readTokens("哈哈哈"), readTokens("哈哈"))).toHaveLength(2);
  });
  it("finds RL and not RLHF", () => {
    expect(findForm(readTokens("RL RLHF 的RL"), readTokens("RL"))).toHaveLength(2);
  });
  it("finds by its beginning the token that is still being typed", () => {
    expect(findForm(readTokens("Python pythonic py"), readTokens("pyth"), true)).toHaveLength(2);
  });
});

describe("mergeHits", () => {
  it("counts once a place found by two forms or inside a longer form's", () => {
    const longer = [{ from: 0, to: 4 }];
    const shorter = [
      { from: 2, to: 4 },
      { from: 6, to: 8 },
    ];
    expect(mergeHits([shorter, longer])).toEqual([
      { from: 0, to: 4 },
      { from: 6, to: 8 },
    ]);
    expect(mergeHits([shorter, shorter])).toEqual(shorter);
  });
  it("keeps overlapping places of one form", () => {
    const places = [
      { from: 0, to: 2 },
      { from: 1, to: 3 },
    ];
    expect(mergeHits([places, []])).toEqual(places);
  });
  it("keeps exactly the places that no other form's place holds", () => {
    const place = fc.record({ from: fc.nat(12), length: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat(12), { maxLength: 6 }), { minLength: 2, maxLength: 3 }),
        place,
        (starts, { length }) => {
          // A form has one length, so the k-th form's places are as long as `length + k`.
          const byForm = starts.map((own, k) =>
            own.sort((a, b) => a - b).map((from) => ({ from, to: from + length + k })),
          );
          const all = byForm.flatMap((hits, form) => hits.map((hit) => ({ hit, form })));
          const expected = all.filter(
            ({ hit, form }) =>
              !all.some((other) => other.form > form && other.hit.from <= hit.from && hit.to <= other.hit.to),
          );
          expect(mergeHits(byForm)).toHaveLength(expected.length);
        },
      ),
    );
  });
});
