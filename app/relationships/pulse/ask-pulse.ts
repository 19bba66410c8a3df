import { sql } from "kysely";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { lockRelationship, type OneRelationship, type Relationship } from "../life/find-life.ts";
import { isRunning } from "../life/life.ts";
import { type Addressee, findAddressees } from "../sessions/people-of-session.ts";
import { withWhom } from "../sessions/session-event.ts";
import { findSetting } from "../settings/find-setting.ts";
import { defaultSetting } from "../settings/setting.ts";
import { pulseLink } from "./pulse-links.ts";
import { fitLetter, pulseLetter } from "./pulse.email.ts";
import { type AskingKind, askingMoment, type Fit, isFitDue, nextPulseOn } from "./pulse.ts";

interface AskedRow {
  readonly personId: string;
  readonly kind: AskingKind;
  readonly number: number;
  readonly askedAt: Date;
  readonly fit: Fit | null;
  readonly answeredAt: Date | null;
}

/** Asks whom it is time to ask, and once only; nobody in a break, at the end, or before they have met. */
export async function askWhatIsDue(ctx: Context, its: OneRelationship, { atOnce = false }: { atOnce?: boolean } = {}): Promise<void> {
  const relationship = await lockRelationship(ctx, its);
  // One conversation is over before it could go well or badly.
  if (!isRunning(relationship) || relationship.format === "flash") return;
  const { organizationId, programId, organizationTimeZone: zone, people } = relationship;
  const today = dayIn(zone, atOnce ? ctx.now : askingMoment(ctx.now));
  const asked = await listAsked(ctx, its);

  const pulses = asked.filter(({ kind }) => kind === "pulse");
  const last = pulses.at(-1);
  const dueOn = nextPulseOn(
    { begunOn: dayIn(zone, relationship.begunAt), lastAskedOn: last ? dayIn(zone, last.askedAt) : null },
    await findSetting(ctx, organizationId, programId),
  );
  if (dueOn <= today) {
    const number = Math.max(0, ...pulses.map((one) => one.number)) + 1;
    await ask(
      ctx,
      relationship,
      "pulse",
      people.map(({ personId }) => ({ personId, number })),
    );
  }

  const met = await listMet(ctx, its);
  const unsure = people.flatMap(({ personId }) => {
    const hers = asked
      .filter((one) => one.kind === "fit" && one.personId === personId)
      .map(({ number, fit, answeredAt }) => ({ number, fit, answeredOn: answeredAt && dayIn(zone, answeredAt) }));
    return isFitDue(hers, met.has(personId), today) ? [{ personId, number: hers.length + 1 }] : [];
  });
  await ask(ctx, relationship, "fit", unsure);
}

const listAsked = (ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<AskedRow[]> =>
  ctx.db
    .selectFrom("pulse")
    .select(["person_id as personId", "kind", "number", "asked_at as askedAt", "fit", "answered_at as answeredAt"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .orderBy("asked_at")
    .orderBy("number")
    .execute();

/** Who has met the others: everybody, but whoever says of each session that it took place without her. */
async function listMet(ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ personId: string }>`
    select p.person_id as "personId" from relationship_person p
    where p.organization_id = ${organizationId} and p.relationship_id = ${relationshipId} and exists (
      select from session s where s.organization_id = p.organization_id and s.relationship_id = p.relationship_id and s.state = 'held'
        and not exists (select from session_person said where said.organization_id = s.organization_id and said.session_id = s.id
          and said.person_id = p.person_id and said.outcome = 'absent'))`.execute(ctx.db);
  return new Set(rows.map(({ personId }) => personId));
}

async function ask(
  ctx: Context,
  relationship: Relationship,
  kind: AskingKind,
  whom: readonly { readonly personId: string; readonly number: number }[],
): Promise<void> {
  if (whom.length === 0) return;
  const { organizationId, id: relationshipId } = relationship;
  const { organization, addressees } = await findAddressees(ctx, relationship);
  for (const { personId, number } of whom) {
    const to = addressees.find((one) => one.personId === personId);
    if (!to) continue;
    const pulseId = newId();
    await ctx.db
      .insertInto("pulse")
      .values({
        organization_id: organizationId,
        id: pulseId,
        relationship_id: relationshipId,
        person_id: personId,
        role: to.role,
        kind,
        number,
        asked_at: ctx.now,
      })
      .execute();
    await send(ctx, { relationship, kind, pulseId, to, organization });
  }
}

async function send(
  ctx: Context,
  {
    relationship,
    kind,
    pulseId,
    to,
    organization,
  }: { relationship: Relationship; kind: AskingKind; pulseId: string; to: Addressee; organization: { id: string; name: string } },
): Promise<void> {
  const about = { organizationId: relationship.organizationId, pulseId };
  const told = {
    name: to.name,
    with: withWhom(relationship, to.personId, to.language),
    isGroup: relationship.format === "group",
    role: to.role,
    link: (chosen?: Parameters<typeof pulseLink>[2]) => pulseLink(ctx.app, about, chosen),
  };
  await sendLetter(ctx, {
    kind: "pulse",
    organization,
    to: { personId: to.personId, address: to.address, name: to.name, language: to.language },
    occasion: `pulse ${pulseId}`,
    letter: kind === "fit" ? fitLetter(to.language, told) : pulseLetter(to.language, told),
  });
}

/** Relationships of an organization that may have something due: the act looks again, with the relationship held. */
export async function listDueRelationships(ctx: Context, organizationId: string): Promise<string[]> {
  const moment = askingMoment(ctx.now);
  const { rows } = await sql<{ id: string }>`
    select r.id from relationship r
    join organization o on o.id = r.organization_id
    left join relationship_setting s on s.organization_id = r.organization_id and s.program_id = r.program_id
    left join lateral (select asked_at from pulse p where p.organization_id = r.organization_id and p.relationship_id = r.id
      and p.kind = 'pulse' order by asked_at desc limit 1) last on true
    where r.organization_id = ${organizationId} and r.state = 'active' and r.format <> 'flash' and (
      coalesce((last.asked_at at time zone o.time_zone)::date + coalesce(s.pulse_every_days, ${defaultSetting.pulseEveryDays}::int),
        (r.begun_at at time zone o.time_zone)::date + coalesce(s.pulse_first_days, ${defaultSetting.pulseFirstDays}::int)) <= (${moment}::timestamptz at time zone o.time_zone)::date
      or (not exists (select from pulse p where p.organization_id = r.organization_id and p.relationship_id = r.id and p.kind = 'fit')
        and exists (select from session h where h.organization_id = r.organization_id and h.relationship_id = r.id and h.state = 'held'))
      or exists (select from pulse p where p.organization_id = r.organization_id and p.relationship_id = r.id and p.kind = 'fit'
        and p.fit = 'unsure' and p.number = 1
        and not exists (select from pulse again where again.organization_id = p.organization_id and again.relationship_id = p.relationship_id
          and again.kind = 'fit' and again.person_id = p.person_id and again.number = 2)))
    order by r.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
