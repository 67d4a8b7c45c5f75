import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { MergeBench, type MergeName } from "./measure-merges.ts";
import { listHeardWords, readHeardLines } from "./sound-errors.ts";

const path = "../shared/data/formats-open/asr-errors-aishell3/first1500.jsonl";

const four: MergeName[] = ["zh=z, ch=c, sh=s", "ang=an, iang=ian, uang=uan", "eng=en", "ing=in"];

/** The table of src/text/sound/sound.ts: agree, found, precision. */
const table: readonly (readonly [
  names: readonly MergeName[],
  agree: number,
  found: number,
  precision: number,
])[] = [
  [[], 194, 185, 0.534],
  [["zh=z, ch=c, sh=s"], 199, 189, 0.513],
  [["ang=an, iang=ian, uang=uan"], 198, 189, 0.538],
  [["eng=en"], 196, 187, 0.531],
  [["ing=in"], 203, 193, 0.54],
  [four, 216, 204, 0.515],
  [[...four, "n=l"], 217, 205, 0.511],
  [[...four, "f=hu"], 218, 206, 0.512],
  [[...four, "r=l"], 218, 205, 0.515],
  [[...four, "ü=i"], 231, 216, 0.482],
  [[...four, "n=l", "f=hu", "r=l", "ü=i"], 236, 220, 0.475],
  [[...four, "ong=un"], 217, 204, 0.515],
  [[...four, "ou=u"], 216, 204, 0.514],
  [[...four, "e=uo"], 218, 206, 0.507],
  [[...four, "ian=in"], 221, 209, 0.493],
  [[...four, "uan=an"], 217, 205, 0.512],
  [[...four, "j=z, q=c, x=s"], 216, 204, 0.488],
  [[...four, "j=q"], 219, 207, 0.499],
  [[...four, "z=c=s"], 226, 211, 0.384],
  [[...four, "d=t"], 218, 205, 0.509],
  [[...four, "b=p"], 216, 204, 0.502],
  [[...four, "g=k"], 216, 204, 0.514],
  [[...four, "h=k"], 217, 205, 0.516],
];

describe.skipIf(!existsSync(path))("merges of sounds on asr-errors-aishell3", () => {
  let bench: MergeBench;

  beforeAll(() => {
    const lines = readHeardLines(path);
    bench = new MergeBench(lines, listHeardWords(lines));
  });

  it.each(table)("gives what the table says for %j", (names, agree, found, precision) => {
    const figures = bench.measure(names);
    expect([figures.agree, figures.found, Number(figures.precision.toFixed(3))]).toEqual([
      agree,
      found,
      precision,
    ]);
  });
});
