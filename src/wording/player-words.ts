import { formatTime } from "../text/time.ts";
import type { Wording } from "./interface-words.ts";

// Apart from the other words, because the browser loads these.

/** The fixed words of the player. */
export const playerWords = {
  player: { zh: "播放器", en: "Player" },
  listen: { zh: "听这一期", en: "Listen to this episode" },
  play: { zh: "播放", en: "Play" },
  pause: { zh: "暂停", en: "Pause" },
  back: { zh: "后退15秒", en: "Back 15 seconds" },
  forward: { zh: "前进30秒", en: "Forward 30 seconds" },
  place: { zh: "播放位置", en: "Place in the episode" },
  speed: { zh: "速度", en: "Speed" },
  volume: { zh: "音量", en: "Volume" },
  mute: { zh: "静音", en: "Mute" },
  sleep: { zh: "定时停止", en: "Sleep timer" },
  sleepOff: { zh: "不定时停", en: "No sleep timer" },
  sleepChapter: { zh: "这一章完就停", en: "At the chapter’s end" },
  more: { zh: "更多控制", en: "More controls" },
  closePlayer: { zh: "关闭播放器", en: "Close the player" },
  tryAgain: { zh: "再试一次", en: "Try again" },
  comeBack: { zh: "回到正在说的地方", en: "Back to what is being said" },

  loading: { zh: "录音来得有点慢，还在加载……", en: "The recording is slow to come; still loading…" },
  refused: {
    zh: "浏览器没有让声音响起来。再按一次播放。",
    en: "The browser did not let the sound begin. Press play once more.",
  },
  offline: {
    zh: "没有网络，录音加载不了。文字稿照常可读。",
    en: "There is no network, so the recording cannot load. The transcript reads as before.",
  },
  brokenOff: {
    zh: "网络断了，录音没有加载完。文字稿照常可读。",
    en: "The connection broke before the recording had loaded. The transcript reads as before.",
  },
  missing: {
    zh: "录音的地址上没有文件。文字稿照常可读。",
    en: "There is no recording at its address. The transcript reads as before.",
  },
  damaged: {
    zh: "录音播放不下去：文件可能有损坏，也可能这台设备现在放不出声音。文字稿照常可读。",
    en: "The recording cannot play on: it may be damaged, or this device has no sound output just now. The transcript reads as before.",
  },
  unopened: {
    zh: "录音打不开：地址也许不对，也许不是这个浏览器能播放的格式。文字稿照常可读。",
    en: "The recording does not open: its address may be wrong, or this browser cannot play its format. The transcript reads as before.",
  },
  slept: { zh: "按定时停下了。", en: "Stopped by the sleep timer." },
} as const satisfies Record<string, Wording>;

/** That a browser has no decoder for a MIME type. */
export function wordUnplayable(type: string): Wording {
  return {
    zh: `这个浏览器播放不了这种录音（${type}）。文字稿照常可读。`,
    en: `This browser cannot play this kind of recording (${type}). The transcript reads as before.`,
  };
}

/** What the button says that begins at a moment, in seconds. */
export function wordListenFrom(seconds: number): Wording {
  const time = formatTime(seconds);
  return { zh: `从${time}听起`, en: `Listen from ${time}` };
}

/** A choice of the sleep timer. */
export function wordSleepMinutes(minutes: number): Wording {
  return { zh: `${minutes}分钟后停`, en: `Stop in ${minutes} minutes` };
}
