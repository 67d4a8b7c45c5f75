import type { Page } from "playwright-core";
import { readPlainTokens } from "./plain-tokens.ts";
import type { Random } from "./random.ts";
import type { SourceEpisode } from "./read-source.ts";
import { openModule } from "./search-in-page.ts";

export type VariantKind = "number" | "border" | "accent" | "inflection";

/** Two ways to write one thing; `said` stands in the archive. */
export interface FormPair {
  readonly kind: VariantKind;
  readonly said: string;
  readonly asked: string;
  /** What the said form was found by: as a number of its own, as a word of its own. */
  readonly pattern: RegExp;
}

export interface VariantsFigures {
  readonly pairs: Readonly<Record<VariantKind, number>>;
  /** Share of the pairs of which all episodes of the one are found for the other. */
  readonly complete: number;
  /** Share of the pairs of which each episode that tells its forms names the one that stands there. */
  readonly named: number;
  /** Pairs of which one of the two is not so. */
  readonly wrong: readonly string[];
}

interface VariantsApi {
  search(
    query: string,
    options: { tiers: string[] },
  ): Promise<{ episodes: readonly { slug: string; tier: string; forms?: readonly { form: string }[] }[] }>;
}

/** Pairs of a kind: sixty in all, where an archive has as many. */
const PAIRS_OF_KIND = 15;
const MAX_ATTEMPTS = 400_000;

const digits = "零一二三四五六七八九";

/** `30` as 三十; up to 99. */
function writeSmall(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return ten === "" ? (digits[ones] as string) : `${ten}${ones === 0 ? "" : digits[ones]}`;
}

const readDigits = (text: string) => text.replace(/\d/g, (digit) => digits[Number(digit)] as string);

/** What a kind is looked for by, and the other way to write what was found. */
const writers: readonly (readonly [VariantKind, RegExp, (...found: string[]) => string])[] = [
  ["number", /(?<![A-Za-z\d.])((?:19|20)\d\d)年/gu, (_, year = "") => `${readDigits(year)}年`],
  ["number", /(?<![A-Za-z\d.])([1-9]\d?)%/gu, (_, value) => `百分之${writeSmall(Number(value))}`],
  [
    "number",
    /(?<![A-Za-z\d.])([1-9])\.([1-9])(?![A-Za-z\d.%万亿])/gu,
    (_, one = "", other = "") => readDigits(`${one}点${other}`),
  ],
  [
    "number",
    /百分之([一二三四五六七八九])十(?![一二三四五六七八九])/gu,
    (_, ten = "") => `${digits.indexOf(ten)}0%`,
  ],
  ["border", /\b([A-Za-z]{2,})-(\d+)\b/gu, (_, word, number) => `${word}${number}`],
  ["border", /\b([A-Z]{2,})(\d+)\b/gu, (_, word, number) => `${word}-${number}`],
  ["border", /\b([A-Z][a-z]+)-([A-Z][a-z]+)\b/gu, (_, one, other) => `${one}${other}`],
  ["border", /\b([A-Z][a-z]{2,})([A-Z][a-z]{2,})\b/gu, (_, one, other) => `${one} ${other}`],
  [
    "accent",
    /(?<!\p{L})[a-z]*[àáâäçèéêëíîïñóôöúûü][a-zàáâäçèéêëíîïñóôöúûü]*(?!\p{L})/giu,
    (word = "") => word.normalize("NFD").replace(/\p{M}/gu, ""),
  ],
  ["inflection", /\b([a-z]{4,}[bcdfgklmnprt])s\b/gu, (_, stem = "") => stem],
  ["inflection", /\b([a-z]{4,}[bcdfgklmnprt])\b/gu, (_, stem) => `${stem}s`],
];

/** Pairs of forms, of which the one is said. An inflected form is a word that the archive says too. */
export function makeFormPairs(episodes: readonly SourceEpisode[], random: Random): FormPair[] {
  const withText = episodes.filter(({ cues }) => cues.length > 0);
  const words = new Set(
    episodes.flatMap(({ cues }) => cues.flatMap(({ text }) => text.match(/\b[a-z]{4,}\b/gu) ?? [])),
  );
  const pairs = new Map<string, FormPair>();
  const counts = new Map<VariantKind, number>();
  for (let attempt = 0; withText.length > 0 && attempt < MAX_ATTEMPTS; attempt += 1) {
    const [kind, pattern, write] = random.pick(writers);
    if ((counts.get(kind) ?? 0) === PAIRS_OF_KIND) continue;
    const found = [...random.pick(random.pick(withText).cues).text.matchAll(pattern)];
    if (found.length === 0) continue;
    const [said = "", ...groups] = random.pick(found);
    const asked = write(said, ...groups);
    const key = said.toLowerCase();
    if (pairs.has(key) || asked.toLowerCase() === key) continue;
    if (kind === "inflection" && !words.has(asked)) continue;
    pairs.set(key, { kind, said, asked, pattern });
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...pairs.values()];
}

/** Asks for each pair's other form. */
export async function measureVariants(
  episodes: readonly SourceEpisode[],
  pairs: readonly FormPair[],
  page: Page,
  progress: (message: string) => void,
): Promise<VariantsFigures> {
  const api = await openModule<VariantsApi>(page, "/search-api.js");
  const wrong: string[] = [];
  let [complete, named] = [0, 0];
  for (const [k, pair] of pairs.entries()) {
    const { said, asked } = pair;
    progress(`Variants: ${k + 1} of ${pairs.length}`);
    const slugs = new Set(episodes.flatMap((episode) => (saysForm(episode, pair) ? [episode.slug] : [])));
    const found = await api.evaluate(async ({ search }, text) => {
      const answer = await search(text, { tiers: ["exact", "variant"] });
      return answer.episodes.map(({ slug, tier, forms }) => ({ slug, tier, forms }));
    }, `"${asked}"`);
    const missing = new Set(slugs);
    for (const { slug } of found) missing.delete(slug);
    const written = readForm(said);
    const unnamed = found.filter(
      ({ slug, tier, forms }) =>
        tier === "variant" &&
        slugs.has(slug) &&
        forms?.every(({ form }) => !readForm(form).includes(written)),
    );
    if (missing.size === 0) complete += 1;
    else wrong.push(`${said} for ${asked}: missing in ${[...missing].slice(0, 3).join(", ")}`);
    if (unnamed.length === 0) named += 1;
    else wrong.push(`${said} for ${asked}: not named in ${unnamed[0]?.slug}`);
  }
  const count = (kind: VariantKind) => pairs.filter((pair) => pair.kind === kind).length;
  return {
    pairs: {
      number: count("number"),
      border: count("border"),
      accent: count("accent"),
      inflection: count("inflection"),
    },
    complete: complete / pairs.length,
    named: named / pairs.length,
    wrong,
  };
}

function saysForm({ cues }: SourceEpisode, { said, pattern }: FormPair): boolean {
  const wanted = said.toLowerCase();
  return cues.some(
    ({ text }) =>
      text.toLowerCase().includes(wanted) &&
      [...text.matchAll(pattern)].some(([own]) => own.toLowerCase() === wanted),
  );
}

/** A form as it is compared: its tokens with spaces around them. */
function readForm(text: string): string {
  return ` ${readPlainTokens(text)
    .map((token) => token.text)
    .join(" ")} `;
}
