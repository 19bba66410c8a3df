/** Who looks after safety in an organization. Where nobody is named, its owners do. */
import { audit } from "../../platform/audit.ts";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { findOrganization } from "./find-organization.ts";
import { leadEndedLetter, leadNamedLetter } from "./safeguarding-lead.email.ts";
import { safeguardingWords } from "./safeguarding.messages.ts";
import { findMember, lockTeam } from "./team.ts";

export interface SafeguardingPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language | undefined;
  /** Null: nobody is named, and she is an owner. */
  readonly givenAt: Date | null;
}

const withAddress = (ctx: Context, organizationId: string) =>
  ctx.db
    .selectFrom("member")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "member.organization_id").onRef("profile.person_id", "=", "member.person_id"),
    )
    .innerJoin("auth.person as person", "person.id", "member.person_id")
    .leftJoin("safeguarding_lead as lead", (join) =>
      join.onRef("lead.organization_id", "=", "member.organization_id").onRef("lead.person_id", "=", "member.person_id"),
    )
    .select(["member.person_id as personId", "profile.name", "person.email", "person.language", "lead.given_at as givenAt"])
    .where("member.organization_id", "=", organizationId)
    .orderBy("profile.name")
    .orderBy("member.person_id");

type Row = Awaited<ReturnType<ReturnType<typeof withAddress>["executeTakeFirstOrThrow"]>>;
const toPerson = ({ language, ...row }: Row): SafeguardingPerson => ({ ...row, language: isLanguage(language) ? language : undefined });

/** Those who are named. */
export async function listSafeguardingLeads(ctx: Context, organizationId: string): Promise<SafeguardingPerson[]> {
  return (await withAddress(ctx, organizationId).where("lead.person_id", "is not", null).execute()).map(toPerson);
}

async function listOwners(ctx: Context, organizationId: string): Promise<SafeguardingPerson[]> {
  const rows = await withAddress(ctx, organizationId)
    .where("member.role", "=", "owner")
    .where("member.joined_at", "is not", null)
    .execute();
  return rows.map(toPerson);
}

/** Those who are named, or else the owners. */
export async function listWhoLooksAfterSafety(ctx: Context, organizationId: string): Promise<SafeguardingPerson[]> {
  const leads = await listSafeguardingLeads(ctx, organizationId);
  return leads.length > 0 ? leads : listOwners(ctx, organizationId);
}

/** Gives somebody the role, from her next request on; she and the other leads are told. */
export async function nameSafeguardingLead(ctx: PersonalContext, organizationId: string, personId: string): Promise<string> {
  await lockTeam(ctx, organizationId);
  const { name, joinedAt } = await findMember(ctx, organizationId, personId);
  if (joinedAt === null) throw new Conflict((language) => safeguardingWords(language).mustHaveJoined);
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto("safeguarding_lead")
    .values({ organization_id: organizationId, person_id: personId, given_by: ctx.actor.personId, given_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) throw new Conflict((language) => safeguardingWords(language).isLead(name));
  await audit(ctx, { organizationId, act: "safeguarding-lead.named", subjectKind: "person", subjectId: personId });
  await announce(ctx, "safeguarding-lead.changed", { organizationId });
  await tell(ctx, organizationId, await listSafeguardingLeads(ctx, organizationId), (words) =>
    words.personId === personId ? leadNamedLetter(words, undefined) : leadNamedLetter(words, name),
  );
  return name;
}

/** Takes it away, where she has it. Where she was the last, the owners look after safety again, and are told. */
export async function endSafeguardingLead(ctx: PersonalContext, organizationId: string, personId: string): Promise<void> {
  const before = await listSafeguardingLeads(ctx, organizationId);
  const gone = before.find((lead) => lead.personId === personId);
  if (!gone) return;
  await ctx.db.deleteFrom("safeguarding_lead").where("organization_id", "=", organizationId).where("person_id", "=", personId).execute();
  await audit(ctx, { organizationId, act: "safeguarding-lead.ended", subjectKind: "person", subjectId: personId });
  await announce(ctx, "safeguarding-lead.changed", { organizationId });
  const now = before.length > 1 ? before : [gone, ...(await listOwners(ctx, organizationId))];
  await tell(ctx, organizationId, now, (words) => leadEndedLetter(words, { who: gone, isLast: before.length === 1 }));
}

/** Whoever does it herself knows. */
async function tell(
  ctx: PersonalContext,
  organizationId: string,
  people: readonly SafeguardingPerson[],
  letterTo: (told: Told) => Parameters<typeof sendLetter>[1]["letter"],
): Promise<void> {
  const organization = await findOrganization(ctx, organizationId);
  const occasion = newId();
  for (const { personId, email, name, language: own } of people) {
    if (personId === ctx.actor.personId) continue;
    const language = own ?? organization.language;
    await sendLetter(ctx, {
      kind: "concern",
      organization,
      to: { personId, address: email, name, language },
      occasion: `safeguarding-lead:${occasion}:${personId}`,
      letter: letterTo({
        language,
        personId,
        name,
        organization: organization.name,
        href: `${ctx.app.settings.publicUrl}/organizations/${organizationId}/concerns`,
      }),
    });
  }
}

export interface Told {
  readonly language: Language;
  readonly personId: string;
  readonly name: string;
  readonly organization: string;
  readonly href: string;
}
