import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { administrators } from "../organizations/access.ts";
import { findOrganization } from "../organizations/find-organization.ts";
import { makeProgram } from "./make-program.ts";
import { ProgramFields } from "./program-fields.tsx";
import { programPath } from "./program.ts";
import { newProgramShape } from "./program-shape.ts";
import { programWords } from "./program.messages.ts";

export const newProgramPage = page("/organizations/:organizationId/programs/new", {
  access: administrators,
  show: async (ctx, { organizationId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const words = programWords(ctx.reader);
    return (
      <Page
        title={words.newTitle}
        lead={words.newLead}
        audience={words.administratorsSee}
        crumbs={[{ href: `/organizations/${organizationId}`, label: organization.name }]}
      >
        <Form action={visit.path} {...visit.refused()}>
          <ProgramFields />
          <Checkbox name="adultsOnly" label={words.adultsOnly} hint={words.adultsOnlyHint} required />
          <Buttons>
            <Button>{words.make}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(newProgramShape, async (ctx: PersonalContext, { organizationId }, settings) => {
    const programId = await makeProgram(ctx, organizationId, settings);
    return { to: `${programPath(organizationId, programId)}/questions`, notice: programWords(ctx.reader).made(settings.name) };
  }),
});
