import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // The first test of a file that cuts Chinese waits for jieba's dictionary.
          testTimeout: 30_000,
          include: ["test/unit/**/*.test.ts", "test/golden/**/*.test.ts", "test/architecture.test.ts"],
        },
      },
      {
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts", "test/browser/**/*.test.ts", "test/relevance/**/*.test.ts"],
          globalSetup: ["test/site/build-sites.ts"],
          testTimeout: 30_000,
          // A browser on a busy machine may miss a moment once; what fails twice is wrong.
          retry: 1,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
