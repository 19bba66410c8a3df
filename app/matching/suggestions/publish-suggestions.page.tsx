import { z } from "zod";
import { LackingMentors } from "../../networks/checks/lacking-mentors.tsx";
import { listUnchecked } from "../../networks/checks/missing-checks.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { Context } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { findMode } from "../modes/find-mode.ts";
import { publishesSuggestions } from "../modes/mode.ts";
import { offerWords } from "../offers/offers.messages.ts";
import { findRound } from "../rounds/list-rounds.ts";
import { roundsWords } from "../rounds/rounds.messages.ts";
import { publishSuggestions } from "./publish-suggestions.ts";
import { suggestionWords } from "./suggestions.messages.ts";

/** The last look before mentees are asked to choose: what happens, by when, and what then. */
export const publishSuggestionsPage = page("/organizations/:organizationId/programs/:programId/rounds/:roundId/suggest", {
  access: coordinators,
  async show(ctx, { organizationId, programId, roundId }, visit) {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const round = await findRound(ctx, organizationId, programId, roundId);
    const mode = await findMode(ctx, organizationId, programId);
    const { language } = ctx.reader;
    const words = suggestionWords(language);
    const at = programPath(organizationId, programId);
    if (!publishesSuggestions(mode, program.format)) return { to: `${at}/rounds/${roundId}/publish` };
    if (round.state === "published") return { to: `${at}/suggestions/overview` };
    const { n } = await ctx.db
      .selectFrom("round_pair")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("organization_id", "=", organizationId)
      .where("round_id", "=", roundId)
      .executeTakeFirstOrThrow();
    const lacking = await listUnchecked(ctx, { organizationId, programId }, await mentorsOfRound(ctx, organizationId, roundId));
    const board = (
      <ButtonLink href={`${at}/rounds/${roundId}`} kind="plain">
        {words.publish.board}
      </ButtonLink>
    );
    return (
      <Page
        title={words.publish.title(round.number)}
        lead={words.publish.lead}
        audience={words.publish.audience}
        crumbs={[
          ...programCrumbs(organization, program),
          { href: `${at}/rounds`, label: roundsWords(language).title },
          { href: `${at}/rounds/${roundId}`, label: roundsWords(language).round(formatNumber(language, round.number)) },
        ]}
      >
        <LackingMentors organizationId={organizationId} people={lacking} />
        {n === 0 ? (
          <EmptyState title={words.publish.empty} action={board} />
        ) : program.adultsOnlyAttestedAt === null ? (
          <Callout kind="warn" title={offerWords(language).publish.notAttested}>
            <ButtonLink href={`${at}/settings`}>{offerWords(language).publish.settings}</ButtonLink>
          </Callout>
        ) : (
          <>
            <ul>
              <li>{words.publish.days(mode.suggestionDays)}</li>
              <li>{mode.takesFirst ? words.publish.takesFirst : words.publish.lapses}</li>
              <li>{words.publish.places}</li>
              <li>{words.publish.mentors}</li>
              {round.objective === "groups" && <li>{words.publish.groups}</li>}
            </ul>
            <Form action={visit.path} {...visit.refused()}>
              <Buttons>
                <Button>{words.publish.confirm}</Button>
                {board}
              </Buttons>
            </Form>
          </>
        )}
      </Page>
    );
  },
  submit: form(z.object({}), async (ctx, its) => {
    const { made, without } = await publishSuggestions(ctx, its);
    const { language } = ctx.reader;
    const { publish } = suggestionWords(language);
    const notice = [
      publish.done(made, formatNumber(language, made)),
      ...(without > 0 ? [publish.without(without, formatNumber(language, without))] : []),
    ];
    return { to: `${programPath(its.organizationId, its.programId)}/suggestions/overview`, notice: notice.join(" ") };
  }),
});

/** Whoever took part in the round may be suggested to somebody. */
async function mentorsOfRound(ctx: Context, organizationId: string, roundId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("round_mentor")
    .select("mentor_id as mentorId")
    .where("organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .execute();
  return rows.map(({ mentorId }) => mentorId);
}
