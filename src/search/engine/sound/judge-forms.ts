import { readLexical, type Token } from "../../../text/normalise.ts";
import { countConsonants, keyLatinSound } from "../../../text/sound/latin-sound.ts";
import type { ReadCharacter } from "../../format/sound-readings.ts";
import type { FormPlaces } from "../find-forms.ts";
import type { SoundForm } from "./sound-forms.ts";

/*
 * Whether a writing that sounds like a word is that word misheard. Each sign adds to or takes from the odds; together
 * they decide which places a reader sees unasked. Set by hand on the places of some names of the bench archive
 * (螺旋 for 罗翔, 梦妍 for 孟岩, 你当 for 李诞), judged on others (test/relevance/heard-names.ts).
 */
const SIGNS = {
  /** By how many syllables it has, or consonants and digits of a word in Latin letters: two agree by accident. */
  sounds: [-9, -9, -2.2, 0, 1.5],
  /** All its syllables agree in tone and merged sounds too; none does. Between them in proportion. */
  alike: 1.5,
  unlike: -4.5,
  /** A dictionary has the word: it is said for its own sake. Long ones are less likely to sound like another. */
  word: [-9, -9, -1.5, -0.5, 0],
  /** It begins or ends inside another word. */
  across: [-9, -9, -3, -3, -1],
  /** For each time e that it stands oftener in episodes that say the word itself than an accident would; at most. */
  company: 0.7,
  mostCompany: 3,
} as const;

/** How a writing stands to the word that it sounds like. */
interface FormEvidence {
  readonly sounds: number;
  /** Share of its syllables that agree in all. */
  readonly alike: number;
  readonly places: number;
  /** Shares of its places that are a word of the dictionary, and that begin or end inside one. */
  readonly word: number;
  readonly across: number;
  /** Share of its places in episodes that say the word too, or have it in a heading; and of all that is said. */
  readonly company: number;
  readonly chance: number;
}

/** The odds, as a logarithm, that what stands there is the word misheard. */
export function weighForm({ sounds, alike, places, word, across, company, chance }: FormEvidence): number {
  const at = (row: readonly number[]) => row[Math.min(sounds, row.length - 1)] as number;
  // One place more, where it would be by accident: few places are no strong evidence.
  const lift = chance === 0 ? 1 : (company * places + chance) / ((places + 1) * chance);
  const accompanied = Math.min(SIGNS.mostCompany, SIGNS.company * Math.log(lift));
  return (
    at(SIGNS.sounds) +
    SIGNS.unlike +
    (SIGNS.alike - SIGNS.unlike) * alike +
    at(SIGNS.word) * word +
    at(SIGNS.across) * across +
    accompanied
  );
}

/** What a judgment is made from besides the writing and its places. */
export interface Judged {
  /** How the word may sound. */
  readonly sounds: readonly SoundForm[];
  /** Episodes that say the word as it is asked, or have it in a heading. */
  readonly company: ReadonlySet<number>;
  /** Share of all that is said in the archive that is said in them. */
  readonly chance: number;
  /** Of the characters of the writing. */
  readonly read: ReadCharacter;
}

/** Whether a writing is likely to be the word misheard. */
export function isLikelyHeard(
  { tokens, places }: FormPlaces,
  { sounds, company, chance, read }: Judged,
): boolean {
  const hits = [...places].flatMap(([episode, own]) => own.map(({ stance }) => ({ episode, stance })));
  const share = (isMeant: (hit: (typeof hits)[number]) => boolean) =>
    hits.filter(isMeant).length / hits.length;
  const odds = weighForm({
    sounds: tokens.reduce(
      (sum, { text, isHan }) => sum + (isHan ? 1 : countConsonants(keyLatinSound(text))),
      0,
    ),
    alike: Math.max(0, ...sounds.map((form) => measureLikeness(tokens, form, read))),
    places: hits.length,
    word: share(({ stance }) => stance === "word"),
    across: share(({ stance }) => stance === "across"),
    company: share(({ episode }) => company.has(episode)),
    chance,
  });
  return odds > 0;
}

/** Of what has no tone to agree in: a word in Latin letters, and the name of one. Chosen. */
const TONELESS = 0.75;

/** The share of tokens that agree in all, where all sound alike; 0 where they do not. */
function measureLikeness(tokens: readonly Token[], form: SoundForm, read: ReadCharacter): number {
  if (form.tokens.length !== tokens.length) return 0;
  const shares = tokens.map((token, k) => {
    const { text, isHan, variants } = form.tokens[k] as SoundForm["tokens"][number];
    if (!isHan || variants.length === 0) return TONELESS;
    const isAlike = read(readLexical(token)).some(
      (reading) => reading.syllable === text && variants.includes(reading.variant),
    );
    return isAlike ? 1 : 0;
  });
  return shares.reduce((sum: number, own) => sum + own, 0) / shares.length;
}
