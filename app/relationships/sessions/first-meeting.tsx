import type { PersonalContext } from "../../platform/context.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { findSetting } from "../settings/find-setting.ts";
import { personOf } from "./may-plan.ts";
import { othersThan } from "./people-of-session.ts";
import { planWords } from "./plan.messages.ts";
import { minutesOfFirst } from "./session.ts";
import { suggestFor } from "./suggest-for.ts";
import { toLocal } from "./series.ts";
import { sessionsPath } from "./session-event.ts";
import { clockOf, type Clock, SessionTime } from "./session-time.tsx";
import { sessionWords } from "./sessions.messages.ts";
import type { PersonOfLife } from "../life/find-life.ts";

export interface FirstMeetingProps {
  readonly is: "suggested" | "proposed";
  readonly suggested: readonly Date[];
  readonly href: string;
  readonly me: PersonOfLife;
  readonly others: readonly PersonOfLife[];
  readonly clock: Clock;
  readonly minutes: number;
  readonly hasRooms: boolean;
}

/** What helps to the first meeting; undefined once there is a session, held or planned. */
export async function findFirstMeeting(ctx: PersonalContext, its: OneRelationship): Promise<FirstMeetingProps | undefined> {
  const relationship = await findRelationship(ctx, its);
  if (relationship.state !== "active") return undefined;
  const { organizationId, relationshipId } = its;
  const session = await ctx.db
    .selectFrom("session")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("state", "in", ["agreed", "held"])
    .limit(1)
    .executeTakeFirst();
  if (session) return undefined;
  const open = await ctx.db
    .selectFrom("session_proposal")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("state", "=", "open")
    .limit(1)
    .executeTakeFirst();
  const me = personOf(relationship, ctx.actor.personId);
  const others = othersThan(relationship.people, me.personId);
  const { sessionMinutes } = await findSetting(ctx, organizationId, relationship.programId);
  const minutes = minutesOfFirst(relationship.format, sessionMinutes);
  const base = {
    href: sessionsPath(organizationId, relationshipId),
    me,
    others,
    clock: clockOf(ctx.reader, me, ctx.now),
    minutes,
    hasRooms: ctx.app.settings.jitsiUrl !== undefined,
  };
  if (open) return { ...base, is: "proposed", suggested: [] };
  const { suggested } = await suggestFor(ctx, relationship, { first: me.personId, minutes, count: 3 });
  return { ...base, is: "suggested", suggested };
}

/** Times that suit all of them, in one tap. */
export function FirstMeeting({ is, suggested, href, me, others, clock, minutes, hasRooms }: FirstMeetingProps) {
  const { first: words, minutes: minutesText } = sessionWords(clock.language);
  const placeKind = hasRooms ? "room" : "phone";
  if (is === "proposed")
    return (
      <>
        <p>{words.open}</p>
        <Buttons>
          <ButtonLink href={href}>{words.look}</ButtonLink>
        </Buttons>
      </>
    );
  if (suggested.length === 0)
    return (
      <>
        <p>{words.none}</p>
        <Buttons>
          <ButtonLink href={`${href}/propose`}>{words.choose}</ButtonLink>
        </Buttons>
      </>
    );
  return (
    <>
      <p>{words.lead}</p>
      <ul>
        {suggested.map((at) => (
          <li key={at.getTime()}>
            <SessionTime at={at} clock={clock} others={others} />
          </li>
        ))}
      </ul>
      <p class="quiet">
        {minutesText(minutes)} · {planWords(clock.language).placeKinds[placeKind]}
      </p>
      <Form action={`${href}/propose`} id="first-meeting">
        {suggested.map((at, n) => (
          <input key={at.getTime()} type="hidden" name={`time${n + 1}`} value={toLocal(at, me.timeZone)} />
        ))}
        <input type="hidden" name="minutes" value={String(minutes)} />
        <input type="hidden" name="placeKind" value={placeKind} />
        <input type="hidden" name="repeats" value="once" />
        <Buttons>
          <Button>{words.send}</Button>
          <ButtonLink href={`${href}/propose`} kind="plain">
            {words.choose}
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}
