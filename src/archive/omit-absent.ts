/** The same keys, those that may be undefined turned into keys that may be absent. */
export type OmitAbsent<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** A copy without the keys whose value is undefined. */
export function omitAbsent<T extends object>(group: T): OmitAbsent<T> {
  return Object.fromEntries(
    Object.entries(group).filter(([, value]) => value !== undefined),
  ) as OmitAbsent<T>;
}
