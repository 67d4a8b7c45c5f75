import type { OpenedNames } from "../../../../src/browser/suggest/open-names.ts";
import { openNames } from "../../../../src/browser/suggest/open-names.ts";
import type { NameKind } from "../../../../src/model/suggestion-file.ts";
import { nameKinds } from "../../../../src/model/suggestion-file.ts";
import { writeReadingColumns } from "../../../../src/pipeline/complete/write-reading-columns.ts";

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
): Promise<OpenedNames> {
  const sorted = names
    .map(({ kind = "keyword", also = [], heard = [], episodes = 1, text }) => ({
      kind,
      also,
      heard,
      episodes,
      text,
    }))
    .sort((a, b) => nameKinds.indexOf(a.kind) - nameKinds.indexOf(b.kind));
  const byIndex = (lists: readonly (readonly string[])[]) => Object.fromEntries(lists.entries());
  const file = {
    version: 1,
    names: sorted.map(({ text }) => text).join("\n"),
    kinds: nameKinds.map((kind) => sorted.filter((own) => own.kind === kind).length),
    episodes: sorted.map(({ episodes }) => episodes),
    also: byIndex(sorted.map(({ also }) => also)),
    heard: byIndex(sorted.map(({ heard }) => heard)),
    ...writeReadingColumns(sorted, likely, ["正", "流", "整"]),
    latinVersion: "",
  };
  return openNames(JSON.parse(JSON.stringify(file)), async () => undefined);
}
