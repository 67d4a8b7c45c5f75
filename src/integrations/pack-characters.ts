import traditionalCharacters from "opencc-js/dict/TSCharacters";
import type { Plugin } from "vite";

const MODULE = /opencc-js\/.*TSCharacters/;

/**
 * Sends OpenCC's character table to browsers in two thirds of its bytes: the same string, made in the browser from
 * its two columns. Every page that searches loads it.
 */
export function packCharacters(): Plugin {
  return {
    name: "tingsuo:pack-characters",
    enforce: "pre",
    load: (id) => (MODULE.test(id) ? writePackedTable(traditionalCharacters) : undefined),
  };
}

/** Steps to the next character are one ASCII character from this one on. */
const FIRST_STEP = 35;
/** As far as no sign has to be escaped. */
const LONGEST_STEP = 56;
/** Simplified characters of one radical follow one another as the Traditional ones do, here and there a step back. Measured. */
const BACKWARD = 20;
const LONGEST_SIMPLIFIED_STEP = 60;

/**
 * A module whose default export is the table.
 * @param table `繁 简|…`: pairs of characters, the first ones ascending and beyond ASCII
 */
export function writePackedTable(table: string): string {
  const pairs = table.split("|").map((entry) => entry.split(" ") as [string, string]);
  let last = 0;
  const steps = pairs.map(([traditional]) => {
    const point = traditional.codePointAt(0) as number;
    const step = point - last;
    last = point;
    return step > 0 && step <= LONGEST_STEP ? String.fromCharCode(FIRST_STEP + step) : traditional;
  });
  let before = 0;
  const simplified = pairs.map(([, own]) => {
    const point = own.codePointAt(0) as number;
    const step = point - before;
    before = point;
    const isNear = step >= -BACKWARD && step <= LONGEST_SIMPLIFIED_STEP;
    return isNear ? String.fromCharCode(FIRST_STEP + BACKWARD + step) : own;
  });
  return `let point = 0;
const simplified = [...${JSON.stringify(simplified.join(""))}].map((step) => {
  const code = step.codePointAt(0);
  point = code < 128 ? point + code - ${FIRST_STEP + BACKWARD} : code;
  return String.fromCodePoint(point);
});
point = 0;
export default [...${JSON.stringify(steps.join(""))}]
  .map((step, k) => {
    const code = step.codePointAt(0);
    point = code < 128 ? point + code - ${FIRST_STEP} : code;
    return String.fromCodePoint(point) + " " + simplified[k];
  })
  .join("|");
`;
}
