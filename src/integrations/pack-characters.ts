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

/** Steps to the next character are one ASCII character from this one on, as far as no sign has to be escaped. */
const FIRST_STEP = 35;
const LONGEST_STEP = 56;

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
  const simplified = pairs.map(([, own]) => own);
  return `let point = 0;
const simplified = [...${JSON.stringify(simplified.join(""))}];
export default [...${JSON.stringify(steps.join(""))}]
  .map((step, k) => {
    const code = step.codePointAt(0);
    point = code < 128 ? point + code - ${FIRST_STEP} : code;
    return String.fromCodePoint(point) + " " + simplified[k];
  })
  .join("|");
`;
}
