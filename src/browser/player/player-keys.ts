import { isWriting } from "../interface/search-shortcut.ts";

/** What a key asks of the player. Seconds. */
export type PlayerRequest =
  | { readonly kind: "toggle" | "mute" }
  | { readonly kind: "skip"; readonly seconds: number };

export const skipBack = 15;
export const skipForward = 30;
const step = 5;

/** What a key asks for, wherever on the page it is pressed; undefined where it is none of the player's. */
export function readPlayerKey(key: string): PlayerRequest | undefined {
  switch (key) {
    case " ":
    case "k":
    case "K":
      return { kind: "toggle" };
    case "j":
    case "J":
      return { kind: "skip", seconds: -skipBack };
    case "l":
    case "L":
      return { kind: "skip", seconds: skipForward };
    case "ArrowLeft":
      return { kind: "skip", seconds: -step };
    case "ArrowRight":
      return { kind: "skip", seconds: step };
    case "m":
    case "M":
      return { kind: "mute" };
    default:
      return undefined;
  }
}

/** Whether the element that has the focus uses the key itself: Space presses a button, arrows move a slider. */
function isKeyOfTarget(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog, [popover]") !== null) return true;
  if (key === " ") return target.closest("button, summary, label, input, [role='button']") !== null;
  // The bar's own arrows move it by the same steps as everywhere else.
  return key.startsWith("Arrow") && target.matches("input:not([data-player-place])");
}

/** Calls back for every key of the player, except where someone writes or a control needs the key. */
export function listenForPlayerKeys(isActive: () => boolean, answer: (request: PlayerRequest) => void): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!isActive() || isWriting(event.target) || isKeyOfTarget(event.key, event.target)) return;
    const request = readPlayerKey(event.key);
    if (request === undefined) return;
    event.preventDefault();
    answer(request);
  });
}
