import { followPath, getAt } from "./follow-path.ts";
import type { TimedJsonShape } from "./timed-json-shape.ts";
import { timedJsonShapes } from "./timed-json-shapes.ts";

/** The shape of a JSON document; undefined where it is none that is read. */
export function findShape(document: unknown): TimedJsonShape | undefined {
  return timedJsonShapes.find((shape) => fits(document, shape));
}

/** Some record among the first must have its start, and say something itself or in its words. */
function fits(document: unknown, shape: TimedJsonShape): boolean {
  if (shape.requires?.some((path) => followPath(document, path)[0] === undefined) === true) return false;
  if (shape.kind === "podcast-json") return isPodcastJson(document);
  return followPath(document, shape.records)
    .slice(0, 200)
    .some((record) => {
      const { words } = shape;
      const says =
        shape.text.some((path) => typeof getAt(record, path) === "string") ||
        (words !== undefined &&
          followPath(record, words.list).some((word) =>
            words.text.some((path) => typeof getAt(word, path) === "string"),
          ));
      return says && getAt(record, shape.start) !== undefined;
    });
}

/** A Podcasting 2.0 transcript has a list `segments` of records with `body`; their times may be missing. */
function isPodcastJson(document: unknown): boolean {
  const segments = getAt(document, "segments");
  return (
    Array.isArray(segments) &&
    (segments.length === 0 ||
      segments.some((record) => typeof record === "object" && record !== null && "body" in record))
  );
}
