import type { PersonalContext } from "../../platform/context.ts";
import { installationOwner } from "../../platform/access.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { foundOrganization } from "./found-organization.ts";
import { OrganizationFields } from "./organization-fields.tsx";
import { newOrganizationShape } from "./organization-shape.ts";
import { organizationWords } from "./organization.messages.ts";

export const newOrganizationPage = page("/organizations/new", {
  access: installationOwner,
  show: (ctx, _, visit) => {
    const words = organizationWords(ctx.reader);
    return (
      <Page title={words.newTitle} lead={words.newLead} audience={words.newSees}>
        <Form action={visit.path} {...visit.refused()}>
          <OrganizationFields language={ctx.reader.language} timeZone={ctx.reader.timeZone} />
          <Buttons>
            <Button>{words.make}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(newOrganizationShape, async (ctx: PersonalContext, _, organization) => {
    const { personId, name, email } = ctx.actor;
    const id = await foundOrganization(ctx, organization, { personId, name: name || email.slice(0, email.indexOf("@")) });
    return { to: `/organizations/${id}`, notice: organizationWords(ctx.reader).made(organization.name) };
  }),
});
