import type { HeardForm, Term } from "../../model/archive.ts";
import type { HeardText } from "../../model/heard-text.ts";
import type { Span } from "../../model/span.ts";
import { rateSurprise } from "./sound-tokens.ts";
import type { Decision } from "./suggestion.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

/** A form for the glossary, and the term that it is heard for. */
export interface ChosenForm extends HeardForm {
  readonly term: string;
}

/**
 * Which accepted forms may go into the glossary, because there they do no harm: the form is no usual word, and every
 * place of the archive where it stands was accepted; or all of them are told from the others by words near them.
 * Only what the glossary would write, the term itself, is considered.
 */
export function chooseHeardForms(
  texts: readonly HeardText[],
  terms: readonly Term[],
  decisions: readonly Decision[],
  words: WordKnowledge,
): ChosenForm[] {
  const termByName = new Map(terms.map((term) => [term.term, term]));
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const term = termByName.get(decision.meant);
    if (term === undefined || term.term !== decision.about) continue;
    const key = `${decision.place.heard.toLowerCase().replace(/\s+/g, " ")}\n${decision.meant}`;
    groups.set(key, [...(groups.get(key) ?? []), decision]);
  }
  return [...groups.values()].flatMap((group): ChosenForm[] => {
    const [first] = group;
    if (first === undefined || !group.some(({ verdict }) => verdict === "yes")) return [];
    const form = first.place.heard;
    if (!isUnusual(form, words)) return [];
    const near = chooseNear(texts, terms, group, form);
    if (near === undefined) return [];
    return [{ term: first.meant, form, ...(near.length === 0 ? {} : { near }) }];
  });
}

/** Surprise of each character from which on a run is no usual sequence of words: that of 征流 is 4.5, of 真有 2.8. */
const UNUSUAL_SURPRISE = 3.2;

/** False for what dictionaries know, and for what is too short to be sure. */
function isUnusual(form: string, words: WordKnowledge): boolean {
  const compact = form.replace(/[^\p{L}\p{N}]/gu, "");
  if ([...compact].length < 2) return false;
  const latin = form.toLowerCase().match(/[a-z]+/g) ?? [];
  const han = compact.replace(/[^\p{Script=Han}]/gu, "");
  if (latin.length === 0) return words.countWord(han) === 0 && rateSurprise(han, words) >= UNUSUAL_SURPRISE;
  if (han === "" && latin.every((word) => words.pronounce(word) !== undefined)) return latin.length > 1;
  return compact.length >= 3;
}

interface Occurrence {
  readonly heard: HeardText;
  readonly stretch: Span;
  readonly isAccepted: boolean;
}

/** No words where every place was accepted; else words that stand near all accepted ones and near no other. */
function chooseNear(
  texts: readonly HeardText[],
  terms: readonly Term[],
  group: readonly Decision[],
  form: string,
): string[] | undefined {
  const occurrences = listOccurrences(texts, group, form);
  const accepted = occurrences.filter(({ isAccepted }) => isAccepted);
  const others = occurrences.filter(({ isAccepted }) => !isAccepted);
  if (others.length === 0) return [];
  if (accepted.length < 2) return undefined;
  const usable = terms
    .flatMap(({ term, also }) => [term, ...also])
    .filter((word) => !others.some(({ heard, stretch }) => heard.isNear(stretch, word)));
  const near: string[] = [];
  let open = accepted;
  while (open.length > 0) {
    const counted = usable.map((word) => ({
      word,
      count: open.filter(({ heard, stretch }) => heard.isNear(stretch, word)).length,
    }));
    const best = counted.reduce((a, b) => (b.count > a.count ? b : a), { word: "", count: 0 });
    if (best.count === 0 || near.length === MOST_NEAR) return undefined;
    near.push(best.word);
    open = open.filter(({ heard, stretch }) => !heard.isNear(stretch, best.word));
  }
  return near;
}

/** More words than these are no rule but a list of places (chosen). */
const MOST_NEAR = 4;

function listOccurrences(
  texts: readonly HeardText[],
  group: readonly Decision[],
  form: string,
): Occurrence[] {
  return texts.flatMap((heard) => {
    const accepted = group
      .filter(({ slug, verdict }) => slug === heard.slug && verdict === "yes")
      .flatMap(({ place }) => heard.findPlace(place) ?? []);
    return heard
      .findForm(form)
      .filter((stretch) => !heard.isDecided(stretch))
      .map((stretch) => ({ heard, stretch, isAccepted: accepted.some(({ from }) => from === stretch.from) }));
  });
}
