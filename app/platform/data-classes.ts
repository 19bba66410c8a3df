/**
 * The privacy class of every column. Each feature states, in its `table.ts`, the class of every column of its tables; the type
 * wants all of them, and a test holds them against the database, so that a column without a class cannot be.
 */
import type { Tables } from "./database.ts";

/** Who could be hurt if it were known: nobody; the organization; a person; a person, badly; a person at risk. */
export type DataClass = "public" | "internal" | "personal" | "special" | "safeguarding";

export type Classes<T extends keyof Tables> = { readonly [K in T]: { readonly [C in keyof Tables[K]]-?: DataClass } };
