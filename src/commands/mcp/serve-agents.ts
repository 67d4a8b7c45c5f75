import { type CallToolResult, McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { instructAgent, toolDescriptions } from "../../wording/commands/agent-words.ts";
import { episodesInput, episodesOutput, listEpisodes } from "./episodes-tool.ts";
import { type AskSearch, openSearch } from "./open-search.ts";
import { AgentError, PublishedSite } from "./published-site.ts";
import { readInput, readOutput, readStretch } from "./read-tool.ts";
import { searchInput, searchOutput, searchSite } from "./search-tool.ts";

/*
 * The process that serves a site to agents. It is begun by `mcp.ts` with what it may read, the root of the site, and its
 * folder where it has one. Nothing but the protocol is written to standard output.
 */

/** A server of the three tools; each connection has its own, of the same site. */
function makeServer(site: PublishedSite, ask: AskSearch): McpServer {
  const server = new McpServer(
    { name: "tingsuo", version: "0.1.0" },
    { capabilities: { tools: {} }, instructions: instructAgent(site.root.href) },
  );
  const annotations = { readOnlyHint: true, openWorldHint: false };
  server.registerTool(
    "search",
    {
      description: toolDescriptions.search,
      inputSchema: searchInput,
      outputSchema: searchOutput,
      annotations,
    },
    (asked) => answer(searchSite(site, ask, asked)),
  );
  server.registerTool(
    "read",
    { description: toolDescriptions.read, inputSchema: readInput, outputSchema: readOutput, annotations },
    (asked) => answer(readStretch(site, asked)),
  );
  server.registerTool(
    "episodes",
    {
      ...{ description: toolDescriptions.episodes, annotations },
      ...{ inputSchema: episodesInput, outputSchema: episodesOutput },
    },
    (asked) => answer(listEpisodes(site, asked)),
  );
  return server;
}

async function answer(work: Promise<Record<string, unknown>>): Promise<CallToolResult> {
  try {
    const structuredContent = await work;
    return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent };
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    return { content: [{ type: "text", text: error.message }], isError: true };
  }
}

const [root = "", folder] = process.argv.slice(2);
const site = new PublishedSite({ root, ...(folder === undefined ? {} : { folder }) });
const ask = openSearch(site);
// A site's scripts may leave a promise that nobody holds (search-worker.ts); the question that needed it tells of it.
process.on("unhandledRejection", () => undefined);
// A request that is under way keeps its connection, and nobody waits for it.
process.stdin.once("close", () => process.exit(0));
serveStdio(() => makeServer(site, ask));
