import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

const [place, ...rest] = process.argv.slice(2);
const t0 = performance.now();
const transport = new StdioClientTransport({
  command: "npm",
  args: ["run", "--silent", "mcp", "--", place],
  cwd: process.cwd(),
  env: process.env,
});
const client = new Client({ name: "by-hand", version: "0" });
client.onerror = (e) => console.log("ONERROR", e.message.slice(0, 200));
await client.connect(transport);
console.log(
  "connected",
  Math.round(performance.now() - t0),
  client.getServerVersion(),
  client.getInstructions(),
);
const { tools } = await client.listTools();
console.log(
  "tools",
  JSON.stringify(tools).length,
  tools.map((t) => t.name),
);
const ask = async (name, args) => {
  const t = performance.now();
  const r = await client.callTool({ name, arguments: args }).catch((e) => ({ protocolError: e.message }));
  const text = r.content?.[0]?.text ?? r.protocolError;
  console.log(
    `--- ${name} ${JSON.stringify(args)} ${Math.round(performance.now() - t)} ms ${r.isError ? "ERROR" : ""} ${text.length}`,
  );
  console.log(text.slice(0, 1500));
  return r.structuredContent;
};
for (const [name, args] of JSON.parse(rest[0])) await ask(name, args);
await client.close();
console.log("closed");
