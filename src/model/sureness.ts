/** Below this a correction is shown, and said, to be unsure: about the least that whoever reads a text calls "probably". Chosen. */
const sureEnough = 0.7;

/** Whether a reader is told of a correction that it may be wrong. @param sure 0 to 1 */
export function isUnsure(sure: number): boolean {
  return sure < sureEnough;
}
