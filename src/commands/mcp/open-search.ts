import type { AskOptions } from "../../search/api/open-archive.ts";
import type * as SearchApi from "../../search/api/search-api.ts";
import type { SearchLoadError, SearchResult } from "../../search/api/search-types.ts";
import { agentFaults } from "../../wording/commands/agent-words.ts";
import { AgentError, type PublishedSite } from "./published-site.ts";
import { runSiteScript } from "./run-site-script.ts";

/** Asks the site's own search: what it says of the query is read from the answer while `read` runs. */
export type AskSearch = <T>(
  query: string,
  options: AskOptions,
  read: (answer: SearchResult) => Promise<T>,
) => Promise<T>;

const script = "search-api.js";

/**
 * The search of a site is its own `search-api.js`: what it counts is what its page counts. Each question asks first
 * whether the site was published anew. Questions reject with an AgentError where a file does not load.
 */
export function openSearch(site: PublishedSite): AskSearch {
  let opened: Promise<typeof SearchApi> | undefined;
  const open = async (): Promise<typeof SearchApi> => {
    for (const file of [script, "search-pointer.json"]) {
      const { status } = await site.fetch(new URL(file, site.root).href);
      if (status === 404) throw new AgentError(agentFaults.fileMissing(site.nameFile(file)));
    }
    return (await runSiteScript(new URL(script, site.root).href, site.fetch)) as typeof SearchApi;
  };
  return async (query, options, read) => {
    try {
      opened ??= open();
      const api = await opened;
      await api.refresh();
      return await read(await api.search(query, options));
    } catch (error) {
      // What did not open is opened anew by the next question.
      await opened?.catch(() => {
        opened = undefined;
      });
      throw readFault(error);
    }
  };
}

/** An error of the site's scripts is of no class of ours. */
function readFault(error: unknown): AgentError {
  if (error instanceof AgentError) return error;
  const { name, message, address, isPublishedAnew } = (error ?? {}) as Partial<SearchLoadError>;
  if (name !== "SearchLoadError" || address === undefined)
    return new AgentError(agentFaults.searchFailed(String(message ?? error)));
  return new AgentError(
    isPublishedAnew === true ? agentFaults.publishedAnew : agentFaults.searchNotLoaded(address),
  );
}
