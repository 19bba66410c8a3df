import { addParticipant, newParticipantShape } from "../../networks/enrollment/add-participant.ts";
import { inviteParticipants } from "../../networks/enrollment/invite-participants.ts";
import { mostPlaces, participantRoles, participantsPath } from "../../networks/enrollment/participant.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programWords } from "../../networks/programs/program.messages.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { checkbox } from "../../platform/form-fields.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Checkbox, RadioGroup } from "../../ui/choices.tsx";
import { NumberField, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { inviteWords } from "./invite.messages.ts";
import { peopleWords } from "./people.messages.ts";

export const newParticipantPage = page("/organizations/:organizationId/programs/:programId/participants/new", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    // Equals have no role to choose, and one other each.
    const isPeer = program.format === "peer";
    const [words, said] = [inviteWords(ctx.reader), peopleWords(ctx.reader)];
    return (
      <Page
        title={said.add}
        lead={words.addLead}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={[...programCrumbs(organization, program), { href: participantsPath(organizationId, programId), label: said.title }]}
      >
        <Form action={visit.path} {...visit.refused()}>
          {isPeer ? (
            <input type="hidden" name="role" value="mentee" />
          ) : (
            <RadioGroup
              name="role"
              label={said.role}
              options={participantRoles.map((role) => ({ value: role, label: said[role] }))}
              value={visit.query.get("role") === "mentor" ? "mentor" : "mentee"}
              inline
            />
          )}
          <TextField name="name" label={said.name} hint={words.nameHint} required maxlength={200} autocomplete="off" />
          <TextField name="email" type="email" label={words.email} required autocomplete="off" />
          {!isPeer && (
            <NumberField name="capacity" label={words.places} hint={words.placesHint(program.defaultCapacity)} min={0} max={mostPlaces} />
          )}
          <Checkbox name="isInvited" label={words.inviteAtOnce} hint={words.inviteAtOnceHint} />
          <Buttons>
            <Button>{words.addButton}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(
    newParticipantShape.extend({ isInvited: checkbox() }),
    async (ctx: PersonalContext, { organizationId, programId }, { isInvited, ...participant }) => {
      const id = await addParticipant(ctx, organizationId, programId, participant);
      if (isInvited) await inviteParticipants(ctx, organizationId, programId, [id]);
      const words = inviteWords(ctx.reader);
      return {
        to: `${participantsPath(organizationId, programId)}/${id}`,
        notice: isInvited ? words.addedAndInvited(participant.name) : words.added(participant.name),
      };
    },
  ),
});
