/**
 * A part of a whole recording, as `Range` asks for it: players ask for nothing else, and Safari plays no answer that is
 * not one. The whole where no part is asked for. https://www.rfc-editor.org/rfc/rfc9110#section-14
 */
export async function answerRange(whole: Response, range: string | null): Promise<Response> {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (first === "" && last === "") return whole;
  const content = await whole.blob();
  const { size } = content;
  // Of `-500` the last 500 bytes.
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to || from >= size)
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${size}` } });
  return new Response(content.slice(from, to + 1, content.type), {
    status: 206,
    headers: {
      "accept-ranges": "bytes",
      "content-length": String(to - from + 1),
      "content-range": `bytes ${from}-${to}/${size}`,
      "content-type": content.type,
    },
  });
}
