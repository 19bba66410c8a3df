import { z } from "zod";
import { members } from "../../platform/access.ts";
import { membershipIn, type PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Callout } from "../../ui/callout.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { listOwnedAlone } from "../../networks/organizations/end-membership.ts";
import { leaveOrganization } from "./leave-organization.ts";
import { leavingWords } from "./leaving.messages.ts";
import { listLeftBehind } from "./list-left-behind.ts";
import { listOwnPrograms } from "./list-own-programs.ts";
import { OwnedAlone } from "./owned-alone.tsx";

export const leaveOrganizationPage = page("/organizations/:organizationId/leave", {
  access: members,
  async show(ctx, { organizationId }, visit) {
    const words = leavingWords(ctx.reader);
    const { organizationName: name, role, coordinates } = found(membershipIn(ctx, organizationId));
    const profile = `/organizations/${organizationId}/profile`;
    const owned = (await listOwnedAlone(ctx)).filter(({ id }) => id === organizationId);
    const programs = await listOwnPrograms(ctx, organizationId);
    const behind = new Set((await listLeftBehind(ctx, organizationId, ctx.actor.personId)).map(({ personId }) => personId)).size;
    const isOnTeam = role !== "member" || coordinates.length > 0;
    const refused = visit.refused();
    return (
      <Page title={words.leaveTitle(name)} audience={words.audience} crumbs={[{ label: words.profile, href: profile }]}>
        {refused && <Callout kind="danger">{refused.errors[""]}</Callout>}
        {owned.length > 0 ? (
          <OwnedAlone organizations={owned} />
        ) : (
          <Confirm
            action={visit.path}
            gone={[
              words.goneProfile(name),
              ...(programs.length > 0 ? [words.gonePrograms(formatList(ctx.reader.language, programs))] : []),
              ...(behind > 0 ? [words.goneTies(behind)] : []),
              ...(isOnTeam ? [words.goneTeam] : []),
              words.goneLetters,
            ]}
            stays={[words.staysAccount, words.staysOthers, words.staysFile, words.staysAudit]}
            button={words.leaveButton}
            cancelHref={profile}
            isFinal
          />
        )}
      </Page>
    );
  },
  submit: form(z.object({}), async (ctx: PersonalContext, { organizationId }) => {
    const { organizationName } = found(membershipIn(ctx, organizationId));
    await leaveOrganization(ctx, organizationId);
    return { to: "/", notice: leavingWords(ctx.reader).left(organizationName) };
  }),
});
