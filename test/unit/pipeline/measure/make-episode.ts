import type { Episode, Term } from "../../../../src/model/archive.ts";
import type { Speaker } from "../../../../src/model/cue.ts";
import type { Passage } from "../../../../src/model/passage.ts";

function makeSpeaker(key: string): Speaker {
  return { key, name: key, personId: key, sure: 1 };
}

/** A passage of a minute that begins at `minute`. */
export function makePassage(minute: number, text: string, speaker?: string): Passage {
  return {
    anchor: `t=${minute * 60}`,
    lineAnchor: `p${minute + 1}`,
    line: minute + 1,
    start: minute * 60,
    end: minute * 60 + 60,
    isEstimated: false,
    changes: [],
    cueStarts: [],
    text,
    ...(speaker === undefined ? {} : { speaker: makeSpeaker(speaker) }),
  };
}

export function makeEpisode(slug: string, passages: readonly Passage[], date = "2025-03-05"): Episode {
  return {
    slug,
    title: slug,
    date,
    duration: passages.length * 60,
    isDurationEstimated: false,
    people: [],
    language: "zh-CN",
    topics: [],
    links: {},
    isDraft: false,
    transcriptFile: "transcript.txt",
    timing: "cue",
    chapters: [],
    passages,
    speakers: [],
    mentions: [],
    strip: [],
  };
}

export function makeTerm(term: string): Term {
  return { term, slug: term, also: [], heard: [], line: 1 };
}
