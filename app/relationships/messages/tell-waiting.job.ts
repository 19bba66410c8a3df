/** A letter to whoever has not read what was written to her: when she wishes it, not in her quiet hours, one for all of it. */
import { sql } from "kysely";
import { type App, asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { replyAddress } from "../../platform/inbound-mail/reply-address.ts";
import { job } from "../../platform/jobs.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { findLetterSetting } from "./letter-setting.ts";
import { letterDueAt } from "./letter-time.ts";
import { closedBecause } from "./lock-conversation.ts";
import { messageLetter, type ToldMessage } from "./message-letter.email.ts";
import { messagesPath } from "./message.ts";

/** The next letter of the same conversation, where the one before has not been followed, comes so much later. */
const betweenLettersMs = 60 * 60_000;
const atOnce = 500;
/** An address is known to whoever the letter was passed on to: what comes later, she is asked about. */
const answerDays = 90;

export const tellWaiting = job<object>("messages.tell", {
  schedule: "* * * * *",
  atOnce: 1,
  run: (app, _payload, stopping) => tellWhoWaits(app, stopping),
});

export async function tellWhoWaits(app: App, stopping?: AbortSignal): Promise<void> {
  // In all organizations at once: most minutes nobody waits anywhere.
  const due = await asSystem(app, async ({ db, now }) => {
    const { rows } = await sql<OneRelationship & { readonly personId: string }>`
      select organization_id as "organizationId", relationship_id as "relationshipId", person_id as "personId" from (
        select *, row_number() over (partition by organization_id order by look_at) as turn from conversation_person
        where look_at <= ${now}) waiting
      where turn <= ${atOnce} order by turn, organization_id`.execute(db);
    return rows;
  });
  // Each by herself: what goes wrong with one keeps no other from her letter.
  for (const { personId, ...its } of due) {
    stopping?.throwIfAborted();
    try {
      await inOrganization(app, its.organizationId, (ctx) => tell(ctx, its, personId));
    } catch (error) {
      console.error("a letter about messages could not be written, and will be tried again:", (error as Error).message);
    }
  }
}

interface Waiting {
  readonly id: string;
  readonly readNumber: number;
  readonly toldNumber: number;
  readonly toldAt: Date | null;
}

async function tell(ctx: Context, its: OneRelationship, personId: string): Promise<void> {
  const { rows } = await sql<Waiting>`
    select id, read_number as "readNumber", told_number as "toldNumber", told_at as "toldAt" from conversation_person
    where organization_id = ${its.organizationId} and relationship_id = ${its.relationshipId} and person_id = ${personId}
      and look_at <= ${ctx.now} for update`.execute(ctx.db);
  const waiting = rows[0];
  if (!waiting) return;
  const relationship = await findRelationship(ctx, its);
  const her = relationship.people.find((one) => one.personId === personId);
  const messages = her && closedBecause(relationship) === undefined ? await listUntold(ctx, its, personId, waiting) : [];
  const first = messages[0];
  if (!her || !first) return write(ctx, its, personId, sql`look_at = null`);

  const due = letterDueAt(await findLetterSetting(ctx, personId), her.timeZone, first.sentAt);
  const unfollowed = waiting.toldAt !== null && waiting.toldNumber > waiting.readNumber ? waiting.toldAt.getTime() + betweenLettersMs : 0;
  const at = due && new Date(Math.max(due.getTime(), unfollowed));
  if (!at || at > ctx.now) return write(ctx, its, personId, sql`look_at = ${at ?? null}::timestamptz`);

  const newest = messages.at(-1)!.number;
  await writeLetter(ctx, its, { id: waiting.id, personId, timeZone: her.timeZone }, messages);
  await write(ctx, its, personId, sql`look_at = null, told_number = ${newest}, told_at = ${ctx.now}`);
}

async function write(ctx: Context, its: OneRelationship, personId: string, change: ReturnType<typeof sql>): Promise<void> {
  await sql`
    update conversation_person set ${change}
    where organization_id = ${its.organizationId} and relationship_id = ${its.relationshipId} and person_id = ${personId}`.execute(ctx.db);
}

async function listUntold(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
  personId: string,
  { readNumber, toldNumber }: Waiting,
): Promise<(ToldMessage & { number: number })[]> {
  const { rows } = await sql<ToldMessage & { number: number }>`
    select m.number, m.words, m.sent_at as "sentAt", coalesce(profile.name, '…') as author,
      (select count(*)::int from message_file f where f.organization_id = m.organization_id and f.message_id = m.id) as files
    from message m left join profile on profile.organization_id = m.organization_id and profile.person_id = m.author_id
    where m.organization_id = ${organizationId} and m.relationship_id = ${relationshipId}
      and m.number > ${Math.max(readNumber, toldNumber)} and m.author_id is distinct from ${personId}
      and ${personId} <> all (m.unseen_by) and m.deleted_at is null
    order by m.number limit 1000`.execute(ctx.db);
  return rows;
}

async function writeLetter(
  ctx: Context,
  its: OneRelationship,
  her: { readonly id: string; readonly personId: string; readonly timeZone: string },
  messages: readonly (ToldMessage & { number: number })[],
): Promise<void> {
  const organization = await ctx.db
    .selectFrom("organization")
    .select(["id", "name", "language"])
    .where("id", "=", its.organizationId)
    .executeTakeFirstOrThrow();
  const account = await ctx.db
    .selectFrom("auth.person")
    .innerJoin("profile", "profile.person_id", "auth.person.id")
    .select(["email", "language", "profile.name"])
    .where("auth.person.id", "=", her.personId)
    .where("profile.organization_id", "=", its.organizationId)
    .executeTakeFirstOrThrow();
  const language = [account.language, organization.language].find(isLanguage) ?? "en";
  const replyTo = replyAddress(ctx.app.settings, replyHandlerName, her.id, new Date(ctx.now.getTime() + answerDays * 86_400_000));
  await sendLetter(ctx, {
    kind: "message",
    organization,
    to: { personId: her.personId, address: account.email, name: account.name, language },
    occasion: `messages ${her.id} ${messages.at(-1)!.number}`,
    letter: messageLetter({ language, timeZone: her.timeZone, now: ctx.now }, messages, {
      // No link that signs in: letters are quoted and passed on.
      href: `${ctx.app.settings.publicUrl}${messagesPath(its.organizationId, its.relationshipId)}#unread`,
      canAnswer: replyTo !== undefined,
    }),
    replyTo,
  });
}

/** How addresses for answers to messages begin. */
export const replyHandlerName = "m";
