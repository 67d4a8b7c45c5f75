import type { Passage } from "../../model/passage.ts";
import { countWords, type EpisodeWords } from "../../pipeline/keywords/count-words.ts";
import { makeRecord, type SearchRecord } from "../../pipeline/record/make-record.ts";
import { makeSoundRecord } from "../../pipeline/record/make-sound-record.ts";
import { makeWordList } from "../../pipeline/tokenize/cut-words.ts";
import { SoundReader } from "../../pipeline/tokenize/read-sounds.ts";
import { type Headed, tokenizeHeadings } from "../../pipeline/tokenize/tokenize-headings.ts";
import { tokenizePassages } from "../../pipeline/tokenize/tokenize-passages.ts";

/** An episode's words: all that the index and the keywords are made from. */
export interface EpisodeCut {
  readonly exact: SearchRecord;
  /** Its positions are those of `exact`. */
  readonly sound: Pick<SearchRecord, "terms" | "termAt">;
  readonly words: EpisodeWords;
}

/** What of an episode its words are cut from. */
export interface Cuttable extends Headed {
  readonly passages: readonly Pick<Passage, "text" | "speaker">[];
}

/** Makes a function that cuts episodes; it remembers the sounds of words from one to the next. */
export function makeCutter(names: Iterable<string>): (episode: Cuttable) => EpisodeCut {
  const wordList = makeWordList(names);
  const reader = new SoundReader();
  return (episode) => {
    const turns = tokenizePassages(episode.passages, wordList);
    const recorded = [...tokenizeHeadings(episode, wordList), ...turns];
    const sounds = recorded.map((turn) => ({ ...turn, tokens: reader.read(turn.tokens, turn.wordStarts) }));
    const { terms, termAt } = makeSoundRecord(sounds);
    const words = countWords(episode.passages, turns);
    return { exact: makeRecord(recorded), sound: { terms, termAt }, words };
  };
}
