import type { Playback } from "./playback.ts";

/** Tells the lock screen and the media keys what is playing, and does what they ask. */
export function connectMediaSession(playback: Playback, steps: { back: number; forward: number }): void {
  if (!("mediaSession" in navigator)) return;
  const session = navigator.mediaSession;
  const goToChapter = (step: -1 | 1) => {
    const chapter = playback.recording?.chapters[playback.findChapter() + step];
    if (chapter !== undefined) playback.seek(chapter.start);
    else if (step === -1) playback.seek(0);
  };
  const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: () => void playback.play(),
    pause: () => playback.pause(),
    stop: () => playback.pause(),
    seekbackward: ({ seekOffset }) => playback.skip(-(seekOffset ?? steps.back)),
    seekforward: ({ seekOffset }) => playback.skip(seekOffset ?? steps.forward),
    seekto: ({ seekTime }) => seekTime !== undefined && playback.seek(seekTime),
    previoustrack: () => goToChapter(-1),
    nexttrack: () => goToChapter(1),
  };
  for (const [action, handler] of Object.entries(handlers)) {
    try {
      session.setActionHandler(action as MediaSessionAction, handler);
    } catch {
      // Not every browser knows every action.
    }
  }
  const describe = () => {
    const { recording } = playback;
    if (recording === undefined) {
      session.metadata = null;
      return;
    }
    const chapter = recording.chapters[playback.findChapter()];
    session.metadata = new MediaMetadata({
      title: recording.title,
      artist: chapter === undefined ? recording.show : chapter.title,
      album: recording.show,
      ...(recording.cover === undefined
        ? {}
        : { artwork: [{ src: new URL(recording.cover, location.href).href }] }),
    });
  };
  const place = () => {
    const { duration, audio } = playback;
    if (!(duration > 0)) return;
    session.setPositionState({
      duration,
      playbackRate: audio.playbackRate,
      position: Math.min(duration, playback.place),
    });
  };
  let chapter = -2;
  playback.audio.addEventListener("play", describe);
  playback.audio.addEventListener("timeupdate", () => {
    if (playback.isPlaying && playback.findChapter() !== chapter) {
      chapter = playback.findChapter();
      describe();
    }
  });
  for (const event of ["loadedmetadata", "seeked", "ratechange", "play", "pause"])
    playback.audio.addEventListener(event, place);
}
