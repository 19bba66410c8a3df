import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { listPrograms } from "../programs/list-programs.ts";
import { administrators } from "./access.ts";
import { findOrganization } from "./find-organization.ts";
import { inviteToTeam } from "./invite-to-team.ts";
import { RoleFields } from "./role-fields.tsx";
import { listTeam } from "./team.ts";
import { teamInvitationShape } from "./team-shape.ts";
import { teamWords } from "./team.messages.ts";

export const teamPage = page("/organizations/:organizationId/members", {
  access: administrators,
  show: async (ctx, { organizationId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const team = await listTeam(ctx, organizationId);
    const programs = (await listPrograms(ctx, organizationId)).filter(({ stage }) => stage !== "archived");
    const words = teamWords(ctx.reader);
    const at = `/organizations/${organizationId}`;
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience} crumbs={[{ href: at, label: organization.name }]} isWide>
        <Table
          caption={words.title}
          captionHidden
          rows={team}
          rowKey={({ personId }) => personId}
          columns={[
            {
              label: words.person,
              header: true,
              cell: ({ personId, name, email }) => (
                <Person
                  name={name}
                  href={`${at}/members/${personId}`}
                  note={<Address email={email} {...(personId === ctx.actor.personId && { you: words.you })} />}
                />
              ),
            },
            { label: words.role, cell: ({ teamRole }) => words.roles[teamRole] },
            {
              label: words.programs,
              cell: (one) =>
                formatList(
                  ctx.reader.language,
                  one.programs.map(({ name }) => name),
                ) || "–",
            },
            {
              label: words.since,
              cell: ({ joinedAt, since }) =>
                joinedAt ? <Time at={joinedAt} as="long-day" /> : <Waiting since={since} text={words.invited} />,
            },
          ]}
        />
        <Section title={words.inviteTitle} id="invite">
          {team.length === 1 && <p>{words.alone}</p>}
          <Form action={visit.path} {...visit.refused()}>
            <TextField name="email" type="email" label={words.email} required autocomplete="off" />
            <TextField name="name" label={words.name} hint={words.nameHint} required maxlength={200} autocomplete="off" />
            <RoleFields
              roles={["coordinator", "administrator"]}
              role={programs.length > 0 ? "coordinator" : "administrator"}
              programs={programs}
              programIds={programs.length === 1 ? [programs[0]!.id] : []}
            />
            <Buttons>
              <Button icon="letter">{words.invite}</Button>
            </Buttons>
          </Form>
        </Section>
      </Page>
    );
  },
  submit: form(teamInvitationShape, async (ctx: PersonalContext, { organizationId }, invitation) => {
    const { name } = await inviteToTeam(ctx, organizationId, invitation);
    return { notice: teamWords(ctx.reader).inviteDone(name) };
  }),
});

const Waiting = ({ since, text }: { since: Date; text: string }) => (
  <span>
    {text} · <Time at={since} as="relative" />
  </span>
);

const Address = ({ email, you }: { email: string; you?: string }) => (
  <>
    <bdi>{email}</bdi>
    {you !== undefined && ` · ${you}`}
  </>
);
