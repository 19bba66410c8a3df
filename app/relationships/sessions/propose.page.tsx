import { form } from "../../platform/form.ts";
import { isId } from "../../platform/identifiers.ts";
import { page, type Visit } from "../../platform/page.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { DateField, NumberField, TextArea } from "../../ui/field.tsx";
import { Fieldset } from "../../ui/fieldset.tsx";
import { Form } from "../../ui/form.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { findSetting } from "../settings/find-setting.ts";
import { findSession, listSessions } from "./find-session.ts";
import { personOf } from "./may-plan.ts";
import { PlaceFields } from "./plan-fields.tsx";
import type { Place } from "./place.ts";
import { planWords } from "./plan.messages.ts";
import { PlanForm, proposeTimes, readPlan } from "./propose-times.ts";
import { repeatKinds, toLocal } from "./series.ts";
import { sessionsPath } from "./session-event.ts";
import { clockOf, SessionTime } from "./session-time.tsx";
import { dayMs, longestMinutes, minutesOf, minutesOfFirst, mostTimes, shortestMinutes } from "./session.ts";
import { sessionWords } from "./sessions.messages.ts";
import { suggestFor } from "./suggest-for.ts";
import { standpointOf } from "./title-of.ts";

/** Which session the new times are for, if any. */
const movedSession = (visit: Visit): string | null => {
  const asked = visit.query.get("session") ?? "";
  return isId(asked) ? asked : null;
};

/** Up to five times, beginning with those that suit everybody. */
export const proposePage = page("/organizations/:organizationId/relationships/:relationshipId/sessions/propose", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const relationship = await findRelationship(ctx, its);
    if (!isOpen(relationship)) return { to: sessionsPath(its.organizationId, its.relationshipId) };
    const words = sessionWords(ctx.reader);
    const { me, others, names, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const movesSessionId = movedSession(visit);
    const before = await usualPlace(ctx, its, movesSessionId);
    const minutes =
      before.minutes ??
      minutesOfFirst(relationship.format, (await findSetting(ctx, its.organizationId, relationship.programId)).sessionMinutes);
    const { suggested, busy } = await suggestFor(ctx, relationship, { first: me.personId, minutes, count: 3 });
    const clock = clockOf(ctx.reader, me, ctx.now);
    return (
      <Page
        title={movesSessionId === null ? words.plan.title : words.plan.otherTitle}
        lead={words.plan.lead(names, others.length)}
        audience={words.audience(names)}
        crumbs={[
          ...pairCrumbs(its, title, words.myPage),
          { href: sessionsPath(its.organizationId, its.relationshipId), label: words.title },
        ]}
      >
        <PairTabs {...its} format={relationship.format} current="sessions" />
        {busy.length > 0 && (
          <div>
            <p class="quiet">{words.plan.busy(busy.length)}</p>
            <ul>
              {busy.map(({ name, startsAt, endsAt }) => (
                <li key={`${name} ${startsAt.getTime()}`}>
                  {words.plan.busySpan(
                    name,
                    formatTime(clock, startsAt, "moment"),
                    formatTime(clock, endsAt, endsAt.getTime() - startsAt.getTime() < dayMs ? "clock" : "moment"),
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Form action={visit.path + (movesSessionId ? `?session=${movesSessionId}` : "")} {...visit.refused()}>
          <Fieldset legend={words.plan.suggested} hint={words.plan.clock(me.timeZone)}>
            {suggested.length === 0 && <p>{words.plan.noSuggested}</p>}
            {suggested.length > 0 && (
              <ul>
                {suggested.map((at) => (
                  <li key={at.getTime()}>
                    <SessionTime at={at} clock={clock} others={others} />
                  </li>
                ))}
              </ul>
            )}
            {Array.from({ length: mostTimes }, (_, n) => (
              <DateField
                key={n}
                type="datetime-local"
                name={`time${n + 1}`}
                label={words.plan.time(n + 1)}
                value={suggested[n] ? toLocal(suggested[n], me.timeZone) : undefined}
                required={n === 0}
              />
            ))}
          </Fieldset>
          <NumberField
            name="minutes"
            label={words.plan.minutes}
            unit={words.plan.minutesUnit}
            min={shortestMinutes}
            max={longestMinutes}
            value={minutes}
            required
          />
          <PlaceFields before={before} hasRooms={ctx.app.settings.jitsiUrl !== undefined} />
          {movesSessionId === null && relationship.format !== "flash" ? (
            <>
              <Select
                name="repeats"
                label={words.plan.repeats}
                hint={words.plan.repeatsHint}
                value="once"
                options={[
                  { value: "once", label: words.plan.once },
                  ...repeatKinds.map((kind) => ({ value: kind, label: planWords(ctx.reader).repeats[kind] })),
                ]}
              />
              <DateField name="untilOn" label={words.plan.untilOn} />
            </>
          ) : (
            <input type="hidden" name="repeats" value="once" />
          )}
          <TextArea name="words" label={words.plan.words} rows={3} maxlength={1000} />
          <Buttons>
            <Button>{words.plan.send}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(PlanForm, async (ctx: PersonalContext, its, values, visit) => {
    const relationship = await findRelationship(ctx, its);
    const me = personOf(relationship, ctx.actor.personId);
    await proposeTimes(ctx, its, readPlan(ctx, values, me.timeZone), { by: me.personId, movesSessionId: movedSession(visit) });
    const { names } = standpointOf(ctx, relationship, me.personId);
    return { to: sessionsPath(its.organizationId, its.relationshipId), notice: sessionWords(ctx.reader).plan.sent(names) };
  }),
});

/** As they met last; else by video, where nobody has said how. */
async function usualPlace(ctx: PersonalContext, its: OneRelationship, sessionId: string | null): Promise<Place & { minutes?: number }> {
  const last = sessionId
    ? await findSession(ctx, { ...its, sessionId })
    : ((await listSessions(ctx, its, { which: "upcoming", limit: 1 })).sessions[0] ??
      (await listSessions(ctx, its, { which: "past", limit: 1 })).sessions[0]);
  if (last) return { placeKind: last.placeKind, place: last.place, minutes: minutesOf(last) };
  return { placeKind: ctx.app.settings.jitsiUrl === undefined ? "link" : "room", place: "" };
}
