/**
 * The least that a server can do for the same messages: takes a form, gives the message its number in one transaction with the same
 * inserts, tells who listens through LISTEN and NOTIFY. No sessions, no rights, no files, no letters. Reads what to do from its
 * first argument, JSON.
 */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import pg from "pg";

const { port, poolSize, connection, organizationId } = JSON.parse(process.argv[2]!) as {
  port: number;
  poolSize: number;
  connection: pg.PoolConfig;
  organizationId: string;
};
const pool = new pg.Pool({ ...connection, max: poolSize });
const listeners = new Map<string, Set<ServerResponse>>();

async function inOrganization<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query({ name: "open", text: "select set_config('app.organization_ids', $1, true)", values: [`{${organizationId}}`] });
    const result = await work(client);
    await client.query("commit");
    return result;
  } finally {
    client.release();
  }
}

async function take(request: IncomingMessage, response: ServerResponse, relationshipId: string, personId: string): Promise<void> {
  let body = "";
  for await (const part of request) body += String(part);
  const form = new URLSearchParams(body);
  await inOrganization(async (client) => {
    const counted = await client.query<{ newest: number; revision: number }>({
      name: "count",
      text: `update conversation set newest = newest + 1, revision = revision + 1
        where organization_id = $1 and relationship_id = $2 returning newest::int, revision::int`,
      values: [organizationId, relationshipId],
    });
    await client.query({
      name: "insert",
      text: `insert into message (organization_id, id, relationship_id, number, revision, author_id, words, sent_at, sent_key, sent_hash)
        values ($1, $2, $3, $4, $5, $6, $7, now(), $8, '')`,
      values: [
        organizationId,
        randomUUID(),
        relationshipId,
        counted.rows[0]!.newest,
        counted.rows[0]!.revision,
        personId,
        form.get("words"),
        form.get("sentKey"),
      ],
    });
    await client.query({ name: "notify", text: "select pg_notify('bare', $1)", values: [relationshipId] });
  });
  response.writeHead(200, { "content-type": "application/json" }).end("{}");
}

const told = new Map<string, number>();
async function tell(relationshipId: string): Promise<void> {
  const { rows } = await inOrganization((client) =>
    client.query<{ revision: number; number: number; words: string; sentKey: string }>({
      name: "read",
      text: `select revision::int, number::int, words, sent_key as "sentKey" from message
        where organization_id = $1 and relationship_id = $2 and revision > $3 order by revision`,
      values: [organizationId, relationshipId, told.get(relationshipId) ?? 0],
    }),
  );
  if (rows.length === 0) return;
  told.set(relationshipId, rows.at(-1)!.revision);
  const text = rows.map((row) => `id: ${row.revision}\nevent: message\ndata: ${JSON.stringify(row)}\n\n`).join("");
  for (const listener of listeners.get(relationshipId) ?? []) listener.write(text);
}

const ear = new pg.Client(connection);
await ear.connect();
await ear.query("listen bare");
ear.on("notification", ({ payload = "" }) => void tell(payload));

createServer((request, response) => {
  const [, relationshipId = "", personId = ""] = /relationships\/([^/]+)\/messages(?:\?person=(\S+))?/.exec(request.url ?? "") ?? [];
  if (request.method === "POST")
    return void take(request, response, relationshipId, personId).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  // What was said before is told to nobody.
  told.set(relationshipId, Number(request.headers["last-event-id"] ?? 0));
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write("retry: 2000\n\n");
  listeners.set(relationshipId, (listeners.get(relationshipId) ?? new Set()).add(response));
  response.once("close", () => listeners.get(relationshipId)?.delete(response));
}).listen(port, "127.0.0.1", () => console.log("ready"));
