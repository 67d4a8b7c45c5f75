import type { Passage } from "../../../model/passage.ts";
import { countWords, type EpisodeWords } from "../../../pipeline/keywords/count-words.ts";
import { LEAST_COUNT } from "../../../pipeline/keywords/find-keywords.ts";
import { listDottedWords, type Token } from "../../../text/normalise.ts";
import { type Headed, makeWordList, tokenizeHeadings, tokenizePassages } from "../../tokenize/cut-words.ts";
import { isContentWord } from "../../tokenize/is-content-word.ts";
import { SoundReader } from "../../tokenize/read-sounds.ts";
import { makeRecord, makeSoundRecord, recordTerms, type SearchRecord } from "./make-record.ts";

/** An episode's words: all that the index and the keywords are made from. */
export interface EpisodeCut {
  readonly exact: SearchRecord;
  /** Its positions are those of `exact`. */
  readonly sound: Pick<SearchRecord, "terms" | "termAt">;
  readonly words: CutWords;
  /** What is said, as tokens in the places of terms; without headings. */
  readonly said: Pick<SearchRecord, "terms" | "termAt">;
}

/** The words of an episode that keywords are made from. */
interface CutWords extends EpisodeWords {
  /** Those that may be keywords: said {@link LEAST_COUNT} times, and saying what the episode is about. */
  readonly contentWords: readonly string[];
}

/** What of an episode its words are cut from. */
export interface Cuttable extends Headed {
  readonly passages: readonly Pick<Passage, "text" | "speaker">[];
}

/** Makes a function that cuts episodes; it remembers the sounds of words from one to the next. */
export function makeCutter(names: readonly string[]): (episode: Cuttable) => EpisodeCut {
  const dotted = listDottedWords(names);
  const wordList = makeWordList(names, dotted);
  const reader = new SoundReader();
  return (episode) => {
    const turns = tokenizePassages(episode.passages, wordList, dotted);
    const recorded = [...tokenizeHeadings(episode, wordList, dotted), ...turns];
    const sounds = recorded.map((turn) => ({ ...turn, tokens: reader.read(turn.tokens, turn.wordStarts) }));
    return {
      exact: makeRecord(recorded),
      sound: pickTerms(makeSoundRecord(sounds)),
      words: judgeWords(countWords(episode.passages, turns)),
      said: pickTerms(recordTerms(turns, ({ tokens }, k) => (tokens[k] as Token).text)),
    };
  };
}

function judgeWords(words: EpisodeWords): CutWords {
  const isSaidOften = (_: string, index: number) => (words.counts[index] as number) >= LEAST_COUNT;
  return { ...words, contentWords: words.words.filter(isSaidOften).filter(isContentWord) };
}

function pickTerms({ terms, termAt }: SearchRecord): Pick<SearchRecord, "terms" | "termAt"> {
  return { terms, termAt };
}
