import { z } from "zod";
import { members } from "../../platform/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber, formatRelative } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { findBusyCalendar, forgetBusyCalendar, giveBusyCalendar } from "./busy-calendar.ts";
import { calendarWords } from "./calendars.messages.ts";
import { endFeed, findFeedAddress, renewFeed } from "./feed-address.ts";
import { readOneBusyCalendar } from "./read-busy-calendars.job.ts";

const Nothing = z.object({});

/** Her sessions for her own calendar, and her own calendar's busy times for her sessions. */
export const calendarPage = page("/organizations/:organizationId/calendar", {
  access: members,
  async show(ctx, { organizationId }, visit) {
    const words = calendarWords(ctx.reader);
    const address = await findFeedAddress(ctx, organizationId);
    const busy = await findBusyCalendar(ctx, organizationId);
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience} crumbs={[{ href: "/", label: words.myPage }]}>
        <Section title={words.feed} id="feed">
          {address === undefined ? <p>{words.feedNone}</p> : <p>{words.feedText}</p>}
          {address !== undefined && (
            <p>
              {words.address}:{" "}
              <a href={address} class="address">
                <bdi>{address}</bdi>
              </a>
            </p>
          )}
          <Buttons>
            <ActButton action={visit.path} act="renew" kind={address === undefined ? "primary" : "plain"}>
              {address === undefined ? words.make : words.renew}
            </ActButton>
            {address !== undefined && (
              <ActButton action={visit.path} act="end" kind="quiet">
                {words.end}
              </ActButton>
            )}
          </Buttons>
          {address !== undefined && <p class="quiet">{words.renewHint}</p>}
        </Section>
        <Section title={words.busy} id="busy">
          <p>{words.busyText}</p>
          {busy && (
            <>
              {busy.problem && <Callout kind="warn">{words.problem(words.problems[busy.problem])}</Callout>}
              <p>
                {words.reads(busy.host)}.{" "}
                {busy.readAt
                  ? words.readAt(formatRelative({ ...ctx.reader, now: ctx.now }, busy.readAt), formatNumber(ctx.reader.language, busy.busy))
                  : words.notYet}
              </p>
              <Buttons>
                <ActButton action={visit.path} act="forget" kind="quiet">
                  {words.forget}
                </ActButton>
              </Buttons>
            </>
          )}
          <Form action={visit.path} act="give" {...visit.refused("give")}>
            <TextField name="address" type="url" label={words.busyAddress} size="long" maxlength={2000} autocomplete="off" required />
            <Buttons>
              <Button kind="plain">{words.give}</Button>
            </Buttons>
          </Form>
        </Section>
      </Page>
    );
  },
  acts: {
    renew: form(Nothing, async (ctx: PersonalContext, { organizationId }) => {
      await renewFeed(ctx, organizationId);
      return { notice: calendarWords(ctx.reader).made };
    }),
    end: form(Nothing, async (ctx: PersonalContext, { organizationId }) => {
      await endFeed(ctx, organizationId);
      return { notice: calendarWords(ctx.reader).ended };
    }),
    give: form(z.object({ address: text(2000) }), async (ctx: PersonalContext, { organizationId }, { address }) => {
      await giveBusyCalendar(ctx, organizationId, address);
      await ctx.app.jobs.enqueue(ctx, readOneBusyCalendar, { organizationId, personId: ctx.actor.personId });
      return { notice: calendarWords(ctx.reader).given };
    }),
    forget: form(Nothing, async (ctx: PersonalContext, { organizationId }) => {
      await forgetBusyCalendar(ctx, organizationId);
      return { notice: calendarWords(ctx.reader).forgotten };
    }),
  },
});
