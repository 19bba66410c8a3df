/**
 * The least that a server can do for the same page: takes the request, runs the same statements in one transaction, puts the rows of
 * the last one into a string. No routes, no rights, no words, no components. Reads what to do from its first argument, a JSON file.
 */
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import pg from "pg";
import type { Statement } from "./captured-statements.ts";

interface Work {
  readonly port: number;
  readonly poolSize: number;
  readonly connection: pg.PoolConfig;
  /** Path → statements. */
  readonly pages: Readonly<Record<string, readonly Statement[]>>;
}

const { port, poolSize, connection, pages } = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as Work;
const pool = new pg.Pool({ ...connection, max: poolSize });
const numbers = new Map(Object.keys(pages).map((path, number) => [path, number]));
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => escapes[mark]!);
const told = (value: unknown): string => {
  if (value === null) return "";
  return escape(typeof value === "string" ? value : JSON.stringify(value));
};

const tableOf = (rows: readonly Record<string, unknown>[]): string =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${Object.values(row)
          .map((value) => `<td>${told(value)}</td>`)
          .join("")}</tr>`,
    )
    .join("")}</table>`;

async function answer(path: string, response: ServerResponse): Promise<void> {
  const statements = pages[path];
  if (!statements) return void response.writeHead(404).end();
  const client = await pool.connect();
  try {
    await client.query("begin");
    let html = "<!doctype html><html lang=en><title>People</title><body>";
    for (const [index, { text, values }] of statements.entries()) {
      const name = values.length > 0 ? { name: `${numbers.get(path)} ${index}` } : {};
      const { rows } = await client.query<Record<string, unknown>>({ text, values: [...values], ...name });
      html += tableOf(rows);
    }
    await client.query("commit");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(`${html}</body></html>`);
  } finally {
    client.release();
  }
}

createServer((request, response) => {
  answer(request.url ?? "", response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
}).listen(port, "127.0.0.1", () => console.log("listening"));
