import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longer than their size says, longest first. */
const longest = [
  "relevance/ranking",
  "site/incremental-build",
  "browser/player",
  "browser/correct",
  "relevance/suggestions",
  "browser/interface",
  "relevance/sound-names",
  "relevance/sound-merges",
  "browser/archive-parts",
];

/** Begins with what takes longest: whatever begins last is what all workers but one would wait for. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at === -1 ? longest.length : at;
    };
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
