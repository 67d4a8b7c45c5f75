import type { Hit } from "../../../text/find-form.ts";
import type { Token } from "../../../text/normalise.ts";
import { startLone, startVariant } from "../../format/terms.ts";
import { MOST_VARIANT_TOKENS } from "../../format/variants/variant-stretch.ts";
import type { ShardTerms } from "../place-hits.ts";
import { matchPhrase } from "../terms/match-phrase.ts";
import type { TermIndex } from "../terms/term-index.ts";
import type { Way, WordPart, WordReading } from "./read-word.ts";

/**
 * Every place of a reading in a shard, ascending; as typed it is among them only where another part of it is not.
 * What may be written otherwise is looked for first: mostly it is nowhere, and then nothing else is loaded.
 */
export async function matchReading(
  index: TermIndex,
  shard: ShardTerms,
  reading: WordReading,
): Promise<Hit[]> {
  const varied = reading.filter((part) => part.kind === "ways");
  const otherwise = new Map<WordPart, Hit[]>();
  await Promise.all(varied.map(async (part) => otherwise.set(part, await matchWays(index, shard, part))));
  if (varied.every((part) => otherwise.get(part)?.length === 0)) return [];
  const isAlone = varied.length === 1;
  const places = await Promise.all(
    reading.map(async (part) => {
      if (part.kind === "typed") return await matchPhrase(index, shard, part.tokens, false);
      const own = otherwise.get(part) ?? [];
      return isAlone ? own : [...own, ...(await matchTyped(index, shard, part))];
    }),
  );
  return places
    .reduce<Hit[]>((before, next, k) => (k === 0 ? [...next] : joinHits(before, next)), [])
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

type WaysPart = Extract<WordPart, { kind: "ways" }>;

async function matchWays(index: TermIndex, shard: ShardTerms, part: WaysPart): Promise<Hit[]> {
  const found = await Promise.all(
    part.ways.map((way) =>
      way.kind === "key"
        ? matchKey(index, shard, way, part)
        : matchPhrase(index, shard, surround(part, way.tokens), false),
    ),
  );
  return found.flat();
}

function matchTyped(index: TermIndex, shard: ShardTerms, part: WaysPart): Promise<readonly Hit[]> {
  return matchPhrase(index, shard, surround(part, part.typed), false);
}

function surround({ before, after }: WaysPart, tokens: readonly Token[]): Token[] {
  return [...(before === undefined ? [] : [before]), ...tokens, ...(after === undefined ? [] : [after])];
}

async function matchKey(
  index: TermIndex,
  shard: ShardTerms,
  { key }: Extract<Way, { kind: "key" }>,
  { before, after }: WaysPart,
): Promise<Hit[]> {
  const lengths = Array.from({ length: mostTokensOf(key) }, (_, k) => k + 1);
  const found = await Promise.all(
    lengths.map(async (length) => {
      const positions = await index.findPositions(shard.terms, startVariant(key, length, after));
      return positions.map((from) => ({ from, to: from + length + (after === undefined ? 0 : 1) }));
    }),
  );
  const hits = found.flat();
  if (before === undefined || hits.length === 0) return hits;
  const starts = new Set(await findBefore(index, shard, before, key));
  return hits.flatMap(({ from, to }) => (starts.has(from - 1) ? [{ from: from - 1, to }] : []));
}

/** A number of n figures has at most 2n + 4 tokens, 百分之 included; letters each one. */
function mostTokensOf(key: string): number {
  return key.startsWith("n")
    ? Math.min(MOST_VARIANT_TOKENS, 2 * key.length + 4)
    : Math.min(6, key.length - 1);
}

const FIGURES = ["零〇半百", "一十百千", "二两", "三", "四", "五", "六", "七", "八", "九"];

/** Where a Han character stands before what may be the beginning of a key's writings. */
async function findBefore(
  index: TermIndex,
  shard: ShardTerms,
  character: Token,
  key: string,
): Promise<number[]> {
  const first = key.startsWith("n第")
    ? "第"
    : (FIGURES[Number(key.charAt(1))] ?? "") + (/[%‰]$/.test(key) ? "百千一" : "");
  const followers = key.startsWith("n") ? [...new Set(first)] : [];
  const found = await Promise.all([
    index.findPositions(shard.terms, startLone(character)),
    ...followers.map(async (text) => {
      const follower: Token = { text, isHan: true, from: 0, to: 1 };
      return (await matchPhrase(index, shard, [character, follower], false)).map(({ from }) => from);
    }),
  ]);
  return found.flat();
}

/** The stretches of one list that go on in the other. */
function joinHits(first: readonly Hit[], second: readonly Hit[]): Hit[] {
  const endsFrom = new Map<number, number[]>();
  for (const { from, to } of second) endsFrom.set(from, [...(endsFrom.get(from) ?? []), to]);
  return first.flatMap(({ from, to }) => (endsFrom.get(to) ?? []).map((end) => ({ from, to: end })));
}
