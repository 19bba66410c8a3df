import { z } from "zod";
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { id, wholeNumber } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Select } from "../../ui/choices.tsx";
import { NumberField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { administrators } from "./access.ts";
import { findOrganization } from "./find-organization.ts";
import { addHelpline, dropHelpline, listOwnHelplines, OwnHelplineShape } from "./own-helplines.ts";
import { helplineSettingWords } from "./own-helplines.messages.ts";
import { OwnHelplinesSection } from "./own-helplines-section.tsx";
import { endSafeguardingLead, listSafeguardingLeads, listWhoLooksAfterSafety, nameSafeguardingLead } from "./safeguarding-leads.ts";
import { safeguardingWords } from "./safeguarding.messages.ts";
import { findMember, listTeam } from "./team.ts";

const [fewestYears, mostYears] = [1, 100] as const;

/** Who has the role; nothing of what reaches them. */
export const safeguardingPage = page("/organizations/:organizationId/safeguarding", {
  access: administrators,
  show: async (ctx, { organizationId }, visit) => {
    const words = safeguardingWords(ctx.reader);
    const organization = await findOrganization(ctx, organizationId);
    const leads = await listSafeguardingLeads(ctx, organizationId);
    const isLead = new Set(leads.map(({ personId }) => personId));
    const others = (await listTeam(ctx, organizationId)).filter(({ personId, joinedAt }) => joinedAt !== null && !isLead.has(personId));
    const owners = leads.length > 0 ? [] : await listWhoLooksAfterSafety(ctx, organizationId);
    const { years } = await ctx.db
      .selectFrom("organization")
      .select("keep_case_years as years")
      .where("id", "=", organizationId)
      .executeTakeFirstOrThrow();
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={words.audience}
        crumbs={[{ href: `/organizations/${organizationId}`, label: organization.name }]}
      >
        {leads.length === 0 ? (
          <Callout kind="warn">
            <p>
              {words.nobody(
                formatList(
                  ctx.reader.language,
                  owners.map(({ name }) => name),
                ),
              )}
            </p>
          </Callout>
        ) : (
          <Table
            caption={words.leads}
            rows={leads}
            rowKey={({ personId }) => personId}
            columns={[
              { label: words.person, header: true, cell: ({ name, email }) => <Person name={name} note={<bdi>{email}</bdi>} /> },
              { label: words.since, cell: ({ givenAt }) => givenAt && <Time at={givenAt} as="long-day" /> },
              {
                label: words.end(""),
                labelHidden: true,
                cell: ({ personId, name }) => (
                  <ActButton action={visit.path} act="end" fields={{ personId }} kind="quiet" small>
                    {words.end(name)}
                  </ActButton>
                ),
              },
            ]}
          />
        )}
        {leads.length === 1 && <p>{words.alone}</p>}
        <Section title={words.nameTitle}>
          {others.length === 0 ? (
            <p>{words.everybody}</p>
          ) : (
            <Form action={visit.path} act="name" {...visit.refused("name")}>
              <p>{words.nameText}</p>
              <Select
                name="personId"
                label={words.choose}
                options={others.map(({ personId, name, email }) => ({ value: personId, label: `${name} (${email})` }))}
              />
              <Buttons>
                <Button>{words.name}</Button>
              </Buttons>
            </Form>
          )}
        </Section>
        <OwnHelplinesSection lines={await listOwnHelplines(ctx, organizationId)} visit={visit} />
        <Section title={words.keepTitle}>
          <Form action={visit.path} act="keep" {...visit.refused("keep")}>
            <NumberField name="years" label={words.keep} hint={words.keepHint} min={fewestYears} max={mostYears} value={years} required />
            <Buttons>
              <Button kind="plain">{words.save}</Button>
            </Buttons>
          </Form>
        </Section>
      </Page>
    );
  },
  acts: {
    name: form(z.object({ personId: id() }), async (ctx: PersonalContext, { organizationId }, { personId }) => ({
      notice: safeguardingWords(ctx.reader).named(await nameSafeguardingLead(ctx, organizationId, personId)),
    })),
    end: form(z.object({ personId: id() }), async (ctx: PersonalContext, { organizationId }, { personId }) => {
      const { name } = await findMember(ctx, organizationId, personId);
      await endSafeguardingLead(ctx, organizationId, personId);
      return { notice: safeguardingWords(ctx.reader).ended(name) };
    }),
    addHelpline: form(OwnHelplineShape, async (ctx: PersonalContext, { organizationId }, line) => {
      await addHelpline(ctx, organizationId, line);
      return { notice: helplineSettingWords(ctx.reader).added };
    }),
    dropHelpline: form(z.object({ helplineId: id() }), async (ctx: PersonalContext, { organizationId }, { helplineId }) => {
      await dropHelpline(ctx, organizationId, helplineId);
      return { notice: helplineSettingWords(ctx.reader).dropped };
    }),
    keep: form(z.object({ years: wholeNumber(fewestYears, mostYears) }), async (ctx: PersonalContext, { organizationId }, { years }) => {
      await ctx.db.updateTable("organization").set({ keep_case_years: years }).where("id", "=", organizationId).execute();
      await audit(ctx, {
        organizationId,
        act: "organization.changed",
        subjectKind: "organization",
        subjectId: organizationId,
        detail: { keepCaseYears: years },
      });
      return { notice: safeguardingWords(ctx.reader).saved };
    }),
  },
});
