import { execFile } from "node:child_process";
import { mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { scratchPostgres } from "../../../testing/scratch-postgres.ts";

const { folder } = scratchPostgres();
const withoutNamespace = { EMBEDDED_POSTGRES_NAMESPACE: "off" };

/** Starts a server in a process of its own, plants a tree, and says how many there are, or what was in the way. */
function plantTree(env: NodeJS.ProcessEnv, dataDir: string): Promise<string> {
  const script = `
    import { startPostgres } from "./app/platform/postgres/start-postgres.ts";
    import { withConnection } from "./app/platform/postgres/connection.ts";
    try {
      const server = await startPostgres({ dataDir: process.argv[1], secret: "s".repeat(32) });
      await withConnection(server.ownerConfig, async (client) => {
        await client.query("create table if not exists tree (name text); insert into tree values ('oak')");
        console.log((await client.query("select count(*)::int as trees from tree")).rows[0].trees);
      });
      await server.stop();
    } catch (error) { console.log(error.message); }`;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--input-type=module", "--eval", script, dataDir],
      { env: { ...process.env, ...env } },
      (error, out, problems) => resolve(error ? `${error.message}${problems}` : out.trim()),
    );
  });
}

describe.runIf(process.getuid?.() === 0)("as root", () => {
  test("without user namespaces the data stay where they are, and survive a move and the return of namespaces", async () => {
    // No other account may pass: the server gets the one right to.
    expect(statSync(folder).mode & 0o077).toBe(0);
    const [before, after] = [path.join(folder, "be fore"), path.join(folder, "after")];
    expect(await plantTree(withoutNamespace, before)).toBe("1");
    expect(statSync(path.join(before, "postgres/PG_VERSION")).uid).not.toBe(0);
    renameSync(before, after);
    expect(await plantTree({}, after)).toBe("2");
    expect(await plantTree(withoutNamespace, after)).toBe("3");
  });

  test("where the account can reach nothing, one sentence names the ways out", async () => {
    // A machine without setpriv, which gives the right to pass closed folders.
    const bin = path.join(folder, "bin");
    mkdirSync(bin);
    for (const name of ["id", "test", "true", "unshare"]) {
      writeFileSync(path.join(bin, name), `#!/bin/sh\nPATH=/usr/bin:/bin exec ${name} "$@"\n`, { mode: 0o755 });
    }
    const sentence = await plantTree({ ...withoutNamespace, PATH: bin }, path.join(folder, "data"));
    expect(sentence).toMatch(
      /^PostgreSQL cannot run as root, and the account «nobody» cannot reach .* Start Understory from an account of its own, or move it/,
    );
    expect(sentence).not.toContain("\n");
  });
});
