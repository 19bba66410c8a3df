/**
 * What of every table is somebody's own, for her to take along. A table that is not named here is a type error; one that holds
 * something personal and is not hers to take says why.
 */
import type { Tables } from "../../platform/database.ts";
import { matchingOwn } from "./own-in-matching.ts";
import { networksOwn } from "./own-in-networks.ts";
import { relationshipsOwn } from "./own-in-relationships.ts";
import type { Hers, NotHers } from "./own-table.ts";

export const ownTables: { readonly [T in keyof Tables]: Hers | NotHers } = {
  ...networksOwn,
  ...matchingOwn,
  ...relationshipsOwn,
  today_rule: { notHers: "how a program looks after its people" },
  today_mark: { notHers: "what coordinators did with lines of a list that is made anew each time" },
};
