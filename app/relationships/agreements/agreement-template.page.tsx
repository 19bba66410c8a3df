import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { programWords } from "../../networks/programs/program.messages.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Fieldset } from "../../ui/fieldset.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { type AgreementSection, longestText, longestTitle, ourSections } from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";
import { findTemplate } from "./draft-sections.ts";
import { ownKeys, saveTemplate, templateShape, templateTextField, titleField } from "./save-template.ts";
import { titleOf } from "./section-title.ts";

/** The words with which the agreements of a program begin. */
export const agreementTemplatePage = page("/organizations/:organizationId/programs/:programId/agreement", {
  access: coordinators,
  async show(ctx, { organizationId, programId }, visit) {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const { sections, changedAt } = await findTemplate(ctx, { organizationId, programId });
    const { language } = ctx.reader;
    const words = agreementWords(language).template;
    const of = (key: string): AgreementSection | undefined => sections.find((section) => section.key === key);
    const used = ownKeys.filter((key) => of(key));
    const shown = ownKeys.slice(0, Math.min(ownKeys.length, used.length + 1));
    const refused = visit.refused();
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={programCrumbs(organization, program)}
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="agreement" />
        {changedAt === null && <Callout>{words.ours}</Callout>}
        <Form action={visit.path} {...refused}>
          {ourSections.map((key) => (
            <TextArea
              key={key}
              name={templateTextField(key)}
              label={titleOf(language, { key, title: null })}
              rows={key === "else" ? 2 : 4}
              maxlength={longestText}
              value={of(key)?.text ?? ""}
            />
          ))}
          {shown.map((key, index) => (
            <Fieldset key={key} legend={words.own(index + 1)} hint={words.ownHint}>
              <TextField name={titleField(key)} label={words.ownTitle} maxlength={longestTitle} value={of(key)?.title ?? ""} />
              <TextArea name={templateTextField(key)} label={words.ownText} rows={3} maxlength={longestText} value={of(key)?.text ?? ""} />
            </Fieldset>
          ))}
          <input type="hidden" name="seen" value={refused?.values["seen"]?.[0] ?? changedAt?.toISOString() ?? ""} />
          <Buttons>
            <Button>{words.save}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(templateShape, async (ctx, its, sent) => {
    await saveTemplate(ctx, its, sent);
    return { notice: agreementWords(ctx.reader).template.saved };
  }),
});
