import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { SearchEngine } from "../../src/search/engine/search-engine.ts";
import { findWordStarts, makeWordList } from "../../src/search/tokenize/cut-words.ts";
import { SoundReader } from "../../src/search/tokenize/read-sounds.ts";
import { readTokens } from "../../src/text/normalise.ts";
import { indexEpisodes } from "../unit/search/engine/index-episodes.ts";
import { type HeardLine, listHeardWords, readHeardLines } from "./sound-errors.ts";

const path = "../shared/data/formats-open/asr-errors-aishell3/first1500.jsonl";

/** Of misheard words whose syllables agree after merging: share that the true word finds, among the first ten. */
const LEAST_RECALL = 0.93;
/** Share of the tier's places at which the word was truly said. */
const LEAST_PRECISION = 0.46;
const FIRST = 10;

/** A place of the tier: the line's index, the form shown and its first character in the line as heard. */
interface Place {
  readonly line: number;
  readonly rank: number;
  readonly form: string;
  readonly from: number;
}

async function listPlaces(engine: SearchEngine, word: string): Promise<Place[]> {
  const answer = await engine.search(word, { tiers: ["sound"] });
  const places = answer.episodes.map(async ({ index }, rank) => {
    const passages = await engine.listPassages(answer, index, undefined, "sound");
    return passages.flatMap(({ text, marks }) =>
      marks.map(([from, to]) => ({ line: index, rank, form: text.slice(from, to), from })),
    );
  });
  return (await Promise.all(places)).flat();
}

function isTrue({ line, from }: Place, word: string, lines: readonly HeardLine[]): boolean {
  const { said, places } = lines[line] as HeardLine;
  return places.some((place, at) => place === from && said.slice(at, at + word.length).join("") === word);
}

function isSameText(heard: string, said: string): boolean {
  const fold = (text: string) => readTokens(text).map((token) => token.text);
  return fold(heard).join() === fold(said).join();
}

describe.skipIf(!existsSync(path))(
  "1,500 lines of a recogniser, each misheard word asked by the true one",
  () => {
    it("keeps the floors of recall and precision", async () => {
      const lines = readHeardLines(path);
      const words = listHeardWords(lines);
      const { engine } = await indexEpisodes(
        lines.map(({ heard }) => [["甲", heard.join("")]]),
        { sound: {} },
      );
      const reader = new SoundReader();
      const read = (text: string) => {
        const tokens = readTokens(text);
        return reader.read(tokens, findWordStarts(tokens, makeWordList([]))).map((sound) => sound.text);
      };
      const placesOf = new Map<string, Place[]>();
      let [agree, found, sameText] = [0, 0, 0];
      for (const { line, said, heard, from } of words) {
        const places = placesOf.get(said) ?? (await listPlaces(engine, said));
        placesOf.set(said, places);
        const sounds = read((lines[line] as HeardLine).heard.join("")).slice(from, from + said.length);
        if (heard === undefined) continue;
        // Another form of the same characters (想像, 想象) is found as well: by the exact tier.
        if (isSameText(heard, said)) {
          sameText++;
          continue;
        }
        if (sounds.join() !== read(said).join()) continue;
        agree++;
        const own = places.find(
          (place) => place.line === line && place.from === from && place.form === heard,
        );
        if (own !== undefined && own.rank < FIRST) found++;
      }
      const all = [...placesOf].flatMap(([word, places]) =>
        places.map((place) => isTrue(place, word, lines)),
      );
      const recall = (found + sameText) / (agree + sameText);
      const precision = (all.filter(Boolean).length + sameText) / (all.length + sameText);
      console.info(
        `sound tier, asr-errors-aishell3: ${found} of ${agree} found, recall ${recall.toFixed(3)}; ` +
          `${all.length} places, precision ${precision.toFixed(3)}`,
      );
      expect(agree).toBeGreaterThan(200);
      expect(recall).toBeGreaterThanOrEqual(LEAST_RECALL);
      expect(precision).toBeGreaterThanOrEqual(LEAST_PRECISION);
    }, 120_000);
  },
);
