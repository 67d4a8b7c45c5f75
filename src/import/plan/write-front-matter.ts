import { stringify } from "yaml";
import type { KnownPeople } from "../../archive/content/read-front-matter.ts";
import { makePersonFinder } from "../../archive/content/read-front-matter.ts";
import { writeInline } from "../../proofread/edit/edit-list.ts";
import { formatTime } from "../../text/time.ts";
import type { FeedItem, FeedPerson } from "../gather/read-feed.ts";

/** A key of episode.md with the value that it gets. */
export type FrontEntry = readonly [key: string, value: unknown];

/** Where links lead, by host; any other is called by its host's name. */
const hostNames: readonly (readonly [host: RegExp, name: string])[] = [
  [/(?:^|\.)xiaoyuzhoufm\.com$/, "小宇宙"],
  [/(?:^|\.)ximalaya\.com$/, "喜马拉雅"],
  [/(?:^|\.)bilibili\.com$/, "哔哩哔哩"],
  [/(?:^|\.)youtube\.com$|^youtu\.be$/, "YouTube"],
  [/^podcasts\.apple\.com$/, "Apple Podcasts"],
  [/(?:^|\.)spotify\.com$/, "Spotify"],
];

/** What a feed says of an episode, as keys of episode.md in their usual order. */
export function listEntries(item: FeedItem & { readonly date: string }, people: KnownPeople): FrontEntry[] {
  const { title, date, number, season, audio, guid, duration, persons, summary, link } = item;
  const entries: FrontEntry[] = [
    ["title", title],
    ["date", date],
    ["number", number],
    ["season", season],
    ["audio", audio === undefined || Object.keys(audio).length > 1 ? audio : audio.url],
    ["guid", guid],
    ["duration", duration === undefined ? undefined : formatTime(Math.round(duration))],
    ["people", persons.length === 0 ? undefined : persons.map((person) => writePerson(person, people))],
    ["summary", summary],
    ["links", link === undefined ? undefined : { [nameLink(link)]: link }],
  ];
  return entries.filter(([, value]) => value !== undefined);
}

function nameLink(link: string): string {
  const { hostname } = new URL(link);
  return hostNames.find(([host]) => host.test(hostname))?.[1] ?? hostname.replace(/^www\./, "");
}

/** By name alone where the role is the person's usual one. */
function writePerson({ name, role }: FeedPerson, known: KnownPeople): unknown {
  const id = makePersonFinder(known)(name);
  const person = known.people.find((own) => own.id === id);
  return role === undefined || role === person?.role ? name : { id: name, role };
}

/** Keys as lines of YAML: groups and lists on one line each, as people write them. */
export function writeEntries(entries: readonly FrontEntry[]): string {
  return entries
    .map(([key, value]) =>
      typeof value === "object"
        ? `${key}: ${writeInline(value)}\n`
        : stringify({ [key]: value }, { lineWidth: 0 }),
    )
    .join("");
}

/** A new episode.md. */
export function writeEpisodeFile(entries: readonly FrontEntry[], notes = ""): string {
  return `---\n${writeEntries(entries)}---\n${notes === "" ? "" : `\n${notes}\n`}`;
}

/**
 * An episode.md with more keys, at the end of its front matter, and with notes where it has none; every other byte stays
 * as it is. Undefined where it has no front matter of lines.
 */
export function addToEpisodeFile(
  text: string,
  entries: readonly FrontEntry[],
  notes = "",
): string | undefined {
  const end = /^(?:\ufeff?---[^\S\n]*\n)(?:[\s\S]*?\n)?(?=(?:---|\.\.\.)[^\S\n]*(?:\n|$))/.exec(text)?.[0]
    .length;
  if (end === undefined) return undefined;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const added = text.slice(0, end) + writeEntries(entries).replaceAll("\n", lineEnd) + text.slice(end);
  return notes === ""
    ? added
    : `${added.trimEnd()}${lineEnd}${lineEnd}${notes.replaceAll("\n", lineEnd)}${lineEnd}`;
}
