import type { z } from "zod";
import type { Expected } from "../../../src/model/problem-values.ts";

/** A key of the owner's files, as its schema has it. */
export interface DocumentedKey {
  /** The keys that lead to it: `people`, `id`. */
  readonly path: readonly string[];
  readonly schema: z.ZodType;
  readonly en?: string;
  readonly zh?: string;
  readonly expected: Expected;
  /** As YAML, with its key: `number: 12`. */
  readonly example?: string;
  /** The key that can stand alone for the group. */
  readonly shorthand?: string;
  readonly isRequired: boolean;
  /** What stands in for it where it is absent. */
  readonly fallback?: unknown;
}

interface Notes {
  readonly description?: string;
  readonly zh?: string;
  readonly example?: string;
  readonly shorthand?: string;
  readonly expected?: Expected;
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly out?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly defaultValue?: unknown;
}

const define = (schema: z.ZodType) => schema.def as unknown as Definition;
/** What is said of a schema, one that wraps another included. */
export const note = (schema: z.ZodType) => (schema.meta() ?? {}) as Notes;

/** The schema that says what is expected, below what makes it optional, gives its default or takes a shorthand. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType, out } = define(schema);
  const inner = innerType ?? (note(schema).expected === undefined ? out : undefined);
  return inner === undefined ? schema : unwrap(inner);
}

function findShorthand(schema: z.ZodType): string | undefined {
  const { innerType } = define(schema);
  return note(schema).shorthand ?? (innerType === undefined ? undefined : findShorthand(innerType));
}

/** An example in one line of YAML: a list whose items stand in lines of their own goes into brackets. */
function writeInline(example: string): string {
  return example.startsWith("- ") ? `[${example.slice(2)}]` : example;
}

function readKey(path: readonly string[], schema: z.ZodType): DocumentedKey {
  const inner = unwrap(schema);
  const { description: en, zh, example } = note(schema);
  const { expected } = note(inner);
  if (expected === undefined) throw new Error(`${path.join(".")} is of no kind that fields.ts defines.`);
  const given = example ?? ("example" in expected.values ? expected.values.example : undefined);
  const shorthand = findShorthand(schema);
  const fallback = define(schema).defaultValue;
  return {
    path,
    schema,
    expected,
    isRequired: !schema.safeParse(undefined).success,
    ...(en === undefined ? {} : { en }),
    ...(zh === undefined ? {} : { zh }),
    ...(given === undefined ? {} : { example: `${path.at(-1)}: ${writeInline(given)}` }),
    ...(shorthand === undefined ? {} : { shorthand }),
    ...(fallback === undefined ? {} : { fallback }),
  };
}

/** Every key of a file's schema, those of groups and of lists of groups behind their own. */
export function listKeys(schema: z.ZodType, path: readonly string[] = []): DocumentedKey[] {
  const { shape, element, valueType } = define(unwrap(schema));
  const items = element ?? valueType;
  if (items !== undefined) return listKeys(items, path);
  return Object.entries(shape ?? {}).flatMap(([key, own]) => [
    readKey([...path, key], own),
    ...listKeys(own, [...path, key]),
  ]);
}
