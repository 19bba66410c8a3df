import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { findSetting } from "../../relationships/settings/find-setting.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { TextField } from "../../ui/field.tsx";
import { Fieldset } from "../../ui/fieldset.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { rules } from "./rules.ts";
import { findRules, onField, RulesForm, saveRules, thresholdField } from "./save-rules.ts";
import { todayWords } from "./today.messages.ts";

/** What brings a relationship of this program into the list: each rule in words, to be switched off or set otherwise. */
export const todayRulesPage = page("/organizations/:organizationId/programs/:programId/today", {
  access: coordinators,
  async show(ctx, its, visit) {
    const words = todayWords(ctx.reader);
    const organization = await findOrganization(ctx, its.organizationId);
    const program = await findProgram(ctx, its.organizationId, its.programId);
    const setting = await findSetting(ctx, its.organizationId, its.programId);
    const own = await findRules(ctx, its);
    return (
      <Page
        title={words.rulesPage.title}
        lead={words.rulesPage.lead}
        audience={words.audience}
        crumbs={[...programCrumbs(organization, program), { href: `/organizations/${its.organizationId}/today`, label: words.title }]}
      >
        <Form action={visit.path} {...visit.refused()}>
          {rules.map(({ name, unit, usual }) => (
            <Fieldset key={name} legend={words.names[name]} hint={words.explained[name]}>
              <Checkbox name={onField(name)} label={words.rulesPage.isOn} checked={own[name]?.isOn ?? true} />
              {unit !== null && (
                <TextField
                  name={thresholdField(name)}
                  label={words.rulesPage.threshold[unit]}
                  hint={words.rulesPage.usual(formatNumber(ctx.reader.language, usual(setting)))}
                  inputmode="numeric"
                  size="short"
                  value={own[name]?.threshold?.toString() ?? ""}
                />
              )}
            </Fieldset>
          ))}
          <Buttons>
            <Button>{words.rulesPage.save}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(RulesForm, async (ctx: PersonalContext, its, sent) => {
    await saveRules(ctx, its, sent);
    return { notice: todayWords(ctx.reader).rulesPage.saved };
  }),
});
