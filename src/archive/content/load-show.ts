import { join } from "node:path";
import type { Show } from "../../model/archive.ts";
import type { Fault, LineProblem, Problem } from "../../model/problem.ts";
import { showSchema } from "../../model/schema/show-schema.ts";
import { readRepository } from "../../text/repository-address.ts";
import { chooseAccents, LEAST_CONTRAST } from "../colour/choose-accent.ts";
import { type ContentFile, findFile, placeProblems, readContentText } from "./content-file.ts";
import { checkPicture } from "./read-picture.ts";
import { readYaml } from "./read-yaml.ts";
import { omitAbsent, validateDocument } from "./validate-document.ts";

/** Stands in for a show that cannot be read, so that the rest of the archive is checked all the same. */
export const unreadShow: Show = { title: "–", description: "–", language: "zh-CN", author: "–", links: {} };

/** The language that a content folder's show.yaml gives, whatever else is wrong with it; undefined where it gives none. */
export async function readShowLanguage(contentDir: string): Promise<string | undefined> {
  const { text = "" } = await readContentText({
    path: join(contentDir, "show.yaml"),
    name: "show.yaml",
    root: contentDir,
  });
  const { value } = readYaml(text);
  const { language } = (value ?? {}) as { readonly language?: unknown };
  // A slip on another line leaves the whole file unread.
  const [, written] = /^language:\s*["']?([\w-]+)/m.exec(text) ?? [];
  const given = typeof language === "string" ? language : written;
  return given !== undefined && /^[a-z]{2,3}(?:-|$)/i.test(given) ? given : undefined;
}

/**
 * The language in which to tell the owner things, as a tag: the one that ARCHIVE_LANG asks for, else the show's, else
 * the system's. Never throws, whatever the settings hold.
 */
export async function readOwnerLanguage(env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const asked = env["ARCHIVE_LANG"]?.trim();
  if (asked === "zh" || asked === "en") return asked;
  const contentDir = env["ARCHIVE_CONTENT"]?.trim() || "content";
  const system = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"];
  return (
    (await readShowLanguage(contentDir)) ??
    system?.replaceAll("_", "-") ??
    // Windows has none of these.
    new Intl.DateTimeFormat().resolvedOptions().locale
  );
}

async function checkCover(root: string, cover: string): Promise<Fault | undefined> {
  const file = { path: join(root, cover), name: cover, root };
  if ((await findFile(file)) === undefined) return { kind: "cover-missing", values: { cover } };
  return await checkPicture(file);
}

/** What is wrong with the show's colour, of which a page shows another one then. One colour for both themes fails one. */
function checkAccent(accent: Show["accent"], text: string, line: number): LineProblem[] {
  if (accent === undefined) {
    const [before, colour] = /^accent:[ \t]*(?=#)(#[\da-f]+)/im.exec(text) ?? [];
    if (before === undefined || colour === undefined) return [];
    const own = text.slice(0, text.indexOf(before)).split("\n").length;
    return [{ severity: "error", line: own, kind: "accent-unquoted", values: { colour } }];
  }
  const chosen = chooseAccents(accent);
  const themes = chosen.filter(({ contrast }) => contrast < LEAST_CONTRAST);
  if (themes.length === 0) return [];
  const isExpected = accent.dark === undefined && themes.length === 1;
  const [{ used: light = "" } = {}, { used: dark = "" } = {}] = chosen;
  return [
    {
      severity: isExpected ? "notice" : "warning",
      line,
      kind: "accent-unreadable",
      values: {
        themes: themes.map(({ theme, given, contrast, used }) => ({ theme, given, contrast, used })),
        better: { light, dark },
      },
    },
  ];
}

/** Reads show.yaml. */
export async function loadShow(file: ContentFile): Promise<{ show: Show; problems: readonly Problem[] }> {
  const { text, problems } = await readContentText(file);
  if (text === undefined) {
    const missing: LineProblem = { severity: "error", kind: "show-file-missing", values: {} };
    return { show: unreadShow, problems: placeProblems(file, problems.length > 0 ? problems : [missing]) };
  }
  const source = readYaml(text);
  const isEmpty = source.value === undefined && source.problems.length === 0;
  if (isEmpty) {
    const empty: LineProblem = { severity: "error", kind: "show-file-empty", values: {} };
    return { show: unreadShow, problems: placeProblems(file, [empty]) };
  }
  const validated = validateDocument(source, showSchema, { ...unreadShow, links: {} });
  const { data, findLine } = validated;
  const found = [...validated.problems];
  const cover = data?.cover;
  if (cover !== undefined && !/^(?:\/|https?:)/.test(cover)) {
    const fault = await checkCover(file.root, cover);
    if (fault !== undefined) found.push({ severity: "error", line: findLine(["cover"]), ...fault });
  }
  if (data?.feed?.primary === true && data.categories === undefined)
    found.push({ severity: "notice", line: findLine(["feed"]), kind: "feed-without-categories", values: {} });
  found.push(...checkAccent(data?.accent, text, findLine(["accent"])));
  const repository = data?.repository;
  if (repository !== undefined && readRepository(repository) === undefined) {
    const line = findLine(["repository"]);
    found.push({ severity: "warning", line, kind: "repository-host-unknown", values: { repository } });
  }
  return {
    show: data === undefined ? unreadShow : omitAbsent(data),
    problems: placeProblems(file, found),
  };
}
