import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

const shared = {
  // A file that waits for a browser leaves its core to another: two, also where there are only two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Modules are read once a worker, not once a file: that was two thirds of what the unit tests took.
  isolate: false,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          // The first test of a file that cuts Chinese waits for jieba's dictionary.
          testTimeout: 30_000,
          include: ["test/unit/**/*.test.ts", "test/golden/**/*.test.ts", "test/architecture.test.ts"],
        },
      },
      {
        test: {
          ...shared,
          name: "site",
          include: ["test/site/**/*.test.ts", "test/browser/**/*.test.ts", "test/relevance/**/*.test.ts"],
          globalSetup: ["test/site/build-sites.ts"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
          // A browser on a loaded machine may drop a click; a fault fails twice.
          retry: 1,
        },
      },
    ],
  },
});
