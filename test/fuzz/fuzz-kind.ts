import type { Random } from "../bench/random.ts";
import type { Seeds } from "./seeds.ts";

/** What one reader reads, by name: files, or a text that somebody typed. */
export type InputParts = Readonly<Record<string, string | Uint8Array>>;

/** A kind of what strangers write, how it is made, and who reads it. */
export interface FuzzKind {
  readonly name: string;
  /** Its share of the inputs. */
  readonly weight: number;
  make(random: Random, seeds: Seeds): InputParts;
  /** Gives it to all that read it. Throws where they throw, or where what they made of it cannot be. */
  read(parts: InputParts): void | Promise<void>;
}
