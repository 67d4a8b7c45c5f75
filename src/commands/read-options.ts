import { parseArgs } from "node:util";
import { FaultError } from "../model/report.ts";
import { findNearest } from "../model/schema/find-nearest.ts";

/** Takes an option and its values, `--name value` or `--name=value`, out of the arguments. */
export function takeOption(
  args: readonly string[],
  name: string,
): { readonly values: readonly string[]; readonly rest: readonly string[]; readonly isLacking: boolean } {
  const values: string[] = [];
  const rest: string[] = [];
  let isLacking = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg.startsWith(`${name}=`)) values.push(arg.slice(name.length + 1));
    else if (arg !== name) rest.push(arg);
    else if (args[at + 1]?.startsWith("--") === false) values.push(args[++at] as string);
    else isLacking = true;
  }
  return {
    values: values.filter((value) => value !== ""),
    rest,
    isLacking: isLacking || values.includes(""),
  };
}

/** What every command understands. */
export const everyOption = ["lang", "help"] as const;

/** That there is no such option. `nearest` is without its hyphens. */
export function refuseOption(option: string, nearest: string | undefined): FaultError {
  const values = { option, ...(nearest === undefined ? {} : { nearest: `--${nearest}` }) };
  return new FaultError({ kind: "option-unknown", values });
}

/** That an option has no value. */
export function lackValue(option: string, example?: string): FaultError {
  const values = { option, ...(example === undefined ? {} : { example }) };
  return new FaultError({ kind: "option-without-value", values });
}

/** The options of a command, without their hyphens. */
export type OptionTypes = Readonly<Record<string, "boolean" | "string">>;

/** What a command line says. Those that are not there have no value. */
export interface ReadOptions<Types extends OptionTypes> {
  readonly values: { readonly [Name in keyof Types]?: Types[Name] extends "string" ? string : true };
  readonly positionals: readonly string[];
  /** What cannot be understood: the first of it. */
  readonly fault?: FaultError;
}

/** Reads arguments as options and what is none. */
export function readOptions<const Types extends OptionTypes>(
  args: readonly string[],
  types: Types,
): ReadOptions<Types> {
  const options = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const faults = tokens.flatMap((token) => (token.kind === "option" ? (findFault(token, types) ?? []) : []));
  return {
    values: values as ReadOptions<Types>["values"],
    positionals,
    ...(faults[0] === undefined ? {} : { fault: faults[0] }),
  };
}

interface OptionToken {
  readonly name: string;
  /** As it was typed. */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** Whether the value stands behind an equals sign. */
  readonly inlineValue?: boolean | undefined;
}

function findFault(
  { name, rawName, value, inlineValue }: OptionToken,
  types: OptionTypes,
): FaultError | undefined {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined) {
    return refuseOption(rawName, findNearest(name, [...Object.keys(types), ...everyOption]));
  }
  // Node takes an option for the value of the one before it.
  const isOption = value !== undefined && inlineValue === false && /^--?[a-z]/i.test(value);
  if (type === "string" && (value === undefined || value === "" || isOption)) return lackValue(rawName);
  if (type === "boolean" && value !== undefined)
    return new FaultError({ kind: "option-with-value", values: { option: rawName } });
  return undefined;
}
