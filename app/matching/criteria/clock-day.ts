import { dayIn } from "../../networks/programs/program.ts";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";

export interface Clock {
  readonly at: Date;
  /** The organization's. */
  readonly timeZone: string;
  /** Calendar days, as "2027-02-01": the one that counts, and today. */
  readonly day: string;
  readonly today: string;
}

/** The moment whose clocks count for hours in common: the program's first day at noon, or today where that is past or not known. */
export async function clockOf(ctx: Context, organizationId: string, programId: string): Promise<Clock> {
  const row = found(
    await ctx.db
      .selectFrom("program")
      .innerJoin("organization", "organization.id", "program.organization_id")
      .select(["program.starts_on", "organization.time_zone"])
      .where("program.organization_id", "=", organizationId)
      .where("program.id", "=", programId)
      .executeTakeFirst(),
  );
  const today = dayIn(row.time_zone, ctx.now);
  const day = row.starts_on !== null && row.starts_on > today ? row.starts_on : today;
  return { today, at: new Date(`${day}T12:00:00Z`), timeZone: row.time_zone, day };
}
