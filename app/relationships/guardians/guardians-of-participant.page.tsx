import { z } from "zod";
import { findParticipant } from "../../networks/enrollment/find-participant.ts";
import { participantsPath } from "../../networks/enrollment/participant.ts";
import { endGuardianship, inviteGuardianAgain } from "../../networks/guardians/change-guardianship.ts";
import { guardianRelations } from "../../networks/guardians/guardian.ts";
import { guardianWords } from "../../networks/guardians/guardians.messages.ts";
import { type Guardian, listGuardians } from "../../networks/guardians/list-guardians.ts";
import { nameGuardian, newGuardianShape } from "../../networks/guardians/name-guardian.ts";
import { GuardianSees } from "../../networks/guardians/own-guardians.page.tsx";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { id } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { languageNames, languages } from "../../platform/i18n.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { RadioGroup, Select } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import { keepGuardiansOutside } from "./mind-the-pair.ts";
import { pairGuardianWords } from "./pair-guardians.messages.ts";

const which = z.object({ guardianshipId: id() });

interface OfParticipant {
  readonly organizationId: string;
  readonly programId: string;
  readonly participantId: string;
}

const findWard = async (ctx: PersonalContext, { organizationId, programId, participantId }: OfParticipant) => {
  const { personId, name } = await findParticipant(ctx, organizationId, programId, participantId);
  return { wardId: personId, name };
};

/** Who stands by a participant: coordinators name her guardians, ask again, and end it. */
export const guardiansOfParticipantPage = page("/organizations/:organizationId/programs/:programId/participants/:participantId/guardians", {
  access: coordinators,
  async show(ctx: PersonalContext, its, visit) {
    const { organizationId, programId, participantId } = its;
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const { wardId, name } = await findWard(ctx, its);
    const guardians = await listGuardians(ctx, organizationId, [wardId]);
    const words = pairGuardianWords(ctx.reader);
    const refused = ["again", "end"].map((act) => visit.refused(act)).find((one) => one !== undefined);
    return (
      <Page
        title={words.of(name)}
        lead={words.lead}
        audience={words.audience(name)}
        crumbs={[
          ...programCrumbs(organization, program),
          { href: `${participantsPath(organizationId, programId)}/${participantId}`, label: name },
        ]}
      >
        {refused?.errors[""] && <Callout kind="warn" title={refused.errors[""]} />}
        {guardians.length === 0 ? <p>{words.none(name)}</p> : <Named guardians={guardians} visit={visit} />}
        <Section title={words.name}>
          <Form action={visit.path} act="name" {...visit.refused("name")}>
            <TextField name="name" label={words.guardianName} required maxlength={200} autocomplete="off" />
            <TextField name="email" type="email" label={words.email} hint={words.emailHint(name)} required autocomplete="off" />
            <Select
              name="language"
              label={words.language}
              hint={words.languageHint}
              options={languages.map((value) => ({ value, label: languageNames[value] }))}
              value={organization.language}
            />
            <RadioGroup
              name="relation"
              label={words.relation}
              options={guardianRelations.map((value) => ({ value, label: guardianWords(ctx.reader).relations[value] }))}
              required
            />
            <Buttons>
              <Button>{words.nameAndAsk}</Button>
            </Buttons>
          </Form>
        </Section>
        <Section title={guardianWords(ctx.reader).whatTheySee}>
          <GuardianSees />
        </Section>
      </Page>
    );
  },
  acts: {
    name: form(newGuardianShape, async (ctx: PersonalContext, its, guardian) => {
      const { wardId, name } = await findWard(ctx, its);
      const { organizationId } = its;
      await nameGuardian(ctx, { organizationId, wardId }, guardian);
      await keepGuardiansOutside(ctx, organizationId, { wardId });
      return { notice: pairGuardianWords(ctx.reader).asked(guardian.name, name) };
    }),
    again: form(which, async (ctx: PersonalContext, its, { guardianshipId }) => {
      const { wardId } = await findWard(ctx, its);
      await inviteGuardianAgain(ctx, { organizationId: its.organizationId, guardianshipId }, wardId);
      return { notice: pairGuardianWords(ctx.reader).askedAgain };
    }),
    end: form(which, async (ctx: PersonalContext, its, { guardianshipId }) => {
      const { wardId } = await findWard(ctx, its);
      await endGuardianship(ctx, { organizationId: its.organizationId, guardianshipId }, { as: "coordinator", wardId });
      return { notice: pairGuardianWords(ctx.reader).ended };
    }),
  },
});

function Named({ guardians, visit }: { guardians: readonly Guardian[]; visit: Visit }) {
  const reader = useReader();
  const words = pairGuardianWords(reader.language);
  const said = guardianWords(reader.language);
  return (
    <Section title={words.named}>
      <Entries label={words.named}>
        {guardians.map(({ id: guardianshipId, name, email, relation, invitedAt, confirmedAt }) => (
          <Entry key={guardianshipId} title={<bdi>{name}</bdi>} aside={said.relations[relation]}>
            <p>
              <a href={`mailto:${email}`}>
                <bdi>{email}</bdi>
              </a>
            </p>
            <p>
              {confirmedAt ? words.saidYes : words.waits} <Time at={confirmedAt ?? invitedAt} as="day" />
            </p>
            <Buttons>
              {confirmedAt === null && (
                <ActButton action={visit.path} act="again" fields={{ guardianshipId }} icon="letter" small>
                  {words.askAgain}
                </ActButton>
              )}
            </Buttons>
            <Details summary={said.end}>
              <p>{words.endWhat(name)}</p>
              <ActButton action={visit.path} act="end" fields={{ guardianshipId }} kind="danger">
                {said.endIt}
              </ActButton>
            </Details>
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}
