import { writeWording } from "../interface/write-wording.ts";
import type { Playback } from "./playback.ts";
import { skipBack, skipForward } from "./player-keys.ts";
import { readSleepChoice, SleepTimer } from "./sleep-timer.ts";

/** Connects the buttons and choices of the player, and shows what it has to tell. */
export function connectControls(root: HTMLElement, playback: Playback, close: () => void): void {
  const press = (name: string, action: () => void) => findPart(root, name).addEventListener("click", action);
  press("toggle", () => playback.toggle());
  press("back", () => playback.skip(-skipBack));
  press("forward", () => playback.skip(skipForward));
  press("retry", () => void playback.play());
  press("close", close);
  press("more", () => {
    const isOpen = root.toggleAttribute("data-open");
    findPart(root, "more").setAttribute("aria-expanded", String(isOpen));
  });
  connectSpeed(findPart(root, "speed") as HTMLSelectElement, playback);
  connectVolume(root, playback);
  const sleep = findPart(root, "sleep") as HTMLSelectElement;
  const timer = new SleepTimer(playback, () => {
    sleep.value = "off";
  });
  sleep.addEventListener("change", () => timer.set(readSleepChoice(sleep.value)));
  const showPlaying = () => {
    root.toggleAttribute("data-playing", playback.isPlaying);
  };
  for (const event of ["play", "pause", "emptied"]) playback.audio.addEventListener(event, showPlaying);
  playback.addEventListener("recording", () => showRecording(root, playback));
  playback.addEventListener("status", () => showStatus(root, playback));
  showRecording(root, playback);
}

export function findPart(root: HTMLElement, name: string): HTMLElement {
  return root.querySelector(`[data-player-${name}]`) as HTMLElement;
}

function showRecording(root: HTMLElement, { recording }: Playback): void {
  if (recording === undefined) return;
  const title = findPart(root, "title") as HTMLAnchorElement;
  title.href = recording.page;
  title.textContent = recording.title;
  findPart(root, "what").lang = recording.language;
  const endOfChapter = findPart(root, "sleep").querySelector<HTMLOptionElement>('[value="chapter"]');
  if (endOfChapter !== null) endOfChapter.hidden = recording.chapters.length === 0;
}

function showStatus(root: HTMLElement, { status }: Playback): void {
  findPart(root, "status").replaceChildren(...(status === undefined ? [] : [writeWording(status.wording)]));
  findPart(root, "retry").hidden = status?.canRetry !== true;
  root.toggleAttribute("data-telling", status !== undefined);
}

function connectSpeed(choice: HTMLSelectElement, playback: Playback): void {
  const remembered = recall("speed");
  if ([...choice.options].some(({ value }) => value === remembered)) choice.value = remembered ?? "1";
  playback.setSpeed(Number(choice.value));
  choice.addEventListener("change", () => {
    playback.setSpeed(Number(choice.value));
    remember("speed", choice.value);
  });
}

function connectVolume(root: HTMLElement, { audio }: Playback): void {
  const slider = findPart(root, "volume") as HTMLInputElement;
  const mute = findPart(root, "mute");
  const remembered = Number(recall("volume") ?? Number.NaN);
  audio.volume = 0.5;
  // Phones leave the volume to their own keys: they take no value, and the slider would do nothing.
  if (audio.volume !== 0.5) slider.hidden = true;
  audio.volume = remembered > 0 && remembered <= 1 ? remembered : 1;
  const show = () => {
    slider.valueAsNumber = audio.muted ? 0 : audio.volume * 100;
    slider.setAttribute("aria-valuetext", `${Math.round(slider.valueAsNumber)}%`);
    mute.setAttribute("aria-pressed", String(audio.muted));
  };
  slider.addEventListener("input", () => {
    audio.muted = slider.valueAsNumber === 0;
    if (!audio.muted) audio.volume = slider.valueAsNumber / 100;
    remember("volume", String(audio.volume));
  });
  mute.addEventListener("click", () => {
    audio.muted = !audio.muted;
  });
  audio.addEventListener("volumechange", show);
  show();
}

function recall(name: string): string | null {
  try {
    return localStorage.getItem(`tingsuo-${name}`);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`tingsuo-${name}`, value);
  } catch {
    // Storage may be forbidden: the choice then holds while the player is open.
  }
}
