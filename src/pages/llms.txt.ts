import type { APIRoute } from "astro";
import { writeLlmsText } from "../publish/write-llms-text.ts";
import { chooseInterfaceLanguage } from "../wording/interface-words.ts";
import { llmsWords, wordArchive } from "../wording/llms-words.ts";
import { chooseOrigin } from "../wording/text-words.ts";
import { readSite } from "./_read-site.ts";

/** What the archive has for language models (interface.md, "Addresses"). */
export const GET: APIRoute = async () => {
  const { archive, origin } = await readSite();
  const { show, episodes } = archive;
  const language = chooseInterfaceLanguage(show.language);
  const say = (key: keyof typeof llmsWords) => llmsWords[key][language];
  const text = writeLlmsText(
    { show, episodes, base: import.meta.env.BASE_URL, origin },
    {
      about: wordArchive(episodes.length, chooseOrigin(show))[language],
      ...{ episodes: say("episodes"), programs: say("programs"), optional: say("optional") },
      ...{ searchTitle: say("searchTitle"), search: say("search"), mcp: say("mcp") },
      ...{ listTitle: say("listTitle"), list: say("list") },
    },
  );
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
};
