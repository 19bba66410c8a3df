import { z } from "zod";
import { signedIn } from "../../../platform/access.ts";
import type { PersonalContext } from "../../../platform/context.ts";
import { Conflict } from "../../../platform/errors.ts";
import { choice, emailAddress, id, text } from "../../../platform/form-fields.ts";
import { form } from "../../../platform/form.ts";
import { page } from "../../../platform/page.ts";
import { Page } from "../../../ui/layout.tsx";
import { OwnDataSection } from "../../own-data/own-data-section.tsx";
import { findPerson, hasPassword } from "../person.ts";
import { optionalSecret, secret } from "../secret-field.ts";
import { timeZoneField } from "../time-zones.ts";
import { accountWords } from "./account.messages.ts";
import { DetailsSection, EmailSection, MessageLettersSection, PasswordSection, SecondFactorSection } from "./account-sections.tsx";
import { askForEmail } from "./change-email.ts";
import { changeDetails } from "./change-details.ts";
import { changePassword } from "./change-password.ts";
import { endAllSessions, endOtherSessions, endSession } from "./end-sessions.ts";
import { listSessions } from "./list-sessions.ts";
import { SessionsSection } from "./sessions-section.tsx";

export const accountPage = page("/account", {
  access: signedIn,
  show: async (ctx, _params, visit) => {
    const words = accountWords(ctx.reader);
    const person = (await findPerson(ctx, ctx.actor.personId))!;
    const withPassword = await hasPassword(ctx, person.id);
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience}>
        <DetailsSection ctx={ctx} visit={visit} person={person} />
        <EmailSection ctx={ctx} visit={visit} person={person} withPassword={withPassword} />
        <PasswordSection ctx={ctx} visit={visit} person={person} withPassword={withPassword} />
        <MessageLettersSection ctx={ctx} />
        <SecondFactorSection ctx={ctx} person={person} />
        <SessionsSection ctx={ctx} visit={visit} sessions={await listSessions(ctx)} />
        <OwnDataSection />
      </Page>
    );
  },
  acts: {
    details: form(
      z.object({ name: text(200), language: choice(["", "en", "es", "ar"]), timeZone: timeZoneField() }),
      (ctx: PersonalContext, _params, details) => changeDetails(ctx, details),
      { isRepeatable: true },
    ),
    email: form(
      z.object({ email: emailAddress(), current: optionalSecret() }),
      (ctx: PersonalContext, _params, values, visit) => askForEmail(ctx, values, visit),
      { isRepeatable: true },
    ),
    password: form(
      z.object({ password: secret(), current: optionalSecret() }),
      (ctx: PersonalContext, _params, values, visit) => changePassword(ctx, values, visit),
      { isRepeatable: true },
    ),
    "sign-out-one": form(z.object({ sessionId: id() }), async (ctx: PersonalContext, _params, { sessionId }) => {
      if (!(await endSession(ctx, sessionId))) throw new Conflict((language) => accountWords(language).noSuchSession);
      return { notice: accountWords(ctx.reader).oneSignedOut };
    }),
    "sign-out-others": form(z.object({}), async (ctx: PersonalContext) => {
      await endOtherSessions(ctx);
      return { notice: accountWords(ctx.reader).othersSignedOut };
    }),
    "sign-out-everywhere": form(
      z.object({}),
      async (ctx: PersonalContext) => {
        await endAllSessions(ctx);
        return { to: "/sign-in", notice: accountWords(ctx.reader).allSignedOut };
      },
      { isRepeatable: true },
    ),
  },
});
