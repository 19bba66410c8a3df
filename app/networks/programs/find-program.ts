import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { Program } from "./program.ts";

const columns = [
  "id",
  "organization_id as organizationId",
  "name",
  "purpose",
  "format",
  "starts_on as startsOn",
  "ends_on as endsOn",
  "default_capacity as defaultCapacity",
  "sign_up as signUp",
  "offer_days as offerDays",
  "on_decline as onDecline",
  "texts",
  "adults_only_attested_at as adultsOnlyAttestedAt",
  "copied_from as copiedFrom",
  "archived_at as archivedAt",
  "needed_checks as neededChecks",
] as const;

/** The program of this organization; NotFound where there is none. Who may see it, the page's access says. */
export async function findProgram(ctx: Context, organizationId: string, programId: string): Promise<Program> {
  return found(
    await ctx.db
      .selectFrom("program")
      .select(columns)
      .where("organization_id", "=", organizationId)
      .where("id", "=", programId)
      .executeTakeFirst(),
  );
}

/**
 * The same, held until the transaction ends, so that two changes of one program never interleave. People may still come into it
 * meanwhile, unless it is held to be deleted.
 */
export async function lockProgram(ctx: Context, organizationId: string, programId: string, purpose?: "deletion"): Promise<Program> {
  const program = ctx.db.selectFrom("program").select(columns).where("organization_id", "=", organizationId).where("id", "=", programId);
  return found(await (purpose === "deletion" ? program.forUpdate() : program.forNoKeyUpdate()).executeTakeFirst());
}
