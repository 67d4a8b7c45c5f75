import { asFields, isFields } from "./fields.ts";

/**
 * A draft of 剪映 or CapCut (draft_content.json) with the text of each caption at its place on the track: the file keeps
 * texts in one list and times in another. Anything else stays as it is. There is no description of the format; this is
 * what its files hold (versions 3.4 to 6).
 */
export function expandDraft(document: unknown): unknown {
  const { materials, tracks } = asFields(document);
  const { texts } = asFields(materials);
  if (!Array.isArray(texts) || !Array.isArray(tracks)) return document;
  const materialsOf = texts.filter(isFields);
  // Recognised captions are subtitles; where there are any, other texts are titles and stickers.
  const captions = materialsOf.filter(({ type }) => type === "subtitle");
  const textById = new Map(
    (captions.length > 0 ? captions : materialsOf).map(
      ({ id, content }) => [id, readContent(content)] as const,
    ),
  );
  return {
    tracks: tracks.map((track) => {
      const { segments } = asFields(track);
      if (!Array.isArray(segments)) return {};
      return {
        segments: segments.map((segment) => {
          const { material_id: id, target_timerange: times } = asFields(segment);
          const text = textById.get(id);
          return text === undefined ? {} : { caption: text, times };
        }),
      };
    }),
  };
}

/** The text of `<size=5><color=(1,1,1)>[好]</color></size>` or `{"text": "好", …}`. */
function readContent(content: unknown): string | undefined {
  if (typeof content !== "string") return undefined;
  if (content.startsWith("{")) {
    try {
      const { text } = asFields(JSON.parse(content));
      return typeof text === "string" ? text : undefined;
    } catch {
      return undefined;
    }
  }
  return content
    .replace(/<[^<>]*>/g, "")
    .replace(/^\[([\s\S]*)\]$/, "$1")
    .replace(/\s+/g, " ");
}
