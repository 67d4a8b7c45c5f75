import { expect, test } from "vitest";
import { summariseReports } from "../../bench/run-lighthouse.ts";

type Report = Parameters<typeof summariseReports>[0][number];

function makeReport(performance: number, canonical: number, shift = 0): Report {
  const rest = { score: 1, auditRefs: [] };
  return {
    categories: {
      performance: { score: performance, auditRefs: [{ id: "cumulative-layout-shift", weight: 25 }] },
      accessibility: rest,
      "best-practices": rest,
      seo: {
        score: canonical,
        auditRefs: [
          { id: "canonical", weight: 1 },
          { id: "structured-data", weight: 0 },
        ],
      },
    },
    audits: {
      canonical: { title: "Document has a valid canonical", score: canonical },
      "structured-data": { title: "Structured data is valid", score: 0 },
      "cumulative-layout-shift": { title: "Shift", score: 0.9, numericValue: shift },
    },
  };
}

test("gives the median of the runs, of 100", () => {
  const reports = [0.91, 1, 0.99, 0.98, 1].map((score, run) => makeReport(score, 1, run === 0 ? 0.2 : 0));
  expect(summariseReports(reports)).toEqual({
    scores: { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 },
    layoutShift: 0,
    faults: [],
  });
});

test("names once what keeps a category from being perfect, and nothing that does not count", () => {
  expect(summariseReports([makeReport(1, 0), makeReport(1, 0)]).faults).toEqual([
    "Document has a valid canonical",
  ]);
});
