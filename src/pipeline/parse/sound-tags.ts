// What captions and recognisers write between brackets for a sound, in the words of the tools that are met most. Not
// [inaudible] and 听不清, which stand for words.
const sounds =
  "音乐|音樂|背景音乐|背景音樂|片头音乐|片頭音樂|片尾音乐|片尾音樂|片头曲|片尾曲|纯音乐|歌声|歌聲|笑|笑声|笑聲|大笑|众笑|齐笑|哈哈|" +
  "掌声|掌聲|鼓掌|欢呼|歡呼|欢呼声|咳嗽|清嗓子|叹气|嘆氣|哭声|哭泣|电话铃声|铃声|鈴聲|门铃|敲门声|噪音|杂音|雜音|静音|靜音|无声|無聲|" +
  "沉默|停顿|停頓|外语|外語|广告|廣告|广告时间|广告时段|片头|片尾|转场|音效|" +
  "music|music playing|upbeat music|theme music|intro music|outro music|music fades|music stops|laughter|laughs|laughing|laugh|chuckles|" +
  "applause|clapping|cheering|cheers|coughs|cough|coughing|sighs|sigh|silence|noise|" +
  "background noise|blank_audio|blank audio|no speech|foreign|speaking foreign language|bleep|beep|phone rings|sound effect|ad break|advertisement";

const bracketed = String.raw`[[(（【［]\s?(?:${sounds})\s?[\])）】］]`;
// Between Han characters a tag needs no space around it; beside Latin letters it could be code (a[laugh]).
const tag = new RegExp(String.raw`(?<![A-Za-z0-9_])${bracketed}(?!\w)`, "giu");
const notes = /[♪♫♬🎵🎶]+/gu;

/** Whether the word between brackets is a sound, and so nobody's name. */
export function isSoundWord(word: string): boolean {
  return wholeSound.test(word.trim());
}
const wholeSound = new RegExp(`^(?:${sounds})$`, "iu");

// SenseVoice's rich text: <|zh|><|NEUTRAL|><|Speech|><|withitn|>, and the signs into which its own tools turn these:
// events before the words, feelings after them (github.com/FunAudioLLM/SenseVoice, utils/frontend: event_dict, emo_dict).
const engineTag = /<\|[A-Za-z_0-9/.-]{1,24}\|>/g;
const eventSigns: ReadonlySet<string> = new Set("🎼👏😀😭🤧😷❓ ");
const feelingSigns: ReadonlySet<string> = new Set("😊😔😡😰🤢😮 ");

/** Whether a text has marks that only SenseVoice writes; feelings may be a person's own. */
export function hasEngineTag(text: string): boolean {
  return /<\|[A-Za-z_]{2,24}\|>|🎼/.test(text);
}

// What Whisper prints over silence, and a stray end of a prompt.
const engineWord = /\[(?:BLANK_AUDIO|_BEG_|_TT_\d{1,5})\]|<\/?(?:unk|sil|noise|spoken_noise|s)>/g;

/**
 * A line of speech without the tags of sounds and engines; each tag goes to `onTag`, which says whether it goes. `hasSigns`
 * says that signs of events and feelings at the line's ends are the engine's.
 */
export function dropTags(
  line: string,
  hasSigns: boolean,
  onTag: (reason: "sound-tag" | "engine-tag", tag: string) => boolean,
): string {
  if (!/[<[(（【［♪♫♬\ud83c-\ud83e❓]/.test(line)) return line;
  const drop = (reason: "sound-tag" | "engine-tag") => (found: string) => {
    return found.trim() === "" || onTag(reason, found.trim()) ? " " : found;
  };
  const untagged = line.replace(engineTag, drop("engine-tag")).replace(engineWord, drop("engine-tag"));
  const kept = (hasSigns ? dropSigns(untagged.trim(), drop("engine-tag")) : untagged)
    .replace(tag, drop("sound-tag"))
    .replace(notes, drop("sound-tag"));
  return kept === line ? line : tidy(kept);
}

/** What is left around a tag that was taken out: no double spaces, no mark without a word. */
function tidy(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return "";
  return text
    .replace(/ {2,}/g, " ")
    .replace(/ ([.,!?;:，。！？；：、])/g, "$1")
    .replace(/^[\s.,;:，。；：、]+/, "")
    .trim();
}

function dropSigns(line: string, drop: (found: string) => string): string {
  const characters = [...line];
  const words = characters.findIndex((character) => !eventSigns.has(character));
  const from = words === -1 ? characters.length : words;
  let to = characters.length;
  while (to > from && feelingSigns.has(characters[to - 1] as string)) to -= 1;
  const [before, after] = [characters.slice(0, from), characters.slice(to)].map((signs) =>
    drop(signs.join("")),
  );
  return `${before}${characters.slice(from, to).join("")}${after}`.trim();
}
