import type { Archive, Episode, Term } from "../../model/archive.ts";
import type { Passage } from "../../model/passage.ts";
import type { Mark } from "../../model/span.ts";
import { readTurns, type Turn } from "../../search/tokenize/read-turns.ts";
import { findForm, type Hit, mergeHits } from "../../text/find-form.ts";
import { type DottedWords, listDottedWords, readTokens, type Token } from "../../text/normalise.ts";

/** The places of one episode where a term or one of its other names is said. */
export interface Mention {
  readonly episode: Episode;
  /** Places, counted as the search counts them. */
  readonly count: number;
  /** The passages they begin in, in the order of the episode; marks as UTF-16 offsets in each passage's text. */
  readonly passages: readonly { readonly passage: Passage; readonly marks: readonly Mark[] }[];
}

type MentionsBySlug = ReadonlyMap<string, readonly Mention[]>;

const mentionsOf = new WeakMap<Archive, MentionsBySlug>();

/** Where a term is said, newest episode first. All terms of an archive are looked for in one reading of it. */
export function findMentions(archive: Archive, term: Term): readonly Mention[] {
  let mentions = mentionsOf.get(archive);
  if (mentions === undefined) {
    mentions = findAllMentions(archive);
    mentionsOf.set(archive, mentions);
  }
  return mentions.get(term.slug) ?? [];
}

/** The terms that an episode says, in their order. Reads no further than it must. */
export function listSaidTerms(
  terms: readonly Term[],
  episodes: readonly Pick<Episode, "passages">[],
): readonly Term[] {
  const dotted = listDottedWords(terms.flatMap(({ term, also }) => [term, ...also]));
  const said = new Set<string>();
  let names = indexNames(terms, dotted);
  for (const { passages } of episodes) {
    if (names.size === 0) break;
    const before = said.size;
    for (const { tokens } of readTurns(passages, dotted))
      for (const slug of findNames(tokens, names).keys()) said.add(slug);
    if (said.size > before)
      names = indexNames(
        terms.filter(({ slug }) => !said.has(slug)),
        dotted,
      );
  }
  return terms.filter(({ slug }) => said.has(slug));
}

interface Name {
  readonly slug: string;
  /** Which of the term's names. */
  readonly form: number;
  readonly tokens: readonly Token[];
}

function findAllMentions({ terms, episodes }: Archive): MentionsBySlug {
  const dotted = listDottedWords(terms.flatMap(({ term, also }) => [term, ...also]));
  const namesByFirstToken = indexNames(terms, dotted);
  const mentions = new Map<string, Mention[]>();
  for (const episode of episodes) {
    const passagesBySlug = new Map<string, { count: number; marks: Map<number, Mark[]> }>();
    for (const turn of readTurns(episode.passages, dotted)) {
      for (const [slug, hits] of findNames(turn.tokens, namesByFirstToken)) {
        const found = passagesBySlug.get(slug) ?? { count: 0, marks: new Map<number, Mark[]>() };
        passagesBySlug.set(slug, found);
        found.count += hits.length;
        for (const hit of hits) addMark(found.marks, turn, hit);
      }
    }
    for (const [slug, { count, marks }] of passagesBySlug) {
      const passages = [...marks].map(([index, own]) => ({
        passage: episode.passages[index] as Passage,
        marks: own,
      }));
      mentions.set(slug, [...(mentions.get(slug) ?? []), { episode, count, passages }]);
    }
  }
  return mentions;
}

function indexNames(terms: readonly Term[], dotted: DottedWords): Map<string, Name[]> {
  const index = new Map<string, Name[]>();
  for (const { slug, term, also } of terms) {
    for (const [form, name] of [term, ...also].entries()) {
      const tokens = readTokens(name, dotted);
      const first = tokens[0]?.text;
      if (first !== undefined) index.set(first, [...(index.get(first) ?? []), { slug, form, tokens }]);
    }
  }
  return index;
}

function findNames(
  tokens: readonly Token[],
  names: ReadonlyMap<string, readonly Name[]>,
): Map<string, Hit[]> {
  const hitsBySlug = new Map<string, Hit[][]>();
  for (const [from, token] of tokens.entries()) {
    for (const { slug, form, tokens: name } of names.get(token.text) ?? []) {
      if (findForm(tokens.slice(from, from + name.length), name).length === 0) continue;
      const hits = hitsBySlug.get(slug) ?? [];
      hitsBySlug.set(slug, hits);
      hits[form] = [...(hits[form] ?? []), { from, to: from + name.length }];
    }
  }
  return new Map([...hitsBySlug].map(([slug, hits]) => [slug, mergeHits([...hits].map((own) => own ?? []))]));
}

/** Marks a hit in the passage it begins in; one that runs over into the next is marked as far as it goes. */
function addMark(marks: Map<number, Mark[]>, { tokens, passages }: Turn, hit: Hit): void {
  const index = passages.findLastIndex(({ firstToken }) => firstToken <= hit.from);
  const { passage } = passages[index] as (typeof passages)[number];
  const end = Math.min(hit.to, passages[index + 1]?.firstToken ?? tokens.length);
  const mark: Mark = [(tokens[hit.from] as Token).from, (tokens[end - 1] as Token).to];
  const own = marks.get(passage) ?? [];
  marks.set(passage, own);
  const last = own.at(-1);
  if (last !== undefined && mark[0] < last[1]) own[own.length - 1] = [last[0], Math.max(last[1], mark[1])];
  else own.push(mark);
}
