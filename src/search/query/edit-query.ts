import { type QueryItem, readQueryItems } from "./query-syntax.ts";

/** The query without some of its items; the others as they were typed. */
export function removeItems(query: string, isMeant: (item: QueryItem) => boolean): string {
  return readQueryItems(query)
    .filter((item) => !isMeant(item))
    .map(({ from, to }) => query.slice(from, to))
    .join(" ");
}

/** What has to be said, without filters and what is left out; a query that has nothing else stays as it is. */
export function keepWords(query: string): string {
  const isWord = ({ kind }: QueryItem) => kind === "word";
  return readQueryItems(query).every(isWord) ? query.trim() : removeItems(query, (item) => !isWord(item));
}

/** The words and phrases that a query leaves out, as a field of its own shows them. */
export function readExcluded(query: string): string {
  return readQueryItems(query)
    .flatMap((item) => (item.kind === "excluded" ? [holdTogether(item.text)] : []))
    .join(" ");
}

/** The query with other words and phrases left out than before. */
export function replaceExcluded(query: string, excluded: string): string {
  const signed = readQueryItems(excluded).flatMap((item) =>
    item.kind === "word" || item.kind === "excluded" ? [`-${holdTogether(item.text)}`] : [],
  );
  return [removeItems(query, ({ kind }) => kind === "excluded"), ...signed]
    .filter((own) => own !== "")
    .join(" ");
}

/** Whether a query's words are one phrase in quotes, several words, or too few to be either. */
export function readPhrase(query: string): "phrase" | "words" | "none" {
  const words = readQueryItems(query).filter(({ kind }) => kind === "word");
  if (words.length > 1) return "words";
  const [only] = words;
  return only?.kind === "word" && !only.isOpen && /\s/u.test(only.text) ? "phrase" : "none";
}

/** The query with its words held together by quotes, or let go again. */
export function switchPhrase(query: string, isPhrase: boolean): string {
  const words = readQueryItems(query).flatMap((item) => (item.kind === "word" ? [item.text] : []));
  const joined = words.join(" ");
  const rest = removeItems(query, ({ kind }) => kind === "word");
  return [isPhrase ? `"${joined}"` : joined, rest].filter((own) => own !== "" && own !== '""').join(" ");
}

/** A query that asks for a text as one word: quoted where it would be read as several, or as something else. */
export function holdTogether(text: string): string {
  return /[\s:：]|^[-－]/u.test(text) ? `"${text}"` : text;
}

/** A query that asks for forms as they stand: each is one quoted phrase. */
export function quoteForms(forms: readonly string[]): string {
  return [...new Set(forms)].map((form) => `"${form.replace(/["“”„]/gu, " ")}"`).join(" ");
}
