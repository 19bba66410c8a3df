/** How often something may be tried: counted in the database, for all servers together. */
import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { attemptWords } from "./attempts.messages.ts";

interface Limit {
  readonly name: string;
  readonly most: number;
  /** From the first try on; then everything is forgotten. Short, since whoever tries in another's name locks her out. */
  readonly minutes: number;
}
const limit = (name: string, most: number, minutes: number): Limit => ({ name, most, minutes });

export const limits = {
  /** For one account from one network: somebody who has forgotten her password. */
  signIn: limit("sign-in", 10, 15),
  signInFromNetwork: limit("sign-in network", 60, 15),
  /** For one account from everywhere: many machines guess. The link by mail stays open to its owner. */
  signInToAccount: limit("sign-in account", 30, 15),
  /** Letters that a stranger can have us send to one address. */
  letter: limit("letter", 5, 30),
  lettersFromNetwork: limit("letter network", 30, 15),
  secondFactor: limit("second factor", 10, 30),
  /** Password or code, asked again for something that matters. */
  confirmation: limit("confirmation", 10, 15),
  setUp: limit("set-up", 20, 15),
  /** Becoming somebody of the demo, which anybody may. */
  demo: limit("demo", 300, 15),
  /** What one person says to all of hers. */
  messages: limit("messages", 30, 1),
  messagesOfDay: limit("messages of a day", 500, 24 * 60),
} as const;

/** Somebody has a whole IPv6 network to herself, and of IPv4 one address. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => "0");
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

/** What is tried, and on whom: nothing of it can be read back. */
const keyOf = ({ name }: Limit, subject: string): string => createHash("sha256").update(`${name}\0${subject}`).digest("base64url");

/**
 * Counts one try against each of these limits, and refuses it where one is spent. Count before trying: of many at once, no more
 * than allowed get through, since each waits here for the one before. A refusal has to be answered as `refusal`, not thrown,
 * for the count to stay.
 *
 * @throws {Conflict} which says when to try again
 */
export async function countAttempt(
  ctx: Context,
  attempts: readonly (readonly [Limit, subject: string])[],
  tooMany: (minutes: number) => Conflict = (minutes) => new Conflict((language) => attemptWords(language).tooMany(minutes)),
): Promise<void> {
  const rows = attempts
    .map(([one, subject]) => ({
      limit: one,
      key: keyOf(one, subject),
      count: 1,
      ends_at: new Date(ctx.now.getTime() + one.minutes * 60_000),
    }))
    // Always in the same order, so that two who count the same never wait for each other.
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const counted = await ctx.db
    .insertInto("auth.rate_limit")
    .values(rows.map(({ key, count, ends_at }) => ({ key, count, ends_at })))
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet({
        count: sql<number>`case when rate_limit.ends_at <= ${ctx.now} then 1 else rate_limit.count + 1 end`,
        ends_at: sql<Date>`case when rate_limit.ends_at <= ${ctx.now} then excluded.ends_at else rate_limit.ends_at end`,
      }),
    )
    .returning(["key", "count", "ends_at"])
    .execute();
  const spent = counted.filter(({ key, count }) => count > rows.find((row) => row.key === key)!.limit.most);
  if (spent.length === 0) return;
  const until = Math.max(...spent.map((row) => row.ends_at.getTime()));
  const minutes = Math.max(1, Math.ceil((until - ctx.now.getTime()) / 60_000));
  throw tooMany(minutes);
}

/** It was the right one: what was tried before is forgotten. */
export async function forgetAttempts(ctx: Context, one: Limit, subject: string): Promise<void> {
  await ctx.db.deleteFrom("auth.rate_limit").where("key", "=", keyOf(one, subject)).execute();
}
