import { findShownProfile } from "../../people/profiles/find-profile.ts";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDay, formatList } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { findOrganization } from "../organizations/find-organization.ts";
import { whoWasCheckedAndWhoKeepsIt } from "./access.ts";
import { missingOf } from "./background-check.ts";
import { CheckForm } from "./check-form.tsx";
import { CheckList } from "./check-list.tsx";
import { checkWords } from "./checks.messages.ts";
import { listChecks, listNeeds } from "./find-checks.ts";
import { newestOf } from "./missing-checks.ts";
import { CheckRecord, recordCheck } from "./record-check.ts";
import { StandingOfChecks } from "./standing-of-checks.tsx";
import { voidCheck, Voiding } from "./void-check.ts";

/** Somebody's background checks: for who keeps them, and for herself to read. For everybody else they do not exist. */
export const checksPage = page("/organizations/:organizationId/people/:personId/checks", {
  access: whoWasCheckedAndWhoKeepsIt,
  async show(ctx, its, visit) {
    const words = checkWords(ctx.reader);
    const isOwn = its.personId === ctx.actor.personId;
    const { timeZone } = await findOrganization(ctx, its.organizationId);
    const today = dayIn(timeZone, ctx.now);
    const { name } = found(await findShownProfile(ctx, its.organizationId, its.personId, isOwn ? "self" : "coordinator"));
    const checks = await listChecks(ctx, its);
    const newest = await newestOf(ctx, its.organizationId, its.personId);
    const needs = await listNeeds(ctx, its);
    const missing = [...new Set(needs.flatMap(({ needed }) => missingOf(needed, newest, today)))];
    return (
      <Page
        title={isOwn ? words.ownTitle : words.title(name)}
        lead={words.lead}
        audience={isOwn ? words.ownAudience : words.audience(name)}
        crumbs={[{ href: `/organizations/${its.organizationId}/people/${its.personId}`, label: name }]}
      >
        {missing.length > 0 && (
          <Callout
            kind="warn"
            title={words.missing(
              formatList(
                ctx.reader.language,
                missing.map((kind) => words.kinds[kind]),
              ),
            )}
          >
            <p>{isOwn ? words.ownWaits : words.waits}</p>
          </Callout>
        )}
        {needs.map(({ programId, programName, needed }) => (
          <Section key={programId} title={words.needed(programName)}>
            <StandingOfChecks needed={needed} newest={newest} today={today} />
          </Section>
        ))}
        {checks.length === 0 ? (
          <EmptyState title={words.nothing}>{isOwn ? words.ownNothingText : words.nothingText}</EmptyState>
        ) : (
          <Section title={words.records}>
            <CheckList checks={checks} today={today} visit={isOwn ? undefined : visit} />
          </Section>
        )}
        {!isOwn && (
          <Section title={words.add}>
            <CheckForm visit={visit} today={today} kind={missing.length === 1 ? missing[0] : undefined} />
          </Section>
        )}
      </Page>
    );
  },
  acts: {
    record: form(CheckRecord, async (ctx: PersonalContext, its, record) => {
      const { expiresOn } = await recordCheck(ctx, its, record);
      const words = checkWords(ctx.reader);
      return { notice: expiresOn === null ? words.doneWithout : words.done(formatDay(ctx.reader.language, expiresOn, "long-day")) };
    }),
    void: form(Voiding, async (ctx: PersonalContext, its, voiding) => {
      await voidCheck(ctx, its, voiding);
      return { notice: checkWords(ctx.reader).wasMadeVoid };
    }),
  },
});
