import type { Evidence } from "./weigh-evidence.ts";

/** Why a candidate is thought to be misheard, in one sentence. */
export function explainSuggestion({ candidate, oddity, near, far }: Evidence): string {
  const { name, likeness } = candidate;
  const sound =
    likeness >= 0.97 ? "sounds the same as" : likeness >= 0.85 ? "sounds much like" : "sounds somewhat like";
  const about = name.written === name.owner.meant ? name.written : `${name.written} (${name.owner.meant})`;
  const word = oddity >= 1.2 ? "is no usual word" : oddity >= 0.5 ? "is a rare word here" : "is a usual word";
  const context =
    near >= 0.5
      ? `${name.owner.meant} is spoken of just here`
      : far >= 0.3
        ? `${name.owner.meant} is spoken of some minutes away`
        : `${name.owner.meant} is not spoken of around it`;
  return `It ${sound} ${about}, ${word}, and ${context}.`;
}
