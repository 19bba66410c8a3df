import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { TextField } from "../../ui/field.tsx";
import { Fieldset } from "../../ui/fieldset.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { findOrganization } from "../organizations/find-organization.ts";
import { coordinators } from "./access.ts";
import { copyProgram } from "./copy-program.ts";
import { copyWords } from "./copy-program.messages.ts";
import { countPeople } from "./count-people.ts";
import { findProgram } from "./find-program.ts";
import { dayIn, dayNextYear, nameNextYear, programPath } from "./program.ts";
import { ProgramDates } from "./program-fields.tsx";
import { programCopyShape } from "./program-shape.ts";
import { programCrumbs } from "./program-tabs.tsx";
import { programWords } from "./program.messages.ts";

export const copyProgramPage = page("/organizations/:organizationId/programs/:programId/copy", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const { mentors, mentees } = await countPeople(ctx, organizationId, programId);
    const startsOn = program.startsOn && dayNextYear(program.startsOn);
    const [words, said] = [copyWords(ctx.reader), programWords(ctx.reader)];
    return (
      <Page
        title={words.title(program.name)}
        lead={words.lead}
        audience={said.coordinatorsSee}
        crumbs={programCrumbs(organization, program)}
      >
        <Form action={visit.path} {...visit.refused()}>
          <TextField
            name="name"
            label={words.name}
            hint={program.format === "peer" ? words.nameHintPeers : words.nameHint}
            value={nameNextYear(program.name, startsOn ?? dayIn(organization.timeZone, ctx.now))}
            required
            maxlength={200}
            size="long"
          />
          <ProgramDates startsOn={startsOn} endsOn={program.endsOn && dayNextYear(program.endsOn)} />
          <Fieldset legend={words.people} hint={words.peopleHint}>
            {program.format === "peer" ? (
              <Checkbox name="withMentees" label={words.peers(mentees)} disabled={mentees === 0} />
            ) : (
              <>
                <Checkbox name="withMentors" label={words.mentors(mentors)} checked={mentors > 0} disabled={mentors === 0} />
                <Checkbox name="withMentees" label={words.mentees(mentees)} disabled={mentees === 0} />
              </>
            )}
          </Fieldset>
          <Checkbox name="adultsOnly" label={said.adultsOnly} hint={said.adultsOnlyHint} required />
          <Buttons>
            <Button>{words.make}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(programCopyShape, async (ctx: PersonalContext, { organizationId, programId }, copy) => {
    const id = await copyProgram(ctx, organizationId, programId, copy);
    return { to: `${programPath(organizationId, id)}/settings`, notice: copyWords(ctx.reader).done(copy.name) };
  }),
});
