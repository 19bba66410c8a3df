import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/choices.tsx";
import { NumberField, TextArea } from "../../ui/field.tsx";
import { Fieldset } from "../../ui/fieldset.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { administrators } from "./access.ts";
import { changeOrganization } from "./change-organization.ts";
import { findOrganization } from "./find-organization.ts";
import { secondFactorRoles } from "./member-role.ts";
import { OrganizationFields } from "./organization-fields.tsx";
import { fewestKeepMonths, mostKeepMonths, organizationSettingsShape } from "./organization-shape.ts";
import { organizationWords } from "./organization.messages.ts";
import { safeguardingWords } from "./safeguarding.messages.ts";

export const organizationSettingsPage = page("/organizations/:organizationId/settings", {
  access: administrators,
  show: async (ctx, { organizationId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const words = organizationWords(ctx.reader);
    return (
      <Page
        title={words.settingsTitle}
        audience={words.settingsSees}
        crumbs={[{ href: `/organizations/${organizationId}`, label: organization.name }]}
        actions={
          <ButtonLink href={`/organizations/${organizationId}/safeguarding`} kind="plain">
            {safeguardingWords(ctx.reader).title}
          </ButtonLink>
        }
      >
        <Form action={visit.path} {...visit.refused()}>
          <OrganizationFields name={organization.name} language={organization.language} timeZone={organization.timeZone} />
          <TextArea name="purpose" label={words.purpose} hint={words.purposeHint} value={organization.purpose} rows={3} maxlength={2000} />
          <Fieldset legend={words.security}>
            <CheckboxGroup
              name="secondFactorRoles"
              label={words.secondFactor}
              hint={words.secondFactorHint}
              options={secondFactorRoles.map((role) => ({ value: role, label: words.roles[role] }))}
              values={organization.secondFactorRoles}
            />
          </Fieldset>
          <Fieldset legend={words.keeping}>
            <NumberField
              name="keepMonths"
              label={words.keepMonths}
              hint={words.keepMonthsHint}
              min={fewestKeepMonths}
              max={mostKeepMonths}
              value={organization.keepMonths}
              required
            />
          </Fieldset>
          <Buttons>
            <Button>{words.save}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(organizationSettingsShape, async (ctx, { organizationId }, settings) => {
    await changeOrganization(ctx, organizationId, settings);
    return { notice: organizationWords(ctx.reader).saved };
  }),
});
