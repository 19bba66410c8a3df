import { z } from "zod";
import { signedIn } from "../../platform/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { optionalText, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Details } from "../../ui/details.tsx";
import { TextField } from "../../ui/field.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { listOwnedAlone } from "../../networks/organizations/end-membership.ts";
import { hasPassword } from "../../people/accounts/person.ts";
import { optionalSecret } from "../../people/accounts/secret-field.ts";
import { deleteAccount, isOwnDeleteLink, sendDeleteLink } from "./delete-account.ts";
import { leavingWords } from "./leaving.messages.ts";
import { OwnedAlone } from "./owned-alone.tsx";

export const deleteAccountPage = page("/account/delete", {
  access: signedIn,
  async show(ctx, _params, visit) {
    const words = leavingWords(ctx.reader);
    const owned = await listOwnedAlone(ctx);
    return (
      <Page title={words.deleteTitle} audience={words.audience} crumbs={[{ label: words.account, href: "/account" }]}>
        {ctx.actor.ownsInstallation ? (
          <Callout kind="warn">{words.ownsInstallation}</Callout>
        ) : owned.length > 0 ? (
          <OwnedAlone organizations={owned} />
        ) : (
          <Deletion ctx={ctx} visit={visit} {...await proofOf(ctx, visit)} />
        )}
      </Page>
    );
  },
  acts: {
    delete: form(
      z.object({ email: text(320), password: optionalSecret(), token: optionalText(100) }),
      (ctx: PersonalContext, _params, values, visit) => deleteAccount(ctx, values, visit),
      { isRepeatable: true },
    ),
    sendLink: form(z.object({}), (ctx: PersonalContext) => sendDeleteLink(ctx)),
  },
});

interface Proof {
  /** Of a link in our letter that still works. */
  token: string;
  withPassword: boolean;
}

async function proofOf(ctx: PersonalContext, visit: Visit): Promise<Proof> {
  const given = visit.query.get("token") ?? visit.refused("delete")?.values["token"]?.[0] ?? "";
  return { token: (await isOwnDeleteLink(ctx, given)) ? given : "", withPassword: await hasPassword(ctx, ctx.actor.personId) };
}

function Deletion({ ctx, visit, token, withPassword }: { ctx: PersonalContext; visit: Visit } & Proof) {
  const words = leavingWords(ctx.reader);
  const sendLink = (
    <Buttons>
      <ActButton action={visit.path} act="sendLink" icon="letter">
        {words.sendLink}
      </ActButton>
    </Buttons>
  );
  const refused = visit.refused("delete") ?? visit.refused("sendLink");
  return (
    <>
      {refused?.errors[""] && <Callout kind="danger">{refused.errors[""]}</Callout>}
      <ButtonLink href="/account/data" kind="plain" icon="download">
        {words.takeFirst}
      </ButtonLink>
      {token === "" && visit.query.has("token") && <Callout kind="warn">{words.linkOver}</Callout>}
      {token === "" && !withPassword ? (
        <>
          <p>{words.needsLink}</p>
          {sendLink}
        </>
      ) : (
        <DeletionForm {...{ ctx, visit, token }} />
      )}
      {token === "" && withPassword && (
        <Details summary={words.orLink}>
          <p>{words.linkInstead}</p>
          {sendLink}
        </Details>
      )}
    </>
  );
}

function DeletionForm({ ctx, visit, token }: { ctx: PersonalContext; visit: Visit; token: string }) {
  const words = leavingWords(ctx.reader);
  const organizations = ctx.actor.memberships.map(({ organizationName }) => organizationName);
  const { errors = {}, values = {} } = visit.refused("delete") ?? {};
  return (
    <Confirm
      action={visit.path}
      act="delete"
      gone={[
        words.goneAccount,
        ...(organizations.length > 0 ? [words.goneOrganizations(formatList(ctx.reader.language, organizations))] : []),
        words.goneLetters,
      ]}
      stays={[words.staysOthers, words.staysFile, words.staysAudit]}
      button={words.deleteButton}
      cancelHref="/account"
    >
      <p>{words.atOnce}</p>
      <TextField
        name="email"
        type="email"
        label={words.typeEmail(ctx.actor.email)}
        value={values["email"]?.[0]}
        autocomplete="off"
        error={errors["email"]}
        required
      />
      {token === "" ? (
        <TextField
          name="password"
          type="password"
          label={words.password}
          autocomplete="current-password"
          error={errors["password"]}
          required
        />
      ) : (
        <>
          <input type="hidden" name="token" value={token} />
          <Callout kind="done">{words.linkTaken}</Callout>
        </>
      )}
    </Confirm>
  );
}
