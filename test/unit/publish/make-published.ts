import type { Episode, Show } from "../../../src/model/archive.ts";
import type { Passage } from "../../../src/model/passage.ts";

/** A passage of one cue with a real time. */
export function makePassage(start: number, end: number, text: string, more: Partial<Passage> = {}): Passage {
  return {
    anchor: `t=${Math.floor(start)}`,
    lineAnchor: "p1",
    line: 1,
    start,
    end,
    isEstimated: false,
    text,
    changes: [],
    cueStarts: [[0, start]],
    ...more,
  };
}

/** A passage whose time nobody knows. */
export function makeUntimed(start: number, end: number, text: string, more: Partial<Passage> = {}): Passage {
  return makePassage(start, end, text, { anchor: "p1", isEstimated: true, cueStarts: [], ...more });
}

/** An episode that can be an item of a feed. */
export function makePublished(more: Partial<Episode> = {}): Episode {
  return {
    slug: "042",
    title: "一壶好水",
    date: "2025-03-05",
    audio: { url: "https://cdn.example/042.mp3", type: "audio/mpeg", bytes: 41_234_567 },
    duration: 60,
    isDurationEstimated: false,
    people: [],
    language: "zh-CN",
    topics: [],
    links: {},
    isDraft: false,
    transcriptFile: "transcript.vtt",
    timing: "cue",
    chapters: [],
    passages: [makePassage(1, 4, "今天说说水。")],
    mentions: [],
    speakers: [],
    strip: [],
    ...more,
  };
}

export const tea: Show = {
  title: "茶余",
  description: "两个人，一壶茶，一次只说一件事。",
  language: "zh-CN",
  author: "周宁",
  links: {},
  categories: ["Technology", "Society & Culture > Documentary", "Society & Culture > Philosophy"],
};
