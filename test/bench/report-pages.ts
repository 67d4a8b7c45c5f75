import { floors, meetsFloor } from "./floors.ts";
import { formatBytes, formatMs } from "./format-figures.ts";
import type { PagesFigures } from "./measure-pages.ts";
import type { ReportLine, ReportSection } from "./print-table.ts";
import type { LighthouseFigures } from "./run-lighthouse.ts";

/** What pages weigh and how they behave. */
export function reportPages(figures: PagesFigures): ReportSection {
  const { episode, weight, lighthouse, lighthouseFailure, scrolling, following } = figures;
  const own = weight.markup + weight.styles + weight.scripts + weight.fonts;
  return {
    title: `Pages (episode: ${decodeURIComponent(episode)})`,
    lines: [
      ...(lighthouse === undefined
        ? []
        : [...reportScores("home", lighthouse.home), ...reportScores("episode", lighthouse.episode)]),
      {
        name: "episode besides the transcript's words",
        ours: formatBytes(own),
        floor: {
          text: `at most ${formatBytes(floors.pageBytes.most)}`,
          isMet: meetsFloor(own, floors.pageBytes),
        },
      },
      {
        name: "  markup, styles, scripts, fonts",
        ours: [weight.markup, weight.styles, weight.scripts, weight.fonts].map(formatBytes).join(" + "),
      },
      { name: "  the page as sent", ours: formatBytes(weight.page) },
      {
        name: `six hours (${scrolling.passages} passages), frames a second`,
        ours: scrolling.perSecond.toFixed(1),
        floor: {
          text: `at least ${floors.framesPerSecond.least} of 60`,
          isMet: meetsFloor(scrolling.perSecond, floors.framesPerSecond),
        },
      },
      {
        name: "  from frame to frame, median / 95th percentile",
        ours: `${formatMs(scrolling.median)} / ${formatMs(scrolling.p95)}`,
      },
      {
        name: `following ${following.cues} cues of two seconds, work a second`,
        ours: formatMs(following.busyMsPerSecond),
      },
      reportTask("  longest task while following", following.longestTaskMs),
      reportTask("  longest task while scrolling", scrolling.longestTaskMs),
    ],
    notes: [
      "A phone's screen in headless Chromium, gzip, an empty cache. Work: script, style and layout, at three times the speed of speech.",
      ...(lighthouse === undefined ? [`Lighthouse did not run: ${lighthouseFailure}`] : []),
      ...[...(lighthouse?.home.faults ?? []), ...(lighthouse?.episode.faults ?? [])].map(
        (fault) => `Lighthouse: ${fault}.`,
      ),
    ],
  };
}

function reportScores(name: string, { scores, layoutShift }: LighthouseFigures): ReportLine[] {
  const rest = [scores.accessibility, scores["best-practices"], scores.seo];
  return [
    {
      name: `Lighthouse, ${name}, performance`,
      ours: String(scores.performance),
      floor: {
        text: `at least ${floors.performance.least}`,
        isMet: meetsFloor(scores.performance, floors.performance),
      },
    },
    {
      name: "  accessibility, best practices, SEO",
      ours: rest.join(", "),
      floor: { text: "100 each", isMet: rest.every((score) => score === 100) },
    },
    {
      name: "  layout shift",
      ours: layoutShift.toFixed(3),
      floor: { text: "none", isMet: layoutShift === 0 },
    },
  ];
}

function reportTask(name: string, ms: number): ReportLine {
  return {
    name,
    ours: ms === 0 ? "none over 50 ms" : formatMs(ms),
    floor: { text: "none over 50 ms", isMet: meetsFloor(ms, floors.longestTaskMs) },
  };
}
