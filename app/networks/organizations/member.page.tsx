import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Face } from "../../ui/person.tsx";
import { listPrograms } from "../programs/list-programs.ts";
import { listCoordinatedAlone } from "../programs/list-coordinators.ts";
import { administrators } from "./access.ts";
import { changeTeamRole } from "./change-team-role.ts";
import { findOrganization } from "./find-organization.ts";
import { handOverOwnership } from "./hand-over-ownership.ts";
import { resendTeamInvitation } from "./invite-to-team.ts";
import { mayChangeRole, type MemberRole } from "./member-role.ts";
import { removeFromTeam } from "./remove-from-team.ts";
import { RoleFields } from "./role-fields.tsx";
import { findMember, type Teammate } from "./team.ts";
import { teamRoleShape } from "./team-shape.ts";
import { teamWords } from "./team.messages.ts";

const nothing = z.object({});
const teamPath = (organizationId: string): string => `/organizations/${organizationId}/members`;

export const memberPage = page("/organizations/:organizationId/members/:personId", {
  access: administrators,
  show: async (ctx, { organizationId, personId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const member = await findMember(ctx, organizationId, personId);
    const own = (await findMember(ctx, organizationId, ctx.actor.personId)).memberRole;
    const coordinated = new Set(member.programs.map(({ id }) => id));
    const programs = (await listPrograms(ctx, organizationId)).filter(({ id, stage }) => stage !== "archived" || coordinated.has(id));
    const alone = await listCoordinatedAlone(ctx, organizationId, personId);
    const words = teamWords(ctx.reader);
    const isSelf = personId === ctx.actor.personId;
    const mayChange = mayChangeRole(own, member.memberRole, "member");
    return (
      <Page
        title={member.name}
        audience={words.audience}
        above={<Face name={member.name} large />}
        lead={
          <>
            {member.teamRole ? words.roles[member.teamRole] : words.plainMember} · <bdi>{member.email}</bdi>
          </>
        }
        crumbs={[
          { href: `/organizations/${organizationId}`, label: organization.name },
          { href: teamPath(organizationId), label: words.title },
        ]}
      >
        {member.joinedAt === null && member.teamRole !== undefined && <NotYetIn {...{ ctx, member, visit }} />}
        {mayChange ? <RoleForm {...{ ctx, member, own, programs, visit }} /> : <p>{words.onlyOwners}</p>}
        {own === "owner" && !isSelf && member.memberRole !== "owner" && member.joinedAt !== null && (
          <Section title={words.handOverTitle(member.name)}>
            <p>{words.handOver(member.name)}</p>
            <Form action={visit.path} act="handOver" {...visit.refused("handOver")}>
              <Buttons>
                <Button kind="plain">{words.handOverButton}</Button>
              </Buttons>
            </Form>
          </Section>
        )}
        {member.teamRole !== undefined && (mayChange || isSelf) && <Removal {...{ ctx, member, isSelf, alone, visit }} />}
      </Page>
    );
  },
  acts: {
    changeRole: form(teamRoleShape, async (ctx: PersonalContext, { organizationId, personId }, wish) => {
      const { name } = await findMember(ctx, organizationId, personId);
      await changeTeamRole(ctx, organizationId, personId, wish);
      const lostTeamPage = personId === ctx.actor.personId && wish.role === "coordinator";
      return {
        notice: teamWords(ctx.reader).changed(name),
        to: lostTeamPage ? `/organizations/${organizationId}` : teamPath(organizationId),
      };
    }),
    resend: form(nothing, async (ctx: PersonalContext, { organizationId, personId }) => {
      const { name } = await resendTeamInvitation(ctx, organizationId, personId);
      return { notice: teamWords(ctx.reader).resent(name) };
    }),
    handOver: form(nothing, async (ctx: PersonalContext, { organizationId, personId }) => {
      const { name } = await findMember(ctx, organizationId, personId);
      await handOverOwnership(ctx, organizationId, personId);
      return { notice: teamWords(ctx.reader).handedOver(name), to: teamPath(organizationId) };
    }),
    remove: form(nothing, async (ctx: PersonalContext, { organizationId, personId }) => {
      const { name } = await findMember(ctx, organizationId, personId);
      const organization = await findOrganization(ctx, organizationId);
      await removeFromTeam(ctx, organizationId, personId);
      const words = teamWords(ctx.reader);
      if (personId === ctx.actor.personId) return { notice: words.left(organization.name), to: "/" };
      return { notice: words.removed(name), to: teamPath(organizationId) };
    }),
  },
});

interface PartProps {
  ctx: PersonalContext;
  member: Teammate;
  visit: Visit;
}

function NotYetIn({ ctx, member, visit }: PartProps) {
  const words = teamWords(ctx.reader);
  return (
    <Callout title={words.waitingTitle(member.name)}>
      <p>{words.waiting}</p>
      <Form action={visit.path} act="resend" {...visit.refused("resend")}>
        <Buttons>
          <Button kind="plain" icon="letter">
            {words.resend}
          </Button>
        </Buttons>
      </Form>
    </Callout>
  );
}

interface RoleFormProps extends PartProps {
  own: MemberRole;
  programs: readonly { readonly id: string; readonly name: string }[];
}

function RoleForm({ ctx, member, own, programs, visit }: RoleFormProps) {
  const words = teamWords(ctx.reader);
  return (
    <Section title={words.changeTitle}>
      <Form action={visit.path} act="changeRole" {...visit.refused("changeRole")}>
        <RoleFields
          roles={own === "owner" ? ["coordinator", "administrator", "owner"] : ["coordinator", "administrator"]}
          role={member.teamRole}
          programs={programs}
          programIds={member.programs.map(({ id }) => id)}
        />
        <Buttons>
          <Button>{words.save}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

function Removal({ ctx, member, isSelf, alone, visit }: PartProps & { isSelf: boolean; alone: readonly string[] }) {
  const words = teamWords(ctx.reader);
  const button = isSelf ? words.leave : words.remove(member.name);
  const refused = visit.refused("remove");
  return (
    <Details summary={button} open={refused !== undefined}>
      {refused && <Callout kind="danger">{refused.errors[""]}</Callout>}
      <Confirm
        action={visit.path}
        act="remove"
        gone={[
          words.goneRole,
          ...(member.takesPart ? [] : [words.goneMembership]),
          ...(alone.length > 0 ? [words.goneAlone(formatList(ctx.reader.language, alone))] : []),
        ]}
        stays={[words.staysWork, ...(member.takesPart ? [words.staysPart] : [])]}
        button={button}
        cancelHref={visit.path}
      />
    </Details>
  );
}
