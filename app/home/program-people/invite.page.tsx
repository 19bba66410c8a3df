import { z } from "zod";
import { inviteParticipants } from "../../networks/enrollment/invite-participants.ts";
import { participantsPath } from "../../networks/enrollment/participant.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programWords } from "../../networks/programs/program.messages.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { choices, optionalText, wholeNumber } from "../../platform/form-fields.ts";
import { isId } from "../../platform/identifiers.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { inviteWords } from "./invite.messages.ts";
import { describePeople, type ListedPerson, listIds, pageSize, scopeOf } from "./list-people.ts";
import { peopleWords } from "./people.messages.ts";
import { filterQuery, readFilter } from "./standing.ts";

const shape = z.object({
  who: choices(pageSize).transform((ids) => ids.filter(isId)),
  filter: optionalText(500),
  letters: wholeNumber(1, 1_000_000),
});

/** Says how many letters would go out, and to whom, before any does. */
export const invitePage = page("/organizations/:organizationId/programs/:programId/participants/invite", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const chosen = visit.query.getAll("who").filter(isId).slice(0, pageSize);
    const filter = new URLSearchParams(filterQuery(readFilter(visit.query))).toString();
    const { ids, letters, first } = await findUninvited(ctx, organizationId, programId, chosen, filter);
    const [words, said] = [inviteWords(ctx.reader), peopleWords(ctx.reader)];
    const at = participantsPath(organizationId, programId);
    const crumbs = [...programCrumbs(organization, program), { href: at, label: said.title }];
    const audience = programWords(ctx.reader).coordinatorsSee;
    if (ids.length === 0) {
      return (
        <Page title={words.title} audience={audience} crumbs={crumbs}>
          <EmptyState title={words.nobody} action={<ButtonLink href={at}>{words.toPeople}</ButtonLink>}>
            {words.nobodyText}
          </EmptyState>
        </Page>
      );
    }
    const count = formatNumber(ctx.reader.language, letters);
    return (
      <Page title={words.title} lead={words.lead(letters, count)} audience={audience} crumbs={crumbs}>
        <p>{words.whatTheyGet}</p>
        <ul class="plain-list">
          {first.map((one) => (
            <li key={one.id}>
              <Person name={one.name} note={<bdi>{one.email}</bdi>} />
            </li>
          ))}
        </ul>
        {ids.length > first.length && (
          <p>{words.andMore(ids.length - first.length, formatNumber(ctx.reader.language, ids.length - first.length))}</p>
        )}
        <Form action={visit.path} {...visit.refused()}>
          {chosen.map((id) => (
            <input key={id} type="hidden" name="who" value={id} />
          ))}
          <input type="hidden" name="filter" value={filter} />
          <input type="hidden" name="letters" value={letters} />
          <p>{words.cannotUndo}</p>
          <Buttons>
            <Button icon="letter">{words.send(letters, count)}</Button>
            <ButtonLink href={at} kind="quiet">
              {words.notNow}
            </ButtonLink>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(shape, async (ctx: PersonalContext, { organizationId, programId }, { who, filter, letters }) => {
    const { ids, letters: now } = await findUninvited(ctx, organizationId, programId, who, filter);
    if (now !== letters) {
      const { language } = ctx.reader;
      throw new Conflict(() => inviteWords(language).otherNumber(now, formatNumber(language, now)));
    }
    const sent = await inviteParticipants(ctx, organizationId, programId, ids);
    return {
      to: participantsPath(organizationId, programId),
      notice: inviteWords(ctx.reader).sent(sent, formatNumber(ctx.reader.language, sent)),
    };
  }),
});

interface Uninvited {
  readonly ids: readonly string[];
  /** One for each person, whatever her roles. */
  readonly letters: number;
  readonly first: readonly ListedPerson[];
}

/** Those of the chosen, or of the filtered list, who have neither been invited nor come in. */
async function findUninvited(
  ctx: Context,
  organizationId: string,
  programId: string,
  chosen: readonly string[],
  filter: string,
): Promise<Uninvited> {
  const scope = await scopeOf(ctx, organizationId, programId);
  const ids =
    chosen.length > 0
      ? (await describePeople(ctx, scope, chosen)).filter(({ stage }) => stage === "added").map(({ id }) => id)
      : await listIds(ctx, scope, { ...readFilter(new URLSearchParams(filter)), standing: "added" });
  const people = await ctx.db
    .selectFrom("participant")
    .select((eb) => eb.fn.count<number>("person_id").distinct().as("letters"))
    .where("organization_id", "=", organizationId)
    .where((eb) => eb("id", "=", eb.fn.any(eb.val(ids))))
    .executeTakeFirstOrThrow();
  return { ids, letters: people.letters, first: await describePeople(ctx, scope, ids.slice(0, 12)) };
}
