import { ownGuardiansPath } from "../../networks/guardians/guardian.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { formatList } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { guardianPageWords } from "./guardian-page.messages.ts";

export interface OwnGuardians {
  readonly organizationId: string;
  readonly names: readonly string[];
}

/** Who is named as her guardian, in each open organization. */
export async function listOwnGuardians(ctx: PersonalContext): Promise<OwnGuardians[]> {
  const rows = await ctx.db
    .selectFrom("guardianship as g")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "g.organization_id").onRef("profile.person_id", "=", "g.guardian_id"),
    )
    .select(["g.organization_id as organizationId", "profile.name"])
    .where("g.organization_id", "in", [...ctx.actor.memberships.map(({ organizationId }) => organizationId), ctx.actor.personId])
    .where("g.ward_id", "=", ctx.actor.personId)
    .where("g.ended_at", "is", null)
    .orderBy("g.organization_id")
    .orderBy("profile.name")
    .execute();
  return [...Map.groupBy(rows, ({ organizationId }) => organizationId)].map(([organizationId, all]) => ({
    organizationId,
    names: all.map(({ name }) => name),
  }));
}

/** On her own page: who sees something of how it goes with her. */
export function OwnGuardiansSection({ guardians }: { guardians: readonly OwnGuardians[] }) {
  const { language } = useReader();
  const words = guardianPageWords(language);
  if (guardians.length === 0) return null;
  return (
    <Section title={words.yours}>
      {guardians.map(({ organizationId, names }) => (
        <p key={organizationId}>
          {words.yoursAre(formatList(language, names))} <a href={ownGuardiansPath(organizationId)}>{words.manage}</a>
        </p>
      ))}
    </Section>
  );
}
