/** The whole application on a fresh database, for one test or one file. Jobs run when the test says so: `app.jobs.runDue(app)`. */
import type { App } from "../app/platform/context.ts";
import type { Settings } from "../app/platform/settings/settings.ts";
import { createApp, createServer } from "../app/understory.ts";
import { testDatabase } from "./database.ts";

const testSettings: Settings = {
  port: 3000,
  host: "127.0.0.1",
  dataDir: "data",
  publicUrl: "http://localhost:3000",
  trustedProxies: [],
  databasePoolSize: 5,
  mailFrom: "Understory <understory@localhost>",
  inboundMailHost: "127.0.0.1",
  inboundMailDomain: "reply.test",
  secret: "a secret of thirty-two characters!",
  formerSecrets: [],
  lostSecrets: [],
} as unknown as Settings;

export interface TestApp extends App, AsyncDisposable {
  /** The login that owns the database, for what no request may do; row-level security holds for it too. */
  readonly owner: App["db"];
  readonly server: ReturnType<typeof createServer>;
  /** Lets time pass. */
  travel(to: Date): void;
}

export async function testApp(options: { settings?: Partial<Settings>; withWorkers?: boolean } = {}): Promise<TestApp> {
  const database = await testDatabase();
  let now: Date | undefined;
  const app = createApp(database.appConfig, { ...testSettings, ...options.settings }, () => now ?? new Date());
  await app.jobs.start(app, { withWorkers: options.withWorkers ?? false });
  return Object.assign(app, {
    owner: database.owner,
    server: createServer(app),
    travel(to: Date) {
      now = to;
    },
    async [Symbol.asyncDispose]() {
      await app.live.stop();
      await app.jobs.stop();
      await app.db.destroy();
      await database[Symbol.asyncDispose]();
    },
  });
}
