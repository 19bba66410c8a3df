/** Letters about a case hold nothing of it: that there is something, and where. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";
import type { Letter } from "../../platform/letters/letter.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { formatList, formatTime } from "../../ui/formats.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { pairPath } from "../pairs/pair.ts";
import { findAddressees } from "../sessions/people-of-session.ts";
import { withWhom } from "../sessions/session-event.ts";
import { concernsPath, type OneConcern } from "./concern.ts";
import { decisionPath, objectUntil } from "./decision.ts";
import {
  addedLetter,
  endedLetter,
  escalatedLetter,
  handedOverLetter,
  newsLetter,
  nobodyFreeLetter,
  objectionLetter,
  pauseLetter,
  raisedLetter,
  reminderLetter,
  type Reader,
} from "./concern.email.ts";

interface Person {
  readonly personId: string;
  readonly address: string;
  readonly name: string;
  readonly language: Language;
  readonly isHandler: boolean;
  readonly organization: { readonly id: string; readonly name: string };
}

/** With her address, and in whose name letters go. */
async function people(ctx: Context, { organizationId, concernId }: OneConcern, which: ReturnType<typeof sql>): Promise<Person[]> {
  const { rows } = await sql<{
    personId: string;
    address: string;
    name: string;
    language: string | null;
    fallback: string;
    organizationName: string;
    isHandler: boolean;
  }>`
    select p.id as "personId", p.email as address, profile.name, p.language, o.language as fallback, o.name as "organizationName",
      p.id in (select concern_handlers(${organizationId}::uuid, ${concernId}::uuid)) as "isHandler"
    from auth.person p
      join profile on profile.organization_id = ${organizationId} and profile.person_id = p.id
      join organization o on o.id = profile.organization_id
    where ${which} order by profile.name, p.id`.execute(ctx.db);
  return rows.map(({ personId, address, name, language, fallback, organizationName, isHandler }) => ({
    personId,
    address,
    name,
    language: [language, fallback].find(isLanguage) ?? "en",
    isHandler,
    organization: { id: organizationId, name: organizationName },
  }));
}

const handlers = ({ organizationId, concernId }: OneConcern) =>
  sql`p.id in (select concern_handlers(${organizationId}::uuid, ${concernId}::uuid))`;

async function send(ctx: Context, to: Person, occasion: string, letter: (reader: Reader) => Letter): Promise<void> {
  const { personId, address, name, language, organization } = to;
  await sendLetter(ctx, {
    kind: "concern",
    organization,
    to: { personId, address, name, language },
    occasion: `${occasion} ${personId}`,
    letter: letter({ language, name, organization: organization.name }),
  });
}

const pathOf = (ctx: Context, { organizationId, concernId }: OneConcern): string =>
  `${ctx.app.settings.publicUrl}${concernsPath(organizationId)}/${concernId}`;

/** `openedAt`: a case that is reopened is told of again. */
interface Opened {
  readonly openedAt: Date;
  readonly urgency: string;
}
const occasionOf = ({ concernId }: OneConcern, { openedAt }: Opened, what: string): string =>
  `concern ${concernId} ${openedAt.getTime()} ${what}`;

/** Whoever may look into it; returns how many there are. */
export async function tellLeads(ctx: Context, its: OneConcern, opened: Opened, what: "raised" | "reminder"): Promise<number> {
  const all = await people(ctx, its, handlers(its));
  const href = pathOf(ctx, its);
  for (const one of all)
    await send(ctx, one, occasionOf(its, opened, what), (reader) =>
      what === "raised" ? raisedLetter(reader, { href, isUrgent: opened.urgency === "now" }) : reminderLetter(reader, href),
    );
  return all.length;
}

/** Everybody who could look into it is part of it: who administers the organization and is not names somebody else. */
export async function tellNobodyFree(ctx: Context, its: OneConcern, opened: Opened): Promise<void> {
  const { organizationId, concernId } = its;
  const all = await people(
    ctx,
    its,
    sql`p.id in (select person_id from member where organization_id = ${organizationId} and role <> 'member')
      and not is_barred_from_concern(${organizationId}::uuid, ${concernId}::uuid, p.id)`,
  );
  const href = `${ctx.app.settings.publicUrl}/organizations/${organizationId}/safeguarding`;
  for (const one of all) await send(ctx, one, occasionOf(its, opened, "nobody-free"), (reader) => nobodyFreeLetter(reader, href));
}

/** All leads, and the owners, whom it is not about: that nobody has taken something for hours; to the owners no more than that. */
export async function tellEscalated(ctx: Context, its: OneConcern, opened: Opened): Promise<void> {
  const { organizationId, concernId } = its;
  const all = await people(
    ctx,
    its,
    sql`(${handlers(its)} or p.id in (select person_id from member where organization_id = ${organizationId} and role = 'owner'))
      and not is_barred_from_concern(${organizationId}::uuid, ${concernId}::uuid, p.id)`,
  );
  const leads = all.filter(({ isHandler }) => isHandler).map(({ name }) => name);
  for (const one of all)
    await send(ctx, one, occasionOf(its, opened, "escalated"), (reader) =>
      escalatedLetter(reader, {
        href: one.isHandler ? pathOf(ctx, its) : `${ctx.app.settings.publicUrl}/organizations/${organizationId}/safeguarding`,
        leads: one.isHandler ? undefined : formatList(one.language, leads),
      }),
    );
}

/** Somebody gave it to her, or its clock is hers. */
export async function tellHandler(ctx: Context, its: OneConcern, personId: string, what: "handed-over"): Promise<void> {
  for (const one of await people(ctx, its, sql`p.id = ${personId}`))
    await send(ctx, one, `concern ${its.concernId} ${what} ${newId()}`, (reader) => handedOverLetter(reader, pathOf(ctx, its)));
}

/** To who handles it; to all of them where nobody does. */
export async function tellAdded(ctx: Context, its: OneConcern): Promise<void> {
  const { organizationId, concernId } = its;
  const all = await people(
    ctx,
    its,
    sql`${handlers(its)} and p.id = coalesce((select handler_id from concern where organization_id = ${organizationId} and id = ${concernId}), p.id)`,
  );
  const occasion = `concern ${concernId} added ${newId()}`;
  for (const one of all) await send(ctx, one, occasion, (reader) => addedLetter(reader, pathOf(ctx, its)));
}

/** That there is news on her page: so little that somebody else who reads her mail learns nothing. Where she wished for none, none. */
export async function tellReporter(ctx: Context, its: OneConcern, what: "acknowledged" | "closed"): Promise<void> {
  const { organizationId, concernId } = its;
  const [reporter] = await people(
    ctx,
    its,
    sql`p.id = (select reporter_id from concern where organization_id = ${organizationId} and id = ${concernId} and may_write)`,
  );
  if (!reporter || reporter.personId === ctx.actor?.personId) return;
  const href = `${ctx.app.settings.publicUrl}${concernsPath(organizationId)}/mine/${concernId}`;
  await send(ctx, reporter, `concern ${concernId} ${what} ${newId()}`, (reader) => newsLetter(reader, href));
}

/** Who may look into the case, but not who decided, nor whose objection it is; only where nobody else is left, who decided. */
export async function tellObjection(ctx: Context, its: OneConcern, decisionId: string, what: "new" | "late"): Promise<void> {
  const { organizationId } = its;
  const decision = sql`(select decided_by, person_id from safety_decision where organization_id = ${organizationId} and id = ${decisionId})`;
  const all = await people(ctx, its, sql`${handlers(its)} and not exists (select from ${decision} d where d.person_id = p.id)`);
  const { rows } = await sql<{ decidedBy: string | null }>`select decided_by as "decidedBy" from ${decision} d`.execute(ctx.db);
  const others = all.filter(({ personId }) => personId !== rows[0]?.decidedBy);
  for (const one of others.length > 0 ? others : all)
    await send(ctx, one, `objection ${decisionId} ${what}`, (reader) => objectionLetter(reader, { href: pathOf(ctx, its), what }));
}

/** That there is news on the page of what was decided. */
export async function tellObjectionAnswered(ctx: Context, its: OneConcern, decisionId: string): Promise<void> {
  const { organizationId } = its;
  const { rows } = await sql<{ personId: string | null; relationshipId: string | null }>`
    select person_id as "personId", relationship_id as "relationshipId" from safety_decision
    where organization_id = ${organizationId} and id = ${decisionId}`.execute(ctx.db);
  const [decision] = rows;
  if (!decision?.personId || !decision.relationshipId) return;
  const href = ctx.app.settings.publicUrl + decisionPath(organizationId, decision.relationshipId);
  for (const one of await people(ctx, its, sql`p.id = ${decision.personId}`))
    await send(ctx, one, `objection ${decisionId} answered`, (reader) => newsLetter(reader, href));
}

/** The people of a relationship: that it is over, not why. */
export async function tellEnded(ctx: Context, its: OneRelationship): Promise<void> {
  const relationship = await findRelationship(ctx, its);
  if (relationship.people.length === 0) return;
  const { organization, addressees } = await findAddressees(ctx, relationship);
  for (const { personId, address, name, language, timeZone } of addressees)
    await sendLetter(ctx, {
      kind: "relationship",
      organization,
      to: { personId, address, name, language },
      occasion: `safety ended ${its.relationshipId} ${personId}`,
      letter: endedLetter(
        { language, name, organization: organization.name },
        {
          other: withWhom(relationship, personId, language),
          until: formatTime({ language, timeZone }, objectUntil(ctx.now), "long-day"),
          href: ctx.app.settings.publicUrl + decisionPath(its.organizationId, its.relationshipId),
          help: ctx.app.settings.publicUrl + `${concernsPath(its.organizationId)}/new`,
        },
      ),
    });
}

/** The people of a relationship: that it rests, not why. */
export async function tellPause(ctx: Context, its: OneRelationship, what: "paused" | "resumed"): Promise<void> {
  const relationship = await findRelationship(ctx, its);
  if (relationship.people.length === 0) return;
  const { organization, addressees } = await findAddressees(ctx, relationship);
  const occasion = `safety ${what} ${newId()}`;
  for (const { personId, address, name, language, timeZone } of addressees)
    await sendLetter(ctx, {
      kind: "relationship",
      organization,
      to: { personId, address, name, language },
      occasion: `${occasion} ${personId}`,
      letter: pauseLetter(
        { language, name, organization: organization.name },
        {
          what,
          other: withWhom(relationship, personId, language),
          href: ctx.app.settings.publicUrl + (what === "paused" ? decisionPath : pairPath)(its.organizationId, its.relationshipId),
          until: formatTime({ language, timeZone }, objectUntil(ctx.now), "long-day"),
          help: ctx.app.settings.publicUrl + `${concernsPath(its.organizationId)}/new`,
        },
      ),
    });
}
