import type { Hit } from "../../../text/find-form.ts";
import { readTokens } from "../../../text/normalise.ts";
import type { WrittenForm } from "../../api/search-types.ts";
import { PassageTable } from "../passage-table.ts";
import type { SearchFiles } from "../search-files.ts";

/**
 * How what was found is written in an episode, the most frequent form first. Loads the texts of the hits. Rejects with a
 * SearchLoadError.
 */
export async function tellForms(
  episode: number,
  hits: readonly Hit[],
  files: SearchFiles,
): Promise<WrittenForm[]> {
  const table = new PassageTable(await files.loadTable(episode));
  const counts = new Map<string, number>();
  const written = await Promise.all(
    hits.map(async ({ from, to }) => {
      const passage = table.findPassage(from);
      const { block, at } = table.blockOf(passage);
      const text = (await files.loadBlock(episode, block))[at] as string;
      const tokens = readTokens(text);
      const first = from - table.firstPositionOf(passage);
      return text.slice(
        tokens[first]?.from,
        tokens[Math.min(to - table.firstPositionOf(passage), tokens.length) - 1]?.to,
      );
    }),
  );
  for (const form of written) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].map(([form, count]) => ({ form, hits: count })).sort((a, b) => b.hits - a.hits);
}
