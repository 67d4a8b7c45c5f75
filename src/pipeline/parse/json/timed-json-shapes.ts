import { listShapes } from "./list-shapes.ts";
import { recogniserShapes } from "./recogniser-shapes.ts";
import { serviceShapes } from "./service-shapes.ts";
import type { TimedJsonShape } from "./timed-json-shape.ts";

/**
 * The shapes that are read, the most telling first. A shape is that of a document whose first records have its start and
 * a text. Each is from a real file or the tool's own reference, which its line names.
 */
export const timedJsonShapes: readonly TimedJsonShape[] = [
  ...recogniserShapes,
  ...serviceShapes,
  // Last: a list says little of what it is.
  ...listShapes,
];
