import { readLexical, type Token } from "../../../text/normalise.ts";
import { compareVariants } from "../../../text/sound/sound.ts";
import type { ReadCharacter } from "../../format/sound-readings.ts";
import { grammarCharacters } from "../../query/cut-question.ts";
import type { FormPlaces } from "../find-forms.ts";
import { countSounds, type SoundForm } from "./sound-forms.ts";

/*
 * Whether a writing that sounds like a word is that word misheard. Each sign adds to or takes from the odds; together
 * they decide which places a reader sees unasked. Set by hand on the places of some names of the bench archive
 * (螺旋 for 罗翔, 梦妍 for 孟岩, 你当 for 李诞), judged on others (test/relevance/heard-names.ts).
 */
const SIGNS = {
  /** By how many syllables it has, or consonants and digits of a word in Latin letters: two agree by accident. */
  sounds: [-9, -9, -2.2, 0, 1.5],
  /** All its syllables agree in tone and merged sounds too, and what each that does not takes from it. */
  alike: 1.5,
  unlike: -9,
  /** A dictionary has the word: it is said for its own sake. Long ones are less likely to sound like another. */
  word: [-9, -9, -1.5, -0.5, 0],
  /** It begins or ends inside another word. */
  across: [-9, -9, -3, -3, -1],
  /** It has a character of grammar that the word has not: no name is written so (的物 for 得物, 书是 for 苏轼). */
  grammar: -2,
  /** Most of its places are in episodes that say the word itself. */
  company: 4.5,
} as const;

/** Of the places of a word that is misheard so many are in episodes that have it rightly once. Chosen. */
const USUAL_COMPANY = 0.6;

/** How a writing stands to the word that it sounds like. */
interface FormEvidence {
  /** Of the word or of the writing, whichever has fewer. */
  readonly sounds: number;
  /** Share of its syllables that agree in all. */
  readonly alike: number;
  readonly places: number;
  /** Shares of its places that are a word of the dictionary, and that begin or end inside one. */
  readonly word: number;
  readonly across: number;
  readonly isGrammar: boolean;
  /** Share of its places in episodes that say the word too, or have it in a heading; and of all that is said. */
  readonly company: number;
  readonly chance: number;
}

/** The odds, as a logarithm, that what stands there is the word misheard. */
export function weighForm({
  sounds,
  alike,
  places,
  word,
  across,
  isGrammar,
  company,
  chance,
}: FormEvidence): number {
  const at = (row: readonly number[]) => row[Math.min(sounds, row.length - 1)] as number;
  // One place more, where it would be by accident: few places are no strong evidence.
  const share = (company * places + chance) / (places + 1);
  // What nearly every episode says is company to anything: 伯克希尔 beside 播客.
  const accompanied = Math.max(0, share - chance) / USUAL_COMPANY;
  return (
    at(SIGNS.sounds) +
    SIGNS.alike +
    SIGNS.unlike * (1 - alike) +
    at(SIGNS.word) * word +
    at(SIGNS.across) * across +
    (isGrammar ? SIGNS.grammar : 0) +
    SIGNS.company * Math.min(1, accompanied)
  );
}

/** What a judgment is made from besides the writing and its places. */
export interface Judged {
  /** The word. */
  readonly asked: readonly Token[];
  /** How it may sound. */
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
  { asked, sounds, company, chance, read }: Judged,
): boolean {
  const hits = [...places].flatMap(([episode, own]) => own.map(({ stance }) => ({ episode, stance })));
  const share = (isMeant: (hit: (typeof hits)[number]) => boolean) =>
    hits.filter(isMeant).length / hits.length;
  const odds = weighForm({
    sounds: Math.min(countSounds(tokens), countSounds(asked)),
    alike: Math.max(0, ...sounds.map((form) => measureLikeness(tokens, form, read))),
    places: hits.length,
    word: share(({ stance }) => stance === "word"),
    across: share(({ stance }) => stance === "across"),
    isGrammar: tokens.some(
      ({ text }) => grammarCharacters.has(text) && !asked.some((token) => token.text === text),
    ),
    company: share(({ episode }) => company.has(episode)),
    chance,
  });
  return odds > 0;
}

/** Of what has no tone to agree in: a word in Latin letters, and the name of one. Chosen. */
const TONELESS = 0.8;

/** The share of tokens that agree in all, where all sound alike; 0 where they do not. */
function measureLikeness(tokens: readonly Token[], form: SoundForm, read: ReadCharacter): number {
  if (form.tokens.length !== tokens.length) return 0;
  const shares = tokens.map((token, k) => {
    const { text, isHan, variants } = form.tokens[k] as SoundForm["tokens"][number];
    if (isHan !== token.isHan) return Number.NEGATIVE_INFINITY;
    if (!isHan || variants.length === 0) return TONELESS;
    const own = read(readLexical(token)).filter(({ syllable }) => syllable === text);
    return Math.max(
      0,
      ...own.flatMap(({ variant }) => variants.map((asked) => compareVariants(variant, asked))),
    );
  });
  return shares.reduce((sum: number, own) => sum + own, 0) / shares.length;
}
