import type { Person, Term } from "../../model/archive.ts";
import type { HeardText } from "../../model/heard-text.ts";
import {
  type Candidate,
  findCandidates,
  indexNames,
  type NameIndex,
  type OpenText,
} from "./find-candidates.ts";
import {
  collectForms,
  type FormsByText,
  findRightNames,
  findSpellings,
  findVariants,
  indexRightNames,
  type RightNames,
} from "./find-variants.ts";
import { gatherNames, type Named, type SoundedName } from "./gather-names.ts";
import { explainSuggestion, makeSuggestion } from "./make-suggestion.ts";
import { type SoundedToken, soundTokens } from "./sound-tokens.ts";
import type { Suggestion } from "./suggestion.ts";
import {
  addSighting,
  type Evidence,
  type FormCount,
  gatherEvidence,
  rateEvidence,
  type Sightings,
  STRAY_BELOW,
} from "./weigh-evidence.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

/** What an archive knows by name. */
export interface KnownNames {
  readonly terms: readonly Term[];
  readonly people: readonly Person[];
  readonly topics: readonly string[];
}

/** A candidate this sure stands for the name when others are weighed (chosen). */
const FIRM_FROM = 0.4;
/** Less than this is not worth keeping in memory (chosen). */
const KEEP_FROM = 0.02;

/**
 * Terms, people and topics that were probably misheard, best first, no two of one place. Only what nobody has
 * decided about is looked at. `onText` is told before each episode how many were read.
 */
export function findSuggestions(
  texts: readonly HeardText[],
  known: KnownNames,
  words: WordKnowledge,
  onText: (done: number) => void = () => {},
): Suggestion[] {
  const named = gatherNames(known, words);
  const names = named.flatMap(({ names: own }) => own);
  const index = indexNames(names.filter(isLookedFor));
  const right = indexRightNames(names);
  const counts = new Map<string, FormCount>();
  const forms: FormsByText = new Map();
  const gathered: GatheredText[] = [];
  let batch: ReadText[] = [];
  for (const [done, heard] of texts.entries()) {
    onText(done);
    batch.push(readText(heard, right, words, forms));
    const size = batch.reduce((sum, { tokens }) => sum + tokens.length, 0);
    if (size < BATCH_TOKENS && done + 1 < texts.length) continue;
    gathered.push(...gatherTexts(batch, index, counts));
    batch = [];
  }
  const found = gathered.flatMap(({ heard, evidence, spellings }) => [
    ...spellings,
    ...evidence
      .map((own) => ({ own, sure: rateEvidence(own, counts.get(own.key) ?? { all: 1, stray: 0 }) }))
      .filter(({ sure }) => sure >= KEEP_FROM)
      .sort((a, b) => b.sure - a.sure)
      .filter(makeOverlapFilter())
      .flatMap(({ own, sure }) => suggest(heard, own, sure) ?? []),
  ]);
  return leaveSurest([...found, ...findVariants(forms)]);
}

/** Best first, and of those that overlap the surest. */
function leaveSurest(suggestions: readonly Suggestion[]): Suggestion[] {
  const taken = new Map<string, Suggestion[]>();
  return [...suggestions]
    .sort((a, b) => b.sure - a.sure)
    .filter((own) => {
      const others = taken.get(own.slug) ?? [];
      taken.set(own.slug, others);
      if (others.some(({ from, to }) => from < own.to && own.from < to)) return false;
      others.push(own);
      return true;
    });
}

/** Aliases of people are other names that are right; what sounds like one of them says little. */
function isLookedFor({ owner, written }: SoundedName): boolean {
  return owner.kind !== "person" || written === owner.meant;
}

interface PlacedEvidence extends Evidence {
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
}

/** Tokens that are looked through at once: more share more of the work, and take more memory (chosen). */
const BATCH_TOKENS = 200_000;

/** A text with what is known of it before anything is weighed. */
interface ReadText extends OpenText {
  readonly heard: HeardText;
  readonly tokens: readonly SoundedToken[];
  readonly sightings: Sightings;
  readonly spellings: readonly Suggestion[];
}

interface GatheredText {
  readonly heard: HeardText;
  readonly evidence: readonly PlacedEvidence[];
  readonly spellings: readonly Suggestion[];
}

function readText(heard: HeardText, right: RightNames, words: WordKnowledge, forms: FormsByText): ReadText {
  const tokens = soundTokens(heard, words);
  const { isRight, sightings } = findRightNames(tokens, right);
  const isOpen = (at: number) => isRight[at] === 0 && tokens[at]?.isDecided === false;
  collectForms(heard, tokens, isOpen, words, forms);
  return { heard, tokens, isOpen, sightings, spellings: findSpellings(heard, tokens, right.names) };
}

function gatherTexts(
  batch: readonly ReadText[],
  index: NameIndex,
  counts: Map<string, FormCount>,
): GatheredText[] {
  const candidates = findCandidates(batch, index);
  return batch.map(({ heard, tokens, sightings, spellings }, text) => {
    const evidence = weighCandidates(candidates[text] ?? [], tokens, sightings, counts);
    return { heard, evidence, spellings };
  });
}

/** The candidates with their evidence, those that are worth it; all of them are counted. */
function weighCandidates(
  candidates: readonly Candidate[],
  tokens: readonly SoundedToken[],
  sightings: Sightings,
  counts: Map<string, FormCount>,
): PlacedEvidence[] {
  const firm = addFirm(sightings, candidates, tokens);
  const evidence: PlacedEvidence[] = [];
  for (const candidate of candidates) {
    const item = gatherEvidence(candidate, tokens, firm);
    const { all, stray } = counts.get(item.key) ?? { all: 0, stray: 0 };
    counts.set(item.key, { all: all + 1, stray: stray + (item.far < STRAY_BELOW ? 1 : 0) });
    const from = (tokens[candidate.from] as SoundedToken).from;
    const to = (tokens[candidate.to - 1] as SoundedToken).to;
    if (rateEvidence(item, { all: 1, stray: 0 }) >= KEEP_FROM) evidence.push({ ...item, from, to });
  }
  return evidence;
}

/** The right names, and the candidates that are as good as certain beside them; found in two rounds. */
function addFirm(
  right: Sightings,
  candidates: readonly Candidate[],
  tokens: readonly SoundedToken[],
): Sightings {
  let sightings = right;
  for (let round = 0; round < 2; round += 1) {
    const best = new Map<number, { owner: Named; weight: number }>();
    for (const candidate of candidates) {
      const weight = rateEvidence(gatherEvidence(candidate, tokens, sightings), { all: 1, stray: 0 });
      if (weight > Math.max(FIRM_FROM, best.get(candidate.from)?.weight ?? 0))
        best.set(candidate.from, { owner: candidate.name.owner, weight });
    }
    const next = new Map([...right].map(([owner, own]) => [owner, [...own]]));
    for (const [at, { owner, weight }] of best) addSighting(next, owner, { at, weight });
    sightings = next;
  }
  return sightings;
}

/** Lets through what overlaps nothing that came before it. */
function makeOverlapFilter(): (item: { own: PlacedEvidence }) => boolean {
  const taken: { from: number; to: number }[] = [];
  return ({ own: { from, to } }) => {
    if (taken.some((other) => other.from < to && from < other.to)) return false;
    taken.push({ from, to });
    return true;
  };
}

function suggest(heard: HeardText, evidence: PlacedEvidence, sure: number): Suggestion | undefined {
  const { name } = evidence.candidate;
  return makeSuggestion(heard, evidence, {
    // What sounds like another name of a term was that name; a person has one.
    meant: name.owner.kind === "person" ? name.owner.meant : name.written,
    about: name.owner.meant,
    kind: name.owner.kind,
    sure,
    reason: explainSuggestion(evidence),
  });
}
