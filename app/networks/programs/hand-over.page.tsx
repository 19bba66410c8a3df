import { type PersonalContext, membershipIn } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Checkbox, Select } from "../../ui/choices.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { findOrganization } from "../organizations/find-organization.ts";
import { coordinators, mayCoordinate } from "./access.ts";
import { findProgram } from "./find-program.ts";
import { handOverWords } from "./hand-over.messages.ts";
import { handOverProgram } from "./hand-over-program.ts";
import { listTeamNames } from "./list-team-names.ts";
import { programPath } from "./program.ts";
import { handOverShape } from "./program-shape.ts";
import { programCrumbs } from "./program-tabs.tsx";
import { programWords } from "./program.messages.ts";

export const handOverPage = page("/organizations/:organizationId/programs/:programId/hand-over", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const others = (await listTeamNames(ctx, organizationId)).filter(({ personId }) => personId !== ctx.actor.personId);
    const words = handOverWords(ctx.reader);
    const administers = membershipIn(ctx, organizationId)?.role !== "member";
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={programCrumbs(organization, program)}
      >
        {others.length === 0 ? (
          <EmptyState
            title={words.nobodyTitle}
            {...(administers && { action: <ButtonLink href={`/organizations/${organizationId}/members`}>{words.team}</ButtonLink> })}
          >
            {words.nobody}
          </EmptyState>
        ) : (
          <Form action={visit.path} {...visit.refused()}>
            <Select
              name="personId"
              label={words.to}
              hint={words.toHint}
              emptyLabel={words.choose}
              options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
              required
            />
            <Checkbox name="stays" label={words.stays} hint={words.staysHint} checked />
            <Buttons>
              <Button>{words.button}</Button>
            </Buttons>
          </Form>
        )}
      </Page>
    );
  },
  submit: form(handOverShape, async (ctx: PersonalContext, { organizationId, programId }, wish) => {
    const name = await handOverProgram(ctx, organizationId, programId, wish);
    const membership = membershipIn(ctx, organizationId);
    const staysIn = wish.stays || membership?.role !== "member" || !mayCoordinate(ctx, organizationId, programId);
    return {
      notice: handOverWords(ctx.reader).done(name),
      to: staysIn ? `${programPath(organizationId, programId)}/settings` : `/organizations/${organizationId}`,
    };
  }),
});
