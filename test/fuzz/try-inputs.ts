import { existsSync } from "node:fs";
import { makeRandom } from "../bench/random.ts";
import { archiveKind, fileNameKind, notesKind, writtenKind } from "./content-kinds.ts";
import { expectUnpolluted } from "./expectations.ts";
import type { FuzzKind, InputParts } from "./fuzz-kind.ts";
import { documentKind, importKind } from "./import-kinds.ts";
import { readSeeds, type Seeds } from "./seeds.ts";
import { bytesKind, transcriptKind } from "./transcript-kinds.ts";
import { addressKind, queryKind, searchKind } from "./typed-kinds.ts";

const kinds: readonly FuzzKind[] = [
  transcriptKind,
  bytesKind,
  writtenKind,
  notesKind,
  archiveKind,
  fileNameKind,
  queryKind,
  searchKind,
  addressKind,
  importKind,
  documentKind,
];
/** Each kind as often as it weighs. */
const turns = kinds.flatMap((kind) => Array<FuzzKind>(kind.weight).fill(kind));

/** What one input came to. */
export interface TriedInput {
  readonly number: number;
  readonly kind: string;
  /** Of the thread's processor time: other processes do not make it longer. */
  readonly ms: number;
  /** What it threw, or what cannot be. */
  readonly failure?: string;
}

/** The input of a number: the same for the same seed and the same files. */
function makeInput(seeds: Seeds, seed: number, number: number): { kind: FuzzKind; parts: InputParts } {
  const random = makeRandom(Math.imul(seed, 0x9e3779b1) ^ number);
  const kind = turns[number % turns.length] as FuzzKind;
  // The first draws of seeds that are near to each other are alike.
  random.pickIndex(2);
  return { kind, parts: kind.make(random, seeds) };
}

async function tryInput(seeds: Seeds, seed: number, number: number): Promise<TriedInput> {
  const { kind, parts } = makeInput(seeds, seed, number);
  const begin = process.threadCpuUsage();
  let failure: { failure: string } | undefined;
  try {
    await kind.read(parts);
    expectUnpolluted();
  } catch (error) {
    failure = { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  const { user, system } = process.threadCpuUsage(begin);
  return { number, kind: kind.name, ms: (user + system) / 1000, ...failure };
}

/** What a process is told to try. */
export interface FuzzTask {
  readonly seed: number;
  /** Numbers of the first input and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly folder?: string;
  /** Names of kinds: inputs of all others are passed over. */
  readonly only?: readonly string[];
}

/** What it tells: which input it begins, and what that came to. */
export type FuzzMessage = { readonly begun: number } | TriedInput;

/** Resolves once it is on its way: whatever the next input does to this process, it is known which it was. */
function tell(message: FuzzMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}

async function serve({ seed, from, to, folder, only }: FuzzTask): Promise<void> {
  const seeds = readSeeds(folder);
  // What is loaded once for all is no input's cost.
  for (const kind of kinds) await tryInput(seeds, 1, turns.indexOf(kind));
  for (let number = from; number < to; number++) {
    if (only?.includes((turns[number % turns.length] as FuzzKind).name) === false) continue;
    await tell({ begun: number });
    await tell(await tryInput(seeds, seed, number));
  }
  process.disconnect();
}

/** `node test/fuzz/try-inputs.ts <seed> <number> [folder]` tries one input and shows it. */
async function showInput([seed = "", number = "", folder]: readonly string[]): Promise<void> {
  const seeds = readSeeds(folder !== undefined && existsSync(folder) ? folder : undefined);
  const { parts } = makeInput(seeds, Number(seed), Number(number));
  for (const [name, content] of Object.entries(parts))
    console.log(
      `--- ${name}\n${JSON.stringify(typeof content === "string" ? content : Buffer.from(content).toString("utf8"))}`,
    );
  console.log(await tryInput(seeds, Number(seed), Number(number)));
}

const [first = "", ...others] = process.argv.slice(2);
if (process.send !== undefined) await serve(JSON.parse(first) as FuzzTask);
else await showInput([first, ...others]);
