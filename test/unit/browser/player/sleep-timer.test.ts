import { describe, expect, test, vi } from "vitest";
import type { Playback } from "../../../../src/browser/player/playback.ts";
import { readSleepChoice, SleepTimer } from "../../../../src/browser/player/sleep-timer.ts";

/** A playback that only knows its chapter. */
function fakePlayback(chapter: number) {
  const playback = Object.assign(new EventTarget(), {
    audio: new EventTarget(),
    isPlaying: true,
    chapter,
    findChapter: () => playback.chapter,
    stop: vi.fn(),
  });
  return playback;
}

const asPlayback = (fake: ReturnType<typeof fakePlayback>) => fake as unknown as Playback;

describe("the choices of the sleep timer", () => {
  test("are never, the chapter's end, or some minutes", () => {
    expect(readSleepChoice("off")).toEqual({ kind: "off" });
    expect(readSleepChoice("chapter")).toEqual({ kind: "chapter" });
    expect(readSleepChoice("15")).toEqual({ kind: "minutes", minutes: 15 });
  });
});

describe("the sleep timer", () => {
  test("stops after its minutes, once", () => {
    vi.useFakeTimers();
    const playback = fakePlayback(0);
    const end = vi.fn();
    new SleepTimer(asPlayback(playback), end).set({ kind: "minutes", minutes: 5 });
    vi.advanceTimersByTime(5 * 60_000 - 1);
    expect(playback.stop).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60 * 60_000);
    expect(playback.stop).toHaveBeenCalledOnce();
    expect(end).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  test("does not stop when it was taken back", () => {
    vi.useFakeTimers();
    const playback = fakePlayback(0);
    const timer = new SleepTimer(asPlayback(playback), () => undefined);
    timer.set({ kind: "minutes", minutes: 5 });
    timer.set({ kind: "off" });
    vi.advanceTimersByTime(60 * 60_000);
    expect(playback.stop).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  test("stops where the next chapter begins", () => {
    const playback = fakePlayback(1);
    new SleepTimer(asPlayback(playback), () => undefined).set({ kind: "chapter" });
    playback.audio.dispatchEvent(new Event("timeupdate"));
    expect(playback.stop).not.toHaveBeenCalled();
    playback.chapter = 2;
    playback.audio.dispatchEvent(new Event("timeupdate"));
    expect(playback.stop).toHaveBeenCalledOnce();
  });

  test("means the end of the chapter to which the listener has gone", () => {
    const playback = fakePlayback(1);
    new SleepTimer(asPlayback(playback), () => undefined).set({ kind: "chapter" });
    playback.chapter = 4;
    playback.audio.dispatchEvent(new Event("seeking"));
    playback.audio.dispatchEvent(new Event("timeupdate"));
    expect(playback.stop).not.toHaveBeenCalled();
  });
});
