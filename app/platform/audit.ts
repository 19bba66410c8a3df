import type { Context } from "./context.ts";
import { newId } from "./identifiers.ts";

/** Keeps, for ever and unchangeable, that a sensitive act was done: by whom, to what. Details hold no personal data. */
export async function audit(
  ctx: Context,
  entry: { organizationId: string | null; act: string; subjectKind: string; subjectId: string | null; detail?: object },
): Promise<void> {
  await ctx.db
    .insertInto("audit_entry")
    .values({
      id: newId(),
      organization_id: entry.organizationId,
      at: ctx.now,
      actor_id: ctx.actor?.personId ?? null,
      act: entry.act,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}
