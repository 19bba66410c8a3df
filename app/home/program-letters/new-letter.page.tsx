import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programWords } from "../../networks/programs/program.messages.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { readFilter } from "../program-people/standing.ts";
import { AnnouncementFields } from "./announcement-fields.tsx";
import { announcementWords } from "./announcement.messages.ts";
import { announcementShape, writeAnnouncement } from "./write-announcement.ts";

export const newLetterPage = page("/organizations/:organizationId/programs/:programId/letters/new", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const words = announcementWords(ctx.reader);
    return (
      <Page
        title={words.newTitle}
        lead={words.newLead}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={[
          ...programCrumbs(organization, program),
          { href: `${programPath(organizationId, programId)}/letters`, label: words.title },
        ]}
      >
        <Form action={visit.path} {...visit.refused()}>
          <AnnouncementFields chosen={readFilter(visit.query)} />
          <Buttons>
            <Button>{words.preview}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(announcementShape, async (ctx: PersonalContext, { organizationId, programId }, written) => ({
    to: `${programPath(organizationId, programId)}/letters/${await writeAnnouncement(ctx, organizationId, programId, written)}`,
  })),
});
