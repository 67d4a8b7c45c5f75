export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value of JSON is a group of fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of a group; none where a value is no group. */
export function asFields(value: unknown): Fields {
  return isFields(value) ? value : {};
}
