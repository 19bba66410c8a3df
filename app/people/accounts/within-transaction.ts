/**
 * A Kysely whose statements run in whichever transaction of ours is at work: better-auth, which knows nothing of requests, then
 * writes with the request, and what it wrote is gone if the request fails. It never takes a second connection, for which a full
 * pool would wait for itself.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { Work } from "../../platform/database.ts";

const atWork = new AsyncLocalStorage<Work>();

/** Runs `work` so that `transactional` works in `db`. */
export const within = <T>(db: Work, work: () => Promise<T>): Promise<T> => atWork.run(db, work);

const connection: DatabaseConnection = {
  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const db = atWork.getStore();
    if (!db) throw new Error("accounts were asked for outside of a transaction: call withAuth(ctx, …)");
    return db.executeQuery<R>(query);
  },
  streamQuery() {
    throw new Error("better-auth does not stream");
  },
};

// The transaction is the request's: it begins and ends there.
const driver: Driver = {
  init: async () => undefined,
  acquireConnection: async () => connection,
  beginTransaction: async () => undefined,
  commitTransaction: async () => undefined,
  rollbackTransaction: async () => undefined,
  releaseConnection: async () => undefined,
  destroy: async () => undefined,
};

export const transactional = (): Kysely<Record<string, never>> =>
  new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
