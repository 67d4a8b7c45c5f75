import type { LineProblem } from "../model/problem.ts";
import { isAudioFile } from "./find-audio.ts";
import type { FrontMatter } from "./read-front-matter.ts";
import { foldName } from "./resolve-speaker.ts";

/** Audio that is a file must be there. */
export async function checkAudio(
  { data, findLine }: FrontMatter,
  hasFile: (fileName: string) => Promise<boolean>,
): Promise<LineProblem[]> {
  const { audio } = data;
  if (audio === undefined || !isAudioFile(audio) || (await hasFile(audio))) return [];
  const message = `The audio is "${audio}", and there is no such file in the folder. Put it there, or write its address.`;
  return [{ severity: "error", line: findLine(["audio"]), message }];
}

/** Labels to which the front matter gives a person should be labels of the transcript. */
export function checkLabels({ data, findLine }: FrontMatter, labels: ReadonlySet<string>): LineProblem[] {
  const spoken = new Set([...labels].map(foldName));
  return Object.keys(data.speakers)
    .filter((label) => !spoken.has(foldName(label)))
    .map((label) => ({
      severity: "warning",
      line: findLine(["speakers", label]),
      message: `The label "${label}" stands nowhere in the transcript. ${
        labels.size === 0
          ? 'It names no speakers; say who speaks in corrections.yaml under "turns".'
          : `Its labels are ${[...labels].slice(0, 8).join(", ")}.`
      }`,
    }));
}
