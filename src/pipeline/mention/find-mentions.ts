import type { Archive, Episode, Term, TermMention } from "../../model/archive.ts";
import type { Passage } from "../../model/passage.ts";
import type { Mark } from "../../model/span.ts";
import { readTurns, type Turn } from "../../search/tokenize/read-turns.ts";
import { type Hit, mergeHits } from "../../text/find-form.ts";
import { type DottedWords, listDottedWords, readTokens, type Token } from "../../text/normalise.ts";

/** The places of one episode where a term or one of its other names is said. */
export interface Mention {
  readonly episode: Episode;
  /** Places, counted as the search counts them. */
  readonly count: number;
  /** The passages they begin in, in the order of the episode; marks as UTF-16 offsets in each passage's text. */
  readonly passages: readonly { readonly passage: Passage; readonly marks: readonly Mark[] }[];
}

/** Where each term is said that an episode says, the episodes in the archive's order: newest first. */
export function listMentions({ terms, episodes }: Archive): ReadonlyMap<Term, readonly Mention[]> {
  const termBySlug = new Map(terms.map((term) => [term.slug, term]));
  const mentions = new Map<Term, Mention[]>(terms.map((term) => [term, []]));
  for (const episode of episodes) {
    for (const { slug, count, passages } of episode.mentions) {
      const places = passages.map(([index, marks]) => ({
        passage: episode.passages[index] as Passage,
        marks,
      }));
      mentions.get(termBySlug.get(slug) as Term)?.push({ episode, count, passages: places });
    }
  }
  return mentions;
}

/** Where an episode says the terms of the glossary, by themselves or by one of their other names. */
export function findMentions(passages: readonly Passage[], terms: readonly Term[]): TermMention[] {
  const { dotted, names } = indexNames(terms);
  if (names.size === 0) return [];
  const mentions = new Map<string, { count: number; marks: Map<number, Mark[]> }>();
  for (const turn of readTurns(passages, dotted)) {
    for (const [slug, hits] of findNames(turn.tokens, names)) {
      const found = mentions.get(slug) ?? { count: 0, marks: new Map<number, Mark[]>() };
      mentions.set(slug, found);
      found.count += hits.length;
      for (const hit of hits) addMark(found.marks, turn, hit);
    }
  }
  return [...mentions].map(([slug, { count, marks }]) => ({ slug, count, passages: [...marks] }));
}

interface Name {
  readonly slug: string;
  /** Which of the term's names. */
  readonly form: number;
  readonly tokens: readonly Token[];
}

interface NameIndex {
  readonly dotted: DottedWords;
  readonly names: ReadonlyMap<string, readonly Name[]>;
}

const indexOf = new WeakMap<readonly Term[], NameIndex>();

/** The names of a glossary by their first token: made once for all episodes. */
function indexNames(terms: readonly Term[]): NameIndex {
  const known = indexOf.get(terms);
  if (known !== undefined) return known;
  const dotted = listDottedWords(terms.flatMap(({ term, also }) => [term, ...also]));
  const names = new Map<string, Name[]>();
  for (const { slug, term, also } of terms) {
    for (const [form, name] of [term, ...also].entries()) {
      const tokens = readTokens(name, dotted);
      const first = tokens[0]?.text;
      if (first !== undefined) names.set(first, [...(names.get(first) ?? []), { slug, form, tokens }]);
    }
  }
  const index = { dotted, names };
  indexOf.set(terms, index);
  return index;
}

function findNames(
  tokens: readonly Token[],
  names: ReadonlyMap<string, readonly Name[]>,
): Map<string, Hit[]> {
  const hitsBySlug = new Map<string, Hit[][]>();
  // By index: this reads every token of an archive.
  for (let from = 0; from < tokens.length; from++) {
    const named = names.get((tokens[from] as Token).text);
    if (named === undefined) continue;
    for (const { slug, form, tokens: name } of named) {
      if (!name.every(({ text }, index) => tokens[from + index]?.text === text)) continue;
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
