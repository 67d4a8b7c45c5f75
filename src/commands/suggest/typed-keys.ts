import { emitKeypressEvents } from "node:readline";
import { PassThrough, type Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";

interface Key {
  readonly sequence: string;
  readonly name?: string;
}

/** A terminal's input, as `process.stdin` is one. */
export interface KeyInput extends Readable {
  setRawMode?(isRaw: boolean): unknown;
}

/**
 * The keys that are typed in a terminal, handed out one at a time. A prompt drops what comes in one piece with the
 * key that answers it, so whoever types ahead would lose an answer; here it waits for the next question. Enter is no key here.
 */
export class TypedKeys {
  readonly #input: KeyInput;
  readonly #waiting: string[] = [];
  #onKey: () => void = () => undefined;

  constructor(input: KeyInput) {
    this.#input = input;
    emitKeypressEvents(input);
    // Never taken away: the rest of a piece is told to whoever listens, or to nobody.
    input.on("keypress", (_text: string | undefined, { sequence, name }: Key) => {
      // Prompts of one key take Enter for the end of asking; it is pressed after an answer out of habit.
      if (name === "return" || name === "enter") return;
      this.#waiting.push(sequence);
      this.#onKey();
    });
    input.pause();
  }

  /** Lends the keys to `ask` until it has its answer. */
  async lend<T>(ask: (keys: Readable) => Promise<T>): Promise<T> {
    const keys = new PassThrough();
    let isAnswered = false;
    const answer = ask(keys).finally(() => {
      isAnswered = true;
      this.#onKey();
    });
    this.#input.setRawMode?.(true);
    this.#input.resume();
    while (!isAnswered) {
      const key = this.#waiting.shift();
      if (key === undefined) await new Promise<void>((resolve) => (this.#onKey = resolve));
      else {
        keys.write(key);
        await setImmediate();
      }
    }
    this.#input.pause();
    this.#input.setRawMode?.(false);
    return answer;
  }
}
