/** The statements that one page sends to PostgreSQL, word for word, as the database's own log has them. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Installation } from "../../drills/kill/installation.ts";

export interface Statement {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** One entry of the log: "2026-11-22 15:00:00 UTC [12] understory_app LOG:  execute q1: select …". */
const entry = /^\d{4}-\d\d-\d\d [\d:.]+ UTC \[(\d+)\] (\S+) (\w+): {2}/;

function parametersOf(detail: string): (string | null)[] {
  const values: (string | null)[] = [];
  for (const [, quoted, bare] of detail.matchAll(/\$\d+ = (?:'((?:[^']|'')*)'|(NULL))/g))
    values.push(bare === undefined ? quoted!.replaceAll("''", "'") : null);
  return values;
}

function statementsIn(log: string, login: string): Map<string, Statement[]> {
  const ofBackend = new Map<string, Statement[]>();
  const entries: { pid: string; kind: string; words: string }[] = [];
  for (const line of log.split("\n")) {
    const head = entry.exec(line);
    if (head) entries.push({ pid: `${head[1]} ${head[2]}`, kind: head[3]!, words: line.slice(head[0].length) });
    else if (entries.length > 0) entries.at(-1)!.words += `\n${line}`;
  }
  for (const { pid, kind, words } of entries) {
    if (!pid.endsWith(` ${login}`)) continue;
    const all = ofBackend.get(pid) ?? [];
    ofBackend.set(pid, all);
    const text = /^(?:statement|execute [^:]*): ([\s\S]*)$/.exec(words)?.[1];
    if (kind === "LOG" && text !== undefined) all.push({ text: text.trim(), values: [] });
    else if (kind === "DETAIL" && all.length > 0 && /^Parameters: /i.test(words)) all.push({ ...all.pop()!, values: parametersOf(words) });
  }
  return ofBackend;
}

/** Has the database write down every statement of the server while `load` loads one page, and returns those of its transaction. */
export async function captureStatements(installation: Installation, load: () => Promise<unknown>): Promise<Statement[]> {
  const login = "understory_app";
  const log = path.join(installation.dataDir, "postgres.log");
  const set = (value: string): Promise<unknown> =>
    installation.asSuperuser(async (client) => {
      await client.query(`alter system set log_statement = ${pg.escapeLiteral(value)}`);
      await client.query("select pg_reload_conf()");
      await sleep(500);
    });
  await set("all");
  const from = statSync(log).size;
  await load();
  await sleep(300);
  const written = readFileSync(log).subarray(from).toString();
  await set("none");
  const found = [...statementsIn(written, login).values()]
    .map((all) => {
      const first = all.findIndex(({ text }) => /\benter\(/.test(text));
      if (first < 0) return [];
      const last = all.findIndex(({ text }, index) => index > first && text === "commit");
      return all.slice(first, last);
    })
    .filter((all) => all.length > 0);
  if (found.length !== 1) throw new Error(`${found.length} transactions were found in the log instead of one`);
  return found[0]!;
}
