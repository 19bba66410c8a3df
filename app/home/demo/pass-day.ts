/** What a day brings to the pairs of a program: they are asked how it goes and answer, and their coordinator talks with them. */
import type { SeedLife, Side } from "../../../db/seeds/life.ts";
import { type Context, inOrganization, type PersonalContext } from "../../platform/context.ts";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import { tryMove } from "../../relationships/life/move-relationship.ts";
import { answerPulse, PulseAnswer } from "../../relationships/pulse/answer-pulse.ts";
import { askWhatIsDue, listDueRelationships } from "../../relationships/pulse/ask-pulse.ts";
import { items } from "../../relationships/pulse/pulse.ts";
import { lookAtQuiet } from "../../relationships/quiet/look-for-quiet.job.ts";
import { listQuiet } from "../../relationships/quiet/list-quiet.ts";
import { noteSupport } from "../../relationships/support/note-support.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import type { DemoPair } from "./do-deed.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";

export interface Living {
  readonly pair: DemoPair;
  readonly life: SeedLife;
}

interface Day {
  readonly coordinator: DemoPerson;
  readonly ago: number;
}

const hourMs = 3_600_000;

export async function passDay(app: AppOfThePast, organizationId: string, living: readonly Living[], day: Day): Promise<void> {
  const byId = new Map(living.map((one) => [one.pair.relationshipId, one]));
  await inOrganization(app, organizationId, async (ctx) => {
    await closeWhatIsDue(ctx, organizationId, byId);
    await answerWhatWasAsked(ctx, organizationId, byId);
    for (const relationshipId of await listDueRelationships(ctx, organizationId))
      if (byId.has(relationshipId)) await askWhatIsDue(ctx, { organizationId, relationshipId });
    await talk(ctx, organizationId, byId, day);
  });
  await app.settle();
  await nudge(app, organizationId, byId);
  await app.settle();
}

/** Whoever has not been in touch for a week or more may hear of it. */
async function nudge(app: AppOfThePast, organizationId: string, byId: ReadonlyMap<string, Living>): Promise<void> {
  const aWeekAgo = new Date(app.now().getTime() - 7 * 24 * hourMs);
  const quiet = await inOrganization(app, organizationId, (ctx) => listQuiet(ctx, organizationId, aWeekAgo));
  for (const { relationshipId } of quiet) if (byId.has(relationshipId)) await lookAtQuiet(app, { organizationId, relationshipId });
}

async function closeWhatIsDue(ctx: Context, organizationId: string, byId: ReadonlyMap<string, Living>): Promise<void> {
  const closing = await ctx.db
    .selectFrom("relationship")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("state", "=", "closing")
    .where("id", "in", [...byId.keys()])
    .execute();
  for (const { id } of closing) await tryMove(ctx, { organizationId, relationshipId: id }, { move: "conclude", ending: null });
}

/** Whoever was asked answers a few hours later, or never. */
async function answerWhatWasAsked(ctx: Context, organizationId: string, byId: ReadonlyMap<string, Living>): Promise<void> {
  const asked = await ctx.db
    .selectFrom("pulse")
    .innerJoin("relationship", (join) =>
      join.onRef("relationship.organization_id", "=", "pulse.organization_id").onRef("relationship.id", "=", "pulse.relationship_id"),
    )
    .select(["pulse.id", "pulse.relationship_id as relationshipId", "pulse.person_id as personId", "pulse.kind", "pulse.number"])
    .where("pulse.organization_id", "=", organizationId)
    .where("pulse.relationship_id", "in", [...byId.keys()])
    .where("pulse.answered_at", "is", null)
    .where("pulse.asked_at", "<", new Date(ctx.now.getTime() - 8 * hourMs))
    .where("pulse.asked_at", ">", new Date(ctx.now.getTime() - 20 * 24 * hourMs))
    .where("relationship.state", "<>", "concluded")
    .orderBy("pulse.asked_at")
    .orderBy("pulse.id")
    .execute();
  for (const { id: pulseId, relationshipId, personId, kind, number } of asked) {
    const { pair, life } = byId.get(relationshipId)!;
    const side: Side = pair.people.mentee.id === personId ? "mentee" : "mentor";
    const said = kind === "fit" ? { fit: life.fit?.[side] ?? "yes" } : saidOf(life, side, number);
    if (!said) continue;
    await answerPulse(asPerson(ctx, pair.people[side]), { organizationId, pulseId }, personId, PulseAnswer.parse(said));
  }
}

function saidOf({ pulses = [] }: SeedLife, side: Side, number: number): Record<string, string> | undefined {
  const pulse = pulses[number - 1];
  const levels = pulse?.[side];
  if (!levels) return undefined;
  const said = Object.fromEntries(items.map((item, index) => [item, String(levels[index])]));
  // Whoever has a word to say beside it is the one with the stronger feeling, either way.
  const comment = pulse.comment !== undefined && isStronger(pulse, side) ? pulse.comment : "";
  return { ...said, comment };
}

function isStronger(pulse: NonNullable<SeedLife["pulses"]>[number], side: Side): boolean {
  const distance = (of: Side): number => Math.abs((pulse[of] ?? []).reduce((sum, level) => sum + level - 3, 0));
  return distance(side) >= distance(side === "mentee" ? "mentor" : "mentee");
}

/** The coordinator talks with everybody with whom a talk is due, unless she has not come round to it lately. */
async function talk(plain: Context, organizationId: string, byId: ReadonlyMap<string, Living>, { coordinator, ago }: Day): Promise<void> {
  const open = [...byId.values()].filter(({ life: { talksUntil = 0 } }) => ago >= talksUntil).map(({ pair }) => pair.relationshipId);
  if (open.length === 0) return;
  const ctx: PersonalContext = asPerson(plain, coordinator);
  const due = await ctx.db
    .selectFrom("support_contact as c")
    .innerJoin("organization as o", "o.id", "c.organization_id")
    .select(["c.id", "c.relationship_id as relationshipId", "c.person_id as personId", "c.due_on as dueOn", "o.time_zone as timeZone"])
    .select((eb) =>
      eb
        .selectFrom("support_contact as d")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .whereRef("d.organization_id", "=", "c.organization_id")
        .whereRef("d.relationship_id", "=", "c.relationship_id")
        .whereRef("d.person_id", "=", "c.person_id")
        .where("d.state", "=", "done")
        .as("before"),
    )
    .where("c.organization_id", "=", organizationId)
    .where("c.relationship_id", "in", open)
    .where("c.state", "=", "due")
    .orderBy("c.due_on")
    .orderBy("c.id")
    .execute();
  for (const { id: contactId, relationshipId, personId, dueOn, timeZone, before } of due) {
    if (dueOn > dayIn(timeZone, ctx.now)) continue;
    const { pair, life } = byId.get(relationshipId)!;
    const { mood, note } = life.talks?.[pair.people.mentee.id === personId ? "mentee" : "mentor"]?.[Number(before)] ?? {
      mood: 4,
      note: "",
    };
    await noteSupport(ctx, { organizationId, relationshipId }, { contactId, how: "call", mood, note, nextOn: null });
  }
}
