import { sql } from "kysely";
import { z } from "zod";
import { checkWords } from "../../networks/checks/checks.messages.ts";
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
import { Details } from "../../ui/details.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDeadline, formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { findMode } from "../modes/find-mode.ts";
import { publishesSuggestions } from "../modes/mode.ts";
import { findRound } from "../rounds/list-rounds.ts";
import { roundsWords } from "../rounds/rounds.messages.ts";
import { offerWords } from "./offers.messages.ts";
import { previewLetter } from "./preview-letter.ts";
import { answerByOf, publishRound } from "./publish-round.ts";

/** The last look before letters go out: how many, to whom, by when, and what happens then. */
export const publishPage = page("/organizations/:organizationId/programs/:programId/rounds/:roundId/publish", {
  access: coordinators,
  async show(ctx, { organizationId, programId, roundId }, visit) {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const round = await findRound(ctx, organizationId, programId, roundId);
    if (publishesSuggestions(await findMode(ctx, organizationId, programId), program.format))
      return { to: `${programPath(organizationId, programId)}/rounds/${roundId}/suggest` };
    const { language } = ctx.reader;
    const [words, rounds] = [offerWords(language), roundsWords(language)];
    const at = programPath(organizationId, programId);
    if (round.state === "published") return { to: `${at}/offers` };
    const { n, forbidden, lacking } = await lookAtPairs(ctx, { organizationId, programId, roundId });
    const letter = n > 0 ? await previewLetter(ctx, program, organization.name, roundId) : undefined;
    const pairs = words.publish.pairs(n, formatNumber(language, n));
    const board = (
      <ButtonLink href={`${at}/rounds/${roundId}`} kind="plain">
        {words.publish.back}
      </ButtonLink>
    );
    return (
      <Page
        title={words.publish.title(round.number)}
        lead={n > 0 ? words.publish.lead(pairs) : undefined}
        audience={words.list.audience}
        crumbs={[
          ...programCrumbs(organization, program),
          { href: `${at}/rounds`, label: rounds.title },
          { href: `${at}/rounds/${roundId}`, label: rounds.round(formatNumber(language, round.number)) },
        ]}
      >
        <LackingMentors organizationId={organizationId} people={lacking} />
        {n === 0 ? (
          <EmptyState title={lacking.length > 0 ? checkWords(language).noneLeft : words.publish.empty} action={board} />
        ) : program.adultsOnlyAttestedAt === null ? (
          <Callout kind="warn" title={words.publish.notAttested}>
            <ButtonLink href={`${at}/settings`}>{words.publish.settings}</ButtonLink>
          </Callout>
        ) : (
          <>
            <ul>
              <li>
                {words.publish.until(
                  program.offerDays,
                  formatDeadline({ ...ctx.reader, now: ctx.now }, answerByOf(ctx.now, program.offerDays)),
                )}
              </li>
              <li>{words.publish.next[program.onDecline]}</li>
              <li>{words.publish.cannot}</li>
              {forbidden > 0 && <li>{words.publish.forbidden(forbidden, formatNumber(language, forbidden))}</li>}
            </ul>
            {letter && (
              <Details summary={words.publish.preview}>
                <p>
                  <strong dir="auto">{letter.subject}</strong>
                </p>
                <pre dir="auto">{letter.text}</pre>
              </Details>
            )}
            <Form action={visit.path} {...visit.refused()}>
              <Buttons>
                <Button>{words.publish.confirm(pairs)}</Button>
                {board}
              </Buttons>
            </Form>
          </>
        )}
      </Page>
    );
  },
  submit: form(z.object({}), async (ctx, its) => {
    const { made, left } = await publishRound(ctx, its);
    const { language } = ctx.reader;
    const { publish } = offerWords(language);
    const notices = [
      publish.done(made.length, formatNumber(language, made.length)),
      ...(left.length > 0 ? [publish.warnLeft(left.length, formatNumber(language, left.length))] : []),
    ];
    return { to: `${programPath(its.organizationId, its.programId)}/offers`, notice: notices.join(" ") };
  }),
});

/** How many pairs get an offer; how many the coordinator has forbidden since the round ran; and who of the others lacks a check. */
async function lookAtPairs(
  ctx: Context,
  { organizationId, programId, roundId }: { organizationId: string; programId: string; roundId: string },
) {
  const { rows } = await sql<{ ids: [string, string]; isForbidden: boolean }>`
    select array[rp.mentee_id, rp.mentor_id]::text[] as ids, w.kind is not distinct from 'forbid' as "isForbidden"
    from round_pair rp
    left join pair_wish w on w.organization_id = rp.organization_id and w.mentee_id = rp.mentee_id and w.mentor_id = rp.mentor_id
    where rp.organization_id = ${organizationId} and rp.round_id = ${roundId}`.execute(ctx.db);
  const pairs = rows.filter(({ isForbidden }) => !isForbidden);
  const lacking = await listUnchecked(
    ctx,
    { organizationId, programId },
    pairs.flatMap(({ ids }) => ids),
  );
  const lacks = new Set(lacking.map(({ participantId }) => participantId));
  return { n: pairs.filter(({ ids }) => !ids.some((id) => lacks.has(id))).length, forbidden: rows.length - pairs.length, lacking };
}
