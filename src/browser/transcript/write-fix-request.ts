import type { InterfaceLanguage } from "../../wording/interface-words.ts";

/** A passage whose words a listener would put right. */
export interface FixRequest {
  readonly episode: string;
  /** As shown: `≈12:30`. */
  readonly time: string;
  readonly text: string;
  /** 1-based line of the transcript file. */
  readonly line: number;
  /** Path of the transcript below the content folder. */
  readonly file: string;
  /** Where its line can be seen. */
  readonly fileAddress: string;
  readonly pageAddress: string;
  readonly language: InterfaceLanguage;
}

/** Longest quotation. Hosts refuse addresses of more than about 8,000 characters, and a Han character takes nine. */
const longestQuote = 400;

/** The title and text (Markdown) of an issue that asks for a correction, with the entry for corrections.yaml. */
export function writeFixRequest(request: FixRequest): { title: string; body: string } {
  const { episode, time, line, file, fileAddress, pageAddress, language } = request;
  const characters = [...request.text];
  const isCut = characters.length > longestQuote;
  const quote = `> ${characters.slice(0, longestQuote).join("")}${isCut ? "…" : ""}`;
  const entry = ["```yaml", "replace:", `  - { line: ${line}, heard: , meant:  }`, "```"];
  const words = {
    zh: {
      title: `指正：${episode} ${time}`,
      place: `[${time}](${pageAddress})，文字稿[${file}第${line}行](${fileAddress})：`,
      ask: "哪里听错了，应该是什么？",
      hint: "也可以直接填好这一行，放进这一期的corrections.yaml：",
    },
    en: {
      title: `Fix: ${episode} ${time}`,
      place: `[${time}](${pageAddress}), [line ${line} of ${file}](${fileAddress}):`,
      ask: "What was misheard, and what was said?",
      hint: "Or fill in this line for the episode's corrections.yaml:",
    },
  }[language];
  return {
    title: words.title,
    body: [words.place, "", quote, "", words.ask, "", "", words.hint, ...entry, ""].join("\n"),
  };
}
