/** Starts everything in order: settings, database, migrations, jobs, server; and stops it in the opposite order. */
import type { BlockList, Server as NetServer } from "node:net";
import { serve, type ServerType } from "@hono/node-server";
import { askForDemo } from "./home/demo/ask-for-demo.ts";
import { checkSecrets } from "./home/secrets/check-secrets.ts";
import { makeSetUpToken } from "./home/set-up/set-up-token.ts";
import { asSystem } from "./platform/context.ts";
import { receiveMail } from "./platform/inbound-mail/receive-mail.ts";
import { isWithin, networks, plainAddress } from "./platform/network-address.ts";
import { assertSafeLogin } from "./platform/postgres/safe-login.ts";
import { startPostgres } from "./platform/postgres/start-postgres.ts";
import { CannotStart } from "./platform/settings/cannot-start.ts";
import { readSettings, type Settings } from "./platform/settings/settings.ts";
import { inboundHandlers } from "./rooms.ts";
import { createApp, createServer, prepareDatabase } from "./understory.ts";

/** How long a running request may take to finish before the stop goes on without it. */
const graceMs = 15_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const undo = new AsyncDisposableStack();
  let stopping: Promise<void> | undefined;
  const stop = (exitCode: number): void => {
    stopping ??= undo.disposeAsync().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        console.error("stopping failed:", error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => stop(0));
  process.on("SIGINT", () => stop(0));

  try {
    const postgres = await startPostgres(settings);
    undo.defer(() => postgres.stop());
    postgres.onLost((sentence) => {
      console.error(`${sentence} Stopping, so that both can be started afresh.`);
      stop(1);
    });
    await prepareDatabase(postgres);
    await assertSafeLogin(postgres.appConfig);

    const app = createApp(postgres.appConfig, settings);
    undo.defer(() => app.db.destroy());
    await app.jobs.start(app, { withWorkers: false });
    undo.defer(() => app.jobs.stop());
    await checkSecrets(app);
    await app.jobs.work(app);

    const server = await listen(createServer(app).fetch, settings);
    undo.defer(() => close(server));
    // Before the server: who listens would keep it open.
    undo.defer(() => app.live.stop());
    const mail = await receiveMail(app, inboundHandlers);
    undo.defer(async () => mail?.stop());
    const token = await makeSetUpToken(app);
    console.log(`Understory is at ${settings.publicUrl}/`);
    if (process.argv.includes("demo")) {
      await asSystem(app, askForDemo);
      console.log(`The demo is at ${settings.publicUrl}/demo`);
    }
    if (token) console.log(`Nobody has set it up yet. Open ${settings.publicUrl}/set-up?token=${token}`);
  } catch (error) {
    await undo.disposeAsync().catch(() => undefined);
    throw error;
  }
}

function listen(fetch: (request: Request) => Response | Promise<Response>, settings: Settings): Promise<ServerType> {
  const { host, port, trustedProxies } = settings;
  return new Promise((resolve, reject) => {
    const server = serve({
      fetch,
      hostname: host,
      port,
      serverOptions: { headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 10_000 },
    });
    server.once("listening", () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      const at = `${host}:${port}`;
      if (error.code === "EADDRINUSE")
        reject(new CannotStart(`Another program listens at ${at} already. Choose another port: PORT=8080 npm start.`));
      else if (error.code === "EACCES" || error.code === "EADDRNOTAVAIL")
        reject(new CannotStart(`This account may not listen at ${at} (${error.code}). Set HOST and PORT.`));
      else reject(error);
    });
    limitConnections(server, networks(trustedProxies));
  });
}

/** One address cannot take all connections: the others find theirs. A proxy brings everybody, and is let be. */
function limitConnections(server: NetServer, proxies: BlockList, most = 500): void {
  const open = new Map<string, number>();
  server.on("connection", (socket) => {
    const address = plainAddress(socket.remoteAddress ?? "");
    if (isWithin(proxies, address)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > most) return void socket.destroy();
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

/** Takes no new connections, lets running requests finish, and closes what is idle. */
function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}

try {
  await main();
} catch (error) {
  if (error instanceof CannotStart) console.error(error.message);
  else console.error(error);
  process.exit(error instanceof CannotStart ? error.exitCode : 1);
}
