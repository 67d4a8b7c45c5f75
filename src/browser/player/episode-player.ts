import type { Recording } from "../../model/recording.ts";
import { readInterfaceLanguage, swapAttributeWords } from "../interface/write-wording.ts";
import { connectMediaSession } from "./media-session.ts";
import { Playback } from "./playback.ts";
import { PlayerBar } from "./player-bar.ts";
import { connectControls, findPart } from "./player-controls.ts";
import { listenForPlayerKeys, type PlayerRequest, skipBack, skipForward } from "./player-keys.ts";

/**
 * `<episode-player>`, one on every page and kept by the router from page to page: empty until a page with a
 * recording brings the player's parts, then there for good. It never stops because a page is left; one that was
 * never played goes with the page that brought it.
 */
export class EpisodePlayer extends HTMLElement {
  #playback: Playback | undefined;
  #bar: PlayerBar | undefined;

  /** The playback, made of the parts that the page brings the first time. */
  open(parts: HTMLTemplateElement): Playback {
    if (this.#playback !== undefined) return this.#playback;
    this.append(document.importNode(parts.content, true));
    swapAttributeWords(this, readInterfaceLanguage());
    const root = findPart(this, "root");
    const playback = new Playback(this.querySelector("audio") as HTMLAudioElement);
    this.#playback = playback;
    this.#bar = new PlayerBar(root, playback);
    connectControls(root, playback, () => this.#close());
    connectMediaSession(playback, { back: skipBack, forward: skipForward });
    listenForPlayerKeys(
      () => !this.hidden,
      (request) => this.#answer(request, playback),
    );
    playback.addEventListener("recording", () => {
      this.hidden = playback.recording === undefined;
    });
    document.addEventListener("astro:after-swap", () => this.#leaveUnwanted());
    return playback;
  }

  /** Lights moments on the bar, where `page` is the episode in it. */
  showHits(page: string, moments: readonly number[]): void {
    if (this.#playback?.recording?.page === page) this.#bar?.showHits(moments);
  }

  /** Offers to come back to what is being said, or no longer. */
  offerReturn(comeBack: (() => void) | undefined): void {
    const button = findPart(this, "return");
    button.hidden = comeBack === undefined;
    button.onclick = comeBack ?? null;
  }

  #close(): void {
    this.offerReturn(undefined);
    this.#playback?.close();
  }

  #leaveUnwanted(): void {
    this.offerReturn(undefined);
    const playback = this.#playback;
    if (playback?.recording === undefined || playback.isWanted) return;
    if (document.querySelector("listen-button") === null) playback.load(undefined);
  }

  #answer(request: PlayerRequest, playback: Playback): void {
    if (request.kind === "skip") playback.skip(request.seconds);
    else if (request.kind === "toggle") playback.toggle();
    else if (request.kind === "mute") playback.audio.muted = !playback.audio.muted;
    else (findPart(this, "keys") as HTMLDialogElement).showModal();
  }
}

/** Whether a recording is the one that a playback holds. */
export function isShown(playback: Playback, { page }: Pick<Recording, "page">): boolean {
  return playback.recording?.page === page;
}
