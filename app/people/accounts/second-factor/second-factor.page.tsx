import { z } from "zod";
import { signedIn } from "../../../platform/access.ts";
import type { PersonalContext } from "../../../platform/context.ts";
import { text } from "../../../platform/form-fields.ts";
import { form } from "../../../platform/form.ts";
import { page, type Visit } from "../../../platform/page.ts";
import { Button, Buttons } from "../../../ui/button.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { Details } from "../../../ui/details.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Page, Section } from "../../../ui/layout.tsx";
import { hasPassword } from "../person.ts";
import { returnPath, withReturn } from "../return-path.ts";
import { optionalSecret, secret } from "../secret-field.ts";
import { accountWords } from "../own/account.messages.ts";
import { otpauthUri, spelled } from "./otpauth.ts";
import { QrCode } from "./qr-code.tsx";
import { secondFactorWords } from "./second-factor.messages.ts";
import {
  beginSecondFactor,
  cancelSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  ownSecondFactor,
  renewCodes,
} from "./set-up-second-factor.ts";

interface Shown {
  readonly ctx: PersonalContext;
  readonly visit: Visit;
  /** Where she was sent here from. */
  readonly here: string;
  readonly withPassword: boolean;
}

export const secondFactorPage = page("/account/second-factor", {
  access: signedIn,
  show: async (ctx, _params, visit) => {
    const words = secondFactorWords(ctx.reader);
    const here = withReturn(visit.path, returnPath(visit.query.get("next")));
    const { state, secret: made } = await ownSecondFactor(ctx);
    const shown = { ctx, visit, here, withPassword: await hasPassword(ctx, ctx.actor.personId) };
    const asks = ctx.actor.memberships.filter((membership) => membership.lacksSecondFactor).map(({ organizationName }) => organizationName);
    return (
      <Page title={words.title} lead={words.lead} crumbs={[{ label: accountWords(ctx.reader).title, href: "/account" }]}>
        {asks.length > 0 && (
          <Callout kind="warn" title={words.required(new Intl.ListFormat(ctx.reader.language).format(asks))}>
            <p>{words.requiredText}</p>
          </Callout>
        )}
        {state === "off" && <Begin {...shown} />}
        {state === "begun" && <Confirm {...shown} secret={made!} />}
        {state === "on" && <SwitchedOn {...shown} />}
      </Page>
    );
  },
  acts: {
    begin: form(
      z.object({ current: optionalSecret() }),
      (ctx: PersonalContext, _params, { current }, visit) => beginSecondFactor(ctx, current, visit, returnPath(visit.query.get("next"))),
      { isRepeatable: true },
    ),
    cancel: form(z.object({}), (ctx: PersonalContext) => cancelSecondFactor(ctx), { isRepeatable: true }),
    confirm: form(
      z.object({ code: text(40) }),
      (ctx: PersonalContext, _params, { code }, visit) => confirmSecondFactor(ctx, code, visit, returnPath(visit.query.get("next"))),
      { isRepeatable: true },
    ),
    codes: form(
      z.object({ current: optionalSecret() }),
      (ctx: PersonalContext, _params, { current }, visit) => renewCodes(ctx, current, visit),
      {
        isRepeatable: true,
      },
    ),
    off: form(z.object({ proof: secret() }), (ctx: PersonalContext, _params, { proof }, visit) => endSecondFactor(ctx, proof, visit), {
      isRepeatable: true,
    }),
  },
});

function Current({ ctx, withPassword }: Pick<Shown, "ctx" | "withPassword">) {
  return withPassword ? (
    <TextField name="current" type="password" label={accountWords(ctx.reader).currentPassword} autocomplete="current-password" required />
  ) : null;
}

function Begin({ ctx, visit, here, withPassword }: Shown) {
  const words = secondFactorWords(ctx.reader);
  return (
    <>
      <p>{words.howItWorks}</p>
      <Form act="begin" action={here} secret {...visit.refused("begin")}>
        <Current ctx={ctx} withPassword={withPassword} />
        <Buttons>
          <Button>{words.begin}</Button>
        </Buttons>
      </Form>
    </>
  );
}

function Confirm({ ctx, visit, here, secret: made }: Shown & { secret: string }) {
  const words = secondFactorWords(ctx.reader);
  return (
    <>
      <Section title={words.scan}>
        <p>{words.scanText}</p>
        <QrCode text={otpauthUri(made, ctx.actor.email)} label={words.qrLabel} />
        <Details summary={words.byHand}>
          <p>{words.byHandText}</p>
          <p>
            <code dir="ltr">{spelled(made)}</code>
          </p>
        </Details>
      </Section>
      <Section title={words.firstCode}>
        <Form act="confirm" action={here} secret {...visit.refused("confirm")}>
          <TextField
            name="code"
            label={words.firstCodeLabel}
            size="short"
            autocomplete="one-time-code"
            inputmode="numeric"
            dir="ltr"
            required
          />
          <Buttons>
            <Button>{words.switchOn}</Button>
          </Buttons>
        </Form>
        <Form act="cancel" action={visit.path} {...visit.refused("cancel")}>
          <Buttons>
            <Button kind="quiet">{words.notNow}</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  );
}

function SwitchedOn({ ctx, visit, here, withPassword }: Shown) {
  const words = secondFactorWords(ctx.reader);
  return (
    <>
      <Callout kind="done" title={words.isOn}>
        <p>{words.isOnText}</p>
      </Callout>
      <Section title={words.newCodes}>
        <p>{words.newCodesText}</p>
        <Form act="codes" action={here} secret {...visit.refused("codes")}>
          <Current ctx={ctx} withPassword={withPassword} />
          <Buttons>
            <Button kind="plain">{words.makeNewCodes}</Button>
          </Buttons>
        </Form>
      </Section>
      <Section title={words.switchOff}>
        <p>{words.switchOffText}</p>
        <Form act="off" action={here} secret {...visit.refused("off")}>
          <TextField
            name="proof"
            type="password"
            label={withPassword ? words.passwordOrCode : words.anyCode}
            autocomplete="off"
            dir="ltr"
            required
          />
          <Buttons>
            <Button kind="danger">{words.switchOff}</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  );
}
