import { floors, meetsFloor } from "./floors.ts";
import { formatBytes, formatSeconds, formatShare } from "./format-figures.ts";
import type { BenchFigures } from "./measure-archive.ts";
import type { ExactFigures } from "./measure-exact.ts";
import { formatSections, type ReportLine, type ReportSection } from "./print-table.ts";
import { reportPages } from "./report-pages.ts";
import {
  reportBytes,
  reportNames,
  reportQuestions,
  reportRank,
  reportSound,
  reportTime,
  reportVariants,
} from "./report-search.ts";
import type { ProcessCost } from "./run-measured.ts";

/** What a run measured, as text to read. */
export function reportFigures(figures: BenchFigures): string {
  const { archive, machine, exact, bytes, time, rank, questions, names, variants, sound, pages } = figures;
  const head = `${figures.content}: ${archive.episodes} episodes, ${archive.characters} characters. ${machine.cores} cores, ${formatBytes(machine.memoryBytes)} memory, Node ${machine.node}, seed ${figures.seed}.`;
  const sections = [
    reportBuild(figures),
    ...(exact === undefined ? [] : [reportExact(exact, archive)]),
    ...(bytes === undefined ? [] : [reportBytes(bytes)]),
    ...(time === undefined ? [] : [reportTime(time)]),
    ...(rank === undefined ? [] : [reportRank(rank)]),
    ...(questions === undefined ? [] : [reportQuestions(questions)]),
    ...(names === undefined ? [] : [reportNames(names)]),
    ...(variants === undefined ? [] : [reportVariants(variants)]),
    ...(sound === undefined ? [] : [reportSound(sound)]),
    ...(pages === undefined ? [] : [reportPages(pages)]),
  ];
  return `${head}\n\n${formatSections(sections)}`;
}

function reportAdded(added: ProcessCost, whole: ProcessCost): ReportLine {
  const ratio = added.wallSeconds / whole.wallSeconds;
  return {
    name: "one episode added",
    ours: formatSeconds(added.wallSeconds),
    floor: {
      text: `${ratio.toFixed(2)} of the whole build, at most ${floors.addedRatio.most}`,
      isMet: meetsFloor(ratio, floors.addedRatio),
    },
  };
}

function reportBuild({ build, addedBuild, stockBuild }: BenchFigures): ReportSection {
  const { cost, site, index, data } = build;
  const stock = stockBuild?.cost;
  const ratio = stock === undefined ? Number.NaN : cost.wallSeconds / stock.wallSeconds;
  const cpuRatio = (cost.cpuSeconds ?? Number.NaN) / (stock?.cpuSeconds ?? Number.NaN);
  const peak = cost.peakBytes ?? Number.NaN;
  const withStock = (text: string | undefined) => (text === undefined ? {} : { stock: text });
  return {
    title: "Build (ours: the whole site; stock Pagefind: its index alone)",
    lines: [
      {
        name: "time",
        ours: formatSeconds(cost.wallSeconds),
        ...withStock(stock && formatSeconds(stock.wallSeconds)),
        ...(stock === undefined
          ? {}
          : {
              floor: {
                text: `${ratio.toFixed(2)} times stock's, at most ${floors.buildRatio.most}`,
                isMet: meetsFloor(ratio, floors.buildRatio),
              },
            }),
      },
      ...(addedBuild === undefined ? [] : [reportAdded(addedBuild, cost)]),
      {
        name: "processor time",
        ours: formatSeconds(cost.cpuSeconds ?? Number.NaN),
        ...withStock(stock && formatSeconds(stock.cpuSeconds ?? Number.NaN)),
      },
      {
        name: "peak memory",
        ours: formatBytes(peak),
        ...withStock(stock && formatBytes(stock.peakBytes ?? Number.NaN)),
        ...(Number.isNaN(peak)
          ? {}
          : {
              floor: {
                text: `at most ${formatBytes(floors.buildBytes.most)}`,
                isMet: meetsFloor(peak, floors.buildBytes),
              },
            }),
      },
      { name: "site", ours: `${formatBytes(site.bytes)} in ${site.files} files` },
      {
        name: "index (pagefind/)",
        ours: `${formatBytes(index.bytes)} in ${index.files} files`,
        ...withStock(
          stockBuild && `${formatBytes(stockBuild.index.bytes)} in ${stockBuild.index.files} files`,
        ),
      },
      { name: "tables and texts (search-data/)", ours: `${formatBytes(data.bytes)} in ${data.files} files` },
    ],
    notes: Number.isFinite(cpuRatio) ? [`Processor time: ${cpuRatio.toFixed(2)} times stock's.`] : [],
  };
}

const kindNames = {
  title: "from chapter titles",
  run: "runs of 2 to 6 tokens",
  mixed: "Chinese and Latin",
  latin: "Latin",
} as const;

function reportExact(
  { ours, byKind, stock, stockByKind, wrong, passages }: ExactFigures,
  { readFromBuild }: BenchFigures["archive"],
): ReportSection {
  const kinds = Object.keys(kindNames) as (keyof typeof kindNames)[];
  const notes = wrong
    .slice(0, 5)
    .map(({ query, expected, got, error }) =>
      error !== undefined
        ? `Failed: ${query}: ${error}`
        : `Not right: ${query}: ${got.episodes} episodes, ${got.hits} hits for ${expected.episodes}, ${expected.hits}.`,
    );
  if (wrong.length > 5) notes.push(`${wrong.length - 5} more that are not right: see --json.`);
  for (const { query, slug, fault } of passages.faults.slice(0, 5))
    notes.push(`${query} in ${slug}: ${fault}`);
  if (readFromBuild > 0)
    notes.push(
      `The truth of ${readFromBuild} episodes is their built transcript: a glossary, corrections or people change what the file says, or it is of another kind than WebVTT.`,
    );
  notes.push(
    "Ours must tell the same episodes and hits as a plain search of the sources; stock Pagefind counts no hits, so only its episodes are compared.",
  );
  return {
    title: "Answers that are exactly right",
    lines: [
      {
        name: "all",
        ours: `${ours.right} of ${ours.queries}`,
        ...(stock === undefined ? {} : { stock: `${stock.right} of ${stock.queries}` }),
        floor: { text: "all", isMet: meetsFloor(ours.right / ours.queries, floors.exact) },
      },
      ...kinds.flatMap((kind) => {
        const own = byKind[kind];
        if (own === undefined) return [];
        const other = stockByKind?.[kind];
        return [
          {
            name: kindNames[kind],
            ours: `${own.right} of ${own.queries}`,
            ...(other === undefined ? {} : { stock: `${other.right} of ${other.queries}` }),
          },
        ];
      }),
      {
        name: "recall of episodes",
        ours: formatShare(ours.recall),
        ...(stock === undefined ? {} : { stock: formatShare(stock.recall) }),
      },
      {
        name: "precision of episodes",
        ours: formatShare(ours.precision),
        ...(stock === undefined ? {} : { stock: formatShare(stock.precision) }),
      },
      {
        name: "passages at their place",
        ours: `${passages.faults.length} faults in ${passages.passages}`,
        floor: { text: "none", isMet: passages.faults.length === 0 },
      },
    ],
    notes,
  };
}
