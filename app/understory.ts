/** Puts the parts together: from a database and settings to an application, and to a server in front of it. */
import path from "node:path";
import type pg from "pg";
import { frame } from "./home/frame.tsx";
import { ProblemPage } from "./home/problem-page.tsx";
import { SignedOutPage } from "./home/signed-out-page.tsx";
import { sessionToken } from "./people/accounts/session-cookie.ts";
import type { App } from "./platform/context.ts";
import { connect, type Database, migrate } from "./platform/database.ts";
import { Jobs, prepareJobs } from "./platform/jobs.ts";
import { Live } from "./platform/realtime/live.ts";
import type { Settings } from "./platform/settings/settings.ts";
import { createWebServer } from "./platform/web-server.ts";
import { countWaiting } from "./relationships/messages/count-unread.ts";
import { jobs, routes, subscriptions } from "./rooms.ts";

export interface Logins {
  readonly ownerConfig: pg.PoolConfig;
  readonly appConfig: pg.PoolConfig & { readonly user: string };
}

/** Brings the database to this version, with the login that owns it. */
export async function prepareDatabase({ ownerConfig, appConfig }: Logins, directory = path.resolve("db/migrations")): Promise<void> {
  const owner: Database = connect({ ...ownerConfig, max: 2 });
  try {
    await migrate(owner, directory, appConfig.user);
  } finally {
    await owner.destroy();
  }
  await prepareJobs(ownerConfig, appConfig.user, jobs);
}

export function createApp(appConfig: pg.PoolConfig, settings: Settings, now: () => Date = () => new Date()): App {
  return {
    settings,
    db: connect({ ...appConfig, max: settings.databasePoolSize }),
    jobs: new Jobs(appConfig, jobs, subscriptions),
    live: new Live(appConfig),
    now,
  };
}

export const createServer = (app: App) =>
  createWebServer(app, {
    routes,
    frame,
    waiting: countWaiting,
    problem: (problem, language) => ProblemPage({ problem, language }),
    signedOut: (sent, language) => SignedOutPage({ sent, language }),
    sessionToken: (cookies) => sessionToken(cookies, app.settings.secret),
    signInPath: "/sign-in",
    secondFactorPath: "/account/second-factor",
  });
