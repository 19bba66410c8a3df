/** Short-lived connections for what happens before the first request. */
import pg from "pg";

/** Runs `work` on a connection of its own. */
export async function withConnection<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...config });
  // Without a listener, the server's end would end this process too.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean => codes.includes(codeOf(error));

/** The server is not there (yet, or any more), which may change by waiting. */
export function isAway(error: unknown): boolean {
  const starting = ["57P01", "57P02", "57P03"];
  const unreachable = ["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND", "EAI_AGAIN"];
  return hasCode(error, ...starting, ...unreachable) || (error instanceof Error && /terminated|timeout expired/i.test(error.message));
}
