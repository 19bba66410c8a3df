import { z } from "zod";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { checkbox, optionalText, optionalWholeNumber, says, wholeNumber } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { NumberField, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { findSetting } from "./find-setting.ts";
import { saveSetting } from "./save-setting.ts";
import { type CountedSetting, defaultSetting, readNudgeDays, type RelationshipSetting, settingLimits } from "./setting.ts";
import { settingWords } from "./settings.messages.ts";

const counted = (name: CountedSetting) => wholeNumber(...settingLimits[name]);
const shape = z.object({
  meetEveryDays: counted("meetEveryDays"),
  sessionMinutes: counted("sessionMinutes"),
  firstMeetingDays: counted("firstMeetingDays"),
  lengthMonths: optionalWholeNumber(...settingLimits.lengthMonths),
  coordinatorSigns: checkbox(),
  guardianSigns: checkbox(),
  nudgeDays: optionalText(60)
    .transform(readNudgeDays)
    .refine((days): days is number[] => days !== undefined, { error: () => "", ...says((language) => settingWords(language).nudgeUnread) }),
  inactiveDays: counted("inactiveDays"),
  concludeDays: counted("concludeDays"),
  pulseFirstDays: counted("pulseFirstDays"),
  pulseEveryDays: counted("pulseEveryDays"),
  supportFirstMonth: counted("supportFirstMonth"),
  supportEveryDays: counted("supportEveryDays"),
  closeDays: counted("closeDays"),
  coolOffDays: counted("coolOffDays"),
  keepMonths: counted("keepMonths"),
});

/** How relationships go in this program: what is due when, what happens in silence, and how they end. */
export const relationshipSettingsPage = page("/organizations/:organizationId/programs/:programId/relationships", {
  access: coordinators,
  async show(ctx, { organizationId, programId }, visit) {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const setting = await findSetting(ctx, organizationId, programId);
    const words = settingWords(ctx.reader);
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience} crumbs={programCrumbs(organization, program)}>
        <ProgramTabs organizationId={organizationId} programId={programId} current="rhythm" />
        <Form action={visit.path} {...visit.refused()}>
          <Fields setting={setting} />
          <Buttons>
            <Button>{words.save}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(shape, async (ctx, its, setting) => {
    const changed = await saveSetting(ctx, its, setting);
    const words = settingWords(ctx.reader);
    return { notice: changed.length > 0 ? words.saved : words.asBefore };
  }),
});

function Fields({ setting }: { setting: RelationshipSetting }) {
  const { language } = useReader();
  const words = settingWords(language);
  const usual = (name: CountedSetting): string => {
    const value = defaultSetting[name];
    return words.usually(value === null ? words.openEnded : words.units[unitOf[name]](value, formatNumber(language, value)));
  };
  const field = (name: CountedSetting) => (
    <NumberField
      key={name}
      name={name}
      label={words.fields[name].label}
      hint={`${words.fields[name].why} ${usual(name)}`}
      unit={words.unitNames[unitOf[name]]}
      value={setting[name] ?? undefined}
      min={settingLimits[name][0]}
      max={settingLimits[name][1]}
      required={name !== "lengthMonths"}
    />
  );
  return (
    <>
      <Section title={words.rhythm}>
        {(["meetEveryDays", "sessionMinutes", "firstMeetingDays", "lengthMonths"] as const).map(field)}
        <Checkbox
          name="coordinatorSigns"
          label={words.coordinatorSigns}
          hint={words.coordinatorSignsWhy}
          checked={setting.coordinatorSigns}
        />
        <Checkbox name="guardianSigns" label={words.guardianSigns} hint={words.guardianSignsWhy} checked={setting.guardianSigns} />
      </Section>
      <Section title={words.silence}>
        <TextField
          name="nudgeDays"
          label={words.nudgeDays}
          hint={`${words.nudgeDaysWhy} ${words.usually(defaultSetting.nudgeDays.join(", "))}`}
          value={setting.nudgeDays.join(", ")}
          inputmode="text"
          size="short"
          dir="ltr"
        />
        {(["inactiveDays", "concludeDays"] as const).map(field)}
      </Section>
      <Section title={words.asking}>
        {(["pulseFirstDays", "pulseEveryDays", "supportFirstMonth", "supportEveryDays"] as const).map(field)}
      </Section>
      <Section title={words.ending}>{(["closeDays", "coolOffDays", "keepMonths"] as const).map(field)}</Section>
    </>
  );
}

const unitOf: Readonly<Record<CountedSetting, "days" | "minutes" | "months" | "times">> = {
  meetEveryDays: "days",
  sessionMinutes: "minutes",
  firstMeetingDays: "days",
  lengthMonths: "months",
  inactiveDays: "days",
  concludeDays: "days",
  pulseFirstDays: "days",
  pulseEveryDays: "days",
  supportFirstMonth: "times",
  supportEveryDays: "days",
  closeDays: "days",
  coolOffDays: "days",
  keepMonths: "months",
};
