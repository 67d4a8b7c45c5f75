import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fingerprintCode } from "../../../archive/cache/fingerprint-code.ts";
import type { Episode, Term } from "../../../model/archive.ts";
import {
  type CutOptions,
  countCharacters,
  cutInProcesses,
  fingerprintEpisode,
  listNames,
  MOST_PROCESSES,
  pickCuttable,
} from "./cut-episodes.ts";
import type { CutTask } from "./cut-process.ts";

/** Characters read before a process begins: of fewer all is read before it has read jieba's dictionary. Chosen. */
const CHARACTERS_WORTH_A_PROCESS = 1_000_000;

/**
 * Cuts and caches episodes in processes of their own while this one reads the others. `cutEpisodes` cuts what it has
 * not come to.
 */
export class CutAhead {
  readonly #options: Omit<CutOptions, "reporter">;
  readonly #code: string;
  readonly #waiting: CutTask[] = [];
  #characters = 0;
  #cutting: Promise<unknown> | undefined;
  #isEnded = false;
  #wake = (): void => undefined;

  private constructor(code: string, options: Omit<CutOptions, "reporter">) {
    this.#code = code;
    this.#options = options;
  }

  static async open(options: Omit<CutOptions, "reporter">): Promise<CutAhead> {
    await mkdir(options.folder, { recursive: true });
    return new CutAhead(await fingerprintCode("cut"), options);
  }

  /** Tells of an episode that was read, cut or not. `terms` are the archive's, the same each time. */
  add(episode: Episode, terms: readonly Term[]): void {
    const { folder, prebuilt = [] } = this.#options;
    const childCount = Math.min(availableParallelism() - 1, MOST_PROCESSES);
    if (childCount === 0) return;
    this.#characters += countCharacters(episode);
    const file = `${fingerprintEpisode(this.#code, terms, episode)}.cut`;
    if (![folder, ...prebuilt].some((own) => existsSync(join(own, file)))) {
      this.#waiting.push({ path: join(folder, file), episode: pickCuttable(episode) });
      this.#wake();
    }
    const isWorthIt = this.#waiting.length > 0 && this.#characters >= CHARACTERS_WORTH_A_PROCESS;
    if (this.#cutting !== undefined || !isWorthIt) return;
    this.#cutting = cutInProcesses(listNames({ terms }), this.#listWaiting(), { childCount });
    // `end` tells; until then it must not end the process unheard.
    this.#cutting.catch(() => undefined);
  }

  /** Resolves when no process is at it any more. Rejects with a FaultError where one has failed. */
  async end(): Promise<void> {
    this.#isEnded = true;
    this.#wake();
    await this.#cutting;
  }

  async *#listWaiting(): AsyncGenerator<CutTask> {
    while (!this.#isEnded) {
      const task = this.#waiting.shift();
      if (task !== undefined) yield task;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
