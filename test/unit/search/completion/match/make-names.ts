import { makeSuggestionFile } from "../../../../../src/search/completion/make/make-suggestion-file.ts";
import { type OpenedNames, openNames } from "../../../../../src/search/completion/match/open-names.ts";
import type { NameKind, ValueKey } from "../../../../../src/search/format/suggestion-file.ts";

export interface TestName {
  readonly text: string;
  readonly kind?: NameKind;
  readonly also?: readonly string[];
  readonly heard?: readonly string[];
  readonly episodes?: number;
}

/** Names as the browser has them, by way of the file that a build would write; keywords where no kind is said. */
export function makeNames(
  names: readonly TestName[],
  likely: ReadonlyMap<string, readonly string[]> = new Map(),
  { speaker = [], topic = [] }: Partial<Record<ValueKey, readonly TestName[]>> = {},
): Promise<OpenedNames> {
  const fill = ({ kind = "keyword", also = [], heard = [], episodes = 1, text }: TestName) => {
    return { kind, also, heard, episodes, text };
  };
  const file = makeSuggestionFile(
    { names: names.map(fill), values: { speaker: speaker.map(fill), topic: topic.map(fill) } },
    { likely, common: ["正", "流", "整"], titleFiles: [] },
  );
  return openNames(JSON.parse(JSON.stringify(file)), async () => undefined);
}
