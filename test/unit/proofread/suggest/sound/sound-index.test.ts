import fc from "fast-check";
import { expect, test } from "vitest";
import { measureLikeness } from "../../../../../src/proofread/suggest/sound/measure-likeness.ts";
import { SoundIndex, type SoundPath } from "../../../../../src/proofread/suggest/sound/sound-index.ts";

const LEAST = 0.7;
const reading = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 9 });

/** Each beginning of each reading as a stretch of its own. */
function makePaths(readings: readonly (readonly number[])[]): SoundPath[] {
  let stretch = 0;
  return readings.map((phones) => ({
    phones,
    ends: phones.map((_, index) => ({ depth: index + 1, stretch: stretch++ })),
  }));
}

test("SoundIndex finds what an alignment with every stretch finds, and as alike", () => {
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 12 }), reading, (readings, name) => {
      const found: [number, number][] = [];
      const paths = makePaths(readings);
      new SoundIndex(paths).search(
        name,
        () => LEAST,
        (stretch, likeness) => found.push([stretch, likeness]),
      );
      const expected = paths.flatMap(({ phones, ends }) =>
        ends.flatMap(({ depth, stretch }): [number, number][] => {
          const isNear = depth >= Math.floor(name.length / 1.6) && depth <= (name.length + 1) / 0.6;
          const likeness = measureLikeness(phones.slice(0, depth), name);
          fc.pre(Math.abs(likeness - LEAST) > 1e-4);
          return isNear && likeness >= LEAST ? [[stretch, likeness]] : [];
        }),
      );
      const order = (a: [number, number], b: [number, number]) => a[0] - b[0];
      expect(found.map(([stretch]) => stretch).sort((a, b) => a - b)).toEqual(
        expected.map(([stretch]) => stretch).sort((a, b) => a - b),
      );
      for (const [index, [, likeness]] of found.sort(order).entries())
        expect(likeness).toBeCloseTo(expected.sort(order)[index]?.[1] ?? 0, 4);
    }),
  );
});
