import type { Wording } from "./interface-words.ts";

// Apart from the other words, because the browser loads these.

/** The fixed words of an episode's hits. */
export const findWords = {
  whereInTime: { zh: "在这一期的什么时候", en: "Where in the episode" },
} as const satisfies Record<string, Wording>;
