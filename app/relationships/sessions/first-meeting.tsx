import type { PersonalContext } from "../../platform/context.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import type { PersonOfLife, Relationship } from "../life/find-life.ts";
import type { RelationshipSetting } from "../settings/setting.ts";
import type { Meetings } from "./find-meetings.ts";
import { personOf } from "./may-plan.ts";
import { othersThan } from "./people-of-session.ts";
import { planWords } from "./plan.messages.ts";
import { minutesOfFirst } from "./session.ts";
import { suggestFor } from "./suggest-for.ts";
import { toLocal } from "./series.ts";
import { sessionsPath } from "./session-event.ts";
import { clockOf, type Clock, SessionTime } from "./session-time.tsx";
import { sessionWords } from "./sessions.messages.ts";

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
export async function findFirstMeeting(
  ctx: PersonalContext,
  relationship: Relationship,
  { meetings, setting }: { meetings: Meetings; setting: Pick<RelationshipSetting, "sessionMinutes"> },
): Promise<FirstMeetingProps | undefined> {
  if (relationship.state !== "active" || meetings.isPlanned) return undefined;
  const me = personOf(relationship, ctx.actor.personId);
  const others = othersThan(relationship.people, me.personId);
  const minutes = minutesOfFirst(relationship.format, setting.sessionMinutes);
  const base = {
    href: sessionsPath(relationship.organizationId, relationship.id),
    me,
    others,
    clock: clockOf(ctx.reader, me, ctx.now),
    minutes,
    hasRooms: ctx.app.settings.jitsiUrl !== undefined,
  };
  if (meetings.isProposed) return { ...base, is: "proposed", suggested: [] };
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
