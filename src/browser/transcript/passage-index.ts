import type { Span } from "../../model/span.ts";
import type { Query, QueryWord } from "../../search/query/query.ts";
import { type Hit, mergeHits } from "../../text/find-form.ts";
import { findLastNotAfter } from "../../text/find-last.ts";
import { type DottedWords, isCharacter, readTokens, type Token } from "../../text/normalise.ts";

/** A stretch of a passage's text, in UTF-16 offsets. */
export interface PassageSpan extends Span {
  readonly passage: number;
}

/** What stands where a word of a query was found: more than one stretch where it runs over passages. */
export type PassageHit = readonly [PassageSpan, ...PassageSpan[]];

/** What a passage is found by. */
export interface IndexedPassage {
  readonly text: string;
  /** Whose turn it is part of: the passages of one turn follow one another and have the same. */
  readonly speaker: string | undefined;
}

/** No token has it: it keeps phrases from running from one turn into the next. */
const turnEnd = "";

/**
 * The words of an episode, to find in it while one types: the same places as the search counts (see readTurns), each
 * word in about as many steps as its rarest token has places.
 */
export class PassageIndex {
  readonly #tokens: string[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** First position of each passage. */
  readonly #firstPositions: number[] = [];
  /** Positions of each token, ascending. */
  readonly #positions = new Map<string, number[]>();
  /** Tokens that are no single character: those that have beginnings. */
  readonly #words: string[] = [];
  readonly #dotted: DottedWords | undefined;
  #speaker: string | undefined;

  constructor(dotted?: DottedWords) {
    this.#dotted = dotted;
  }

  get passageCount(): number {
    return this.#firstPositions.length;
  }

  /** Adds the next passage. */
  add({ text, speaker }: IndexedPassage): void {
    if (this.passageCount > 0 && speaker !== this.#speaker) this.#push(turnEnd, 0, 0);
    this.#speaker = speaker;
    this.#firstPositions.push(this.#tokens.length);
    for (const token of readTokens(text, this.#dotted)) {
      const known = this.#positions.get(token.text);
      if (known !== undefined) known.push(this.#tokens.length);
      else {
        this.#positions.set(token.text, [this.#tokens.length]);
        if (!isCharacter(token)) this.#words.push(token.text);
      }
      this.#push(token.text, token.from, token.to);
    }
  }

  /** The places of each word of a query, in the order of the episode. */
  find(query: Query): PassageHit[][] {
    return query.words.map((word) => this.#findWord(word).map((hit) => this.#locate(hit)));
  }

  #push(token: string, from: number, to: number): void {
    this.#tokens.push(token);
    this.#from.push(from);
    this.#to.push(to);
  }

  #findWord({ forms, isTyping }: QueryWord): Hit[] {
    return mergeHits(forms.map((form, index) => this.#findForm(form, isTyping && index === 0)));
  }

  #findForm(form: readonly Token[], isTyping: boolean): Hit[] {
    const choices = form.map((own, k) => {
      const isBeginning = isTyping && k === form.length - 1 && !isCharacter(own);
      return isBeginning ? this.#words.filter((word) => word.startsWith(own.text)) : [own.text];
    });
    const [rarest = 0] = choices
      .map((_, k) => k)
      .sort((a, b) => this.#count(choices[a] ?? []) - this.#count(choices[b] ?? []));
    return (choices[rarest] ?? [])
      .flatMap((token) => this.#positions.get(token) ?? [])
      .map((position) => position - rarest)
      .filter((start) => choices.every((tokens, k) => tokens.includes(this.#tokens[start + k] ?? turnEnd)))
      .sort((a, b) => a - b)
      .map((from) => ({ from, to: from + form.length }));
  }

  #count(tokens: readonly string[]): number {
    return tokens.reduce((sum, token) => sum + (this.#positions.get(token)?.length ?? 0), 0);
  }

  #locate({ from, to }: Hit): PassageHit {
    const stretches: PassageSpan[] = [];
    let passage = this.#findPassage(from);
    for (let position = from; position < to; passage++) {
      const end = Math.min(to, this.#firstPositions[passage + 1] ?? to);
      if (end <= position) continue;
      stretches.push({
        passage,
        from: this.#from[position] as number,
        to: this.#to[end - 1] as number,
      });
      position = end;
    }
    return stretches as [PassageSpan, ...PassageSpan[]];
  }

  /** The last passage that begins at or before a position; of several that begin there, the one with words. */
  #findPassage(position: number): number {
    return findLastNotAfter(this.#firstPositions, position);
  }
}
