import { z } from "zod";
import { timeZoneField, timeZoneOptions } from "../../people/accounts/time-zones.ts";
import { passwordWords } from "../../people/accounts/password.messages.ts";
import { shortestPassword } from "../../people/accounts/password.ts";
import { newSecret } from "../../people/accounts/secret-field.ts";
import { countAttempt, limits, networkOf } from "../../people/accounts/attempts.ts";
import { anyone } from "../../platform/access.ts";
import { Invalid } from "../../platform/errors.ts";
import { choice, emailAddress, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { languageNames, languages } from "../../platform/i18n.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { TextField } from "../../ui/field.tsx";
import { Fieldset } from "../../ui/fieldset.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { askForDemo } from "../demo/ask-for-demo.ts";
import { demoWords } from "../demo/demo.messages.ts";
import { isSetUp } from "./is-set-up.ts";
import { isSetUpToken } from "./set-up-token.ts";
import { setUp } from "./set-up.ts";
import { setUpWords } from "./set-up.messages.ts";

const plan = z.object({
  token: text(200),
  name: text(200),
  email: emailAddress(),
  password: newSecret(),
  organization: text(200),
  language: choice(languages),
  timeZone: timeZoneField(),
});

/** From the link, or, when one of the two forms came back, from what was sent; then it may be known to be wrong. */
function tokenOf(visit: Visit): { token: string; isKnown: boolean } {
  const refused = visit.refused() ?? visit.refused("demo");
  const token = refused?.values["token"]?.[0] ?? visit.query.get("token") ?? "";
  return { token, isKnown: token !== "" && refused?.errors["token"] === undefined };
}

/** The first visit of an empty installation. */
export const setUpPage = page("/set-up", {
  access: anyone,
  show: async (ctx, _params, visit) => {
    if (await isSetUp(ctx)) return { to: "/" };
    const words = setUpWords(ctx.reader);
    const demo = demoWords(ctx.reader);
    const { token, isKnown } = tokenOf(visit);
    return (
      <Page title={words.title} lead={words.lead}>
        <Form action={visit.path} secret {...visit.refused()}>
          <TextField
            name="token"
            label={words.token}
            hint={isKnown ? words.tokenIsThere : words.tokenHint}
            value={token}
            autocomplete="off"
            spellcheck={false}
            dir="ltr"
            required
          />
          <Fieldset legend={words.you} hint={words.youHint}>
            <TextField name="name" label={words.name} autocomplete="name" required />
            <TextField name="email" type="email" label={words.email} autocomplete="username" required />
            <TextField
              name="password"
              type="password"
              label={words.password}
              hint={passwordWords(ctx.reader).hint(shortestPassword)}
              autocomplete="new-password"
              required
            />
          </Fieldset>
          <Fieldset legend={words.yourOrganization}>
            <TextField name="organization" label={words.organization} hint={words.organizationHint} autocomplete="organization" required />
            <Select
              name="language"
              label={words.language}
              hint={words.languageHint}
              options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
              value={ctx.reader.language}
            />
            <Select
              name="timeZone"
              label={words.timeZone}
              options={timeZoneOptions(undefined)}
              value={Intl.DateTimeFormat().resolvedOptions().timeZone}
            />
            {!visit.refused() && <input type="hidden" data-guess="time-zone" data-into="form-timeZone" />}
          </Fieldset>
          <Buttons>
            <Button>{words.begin}</Button>
          </Buttons>
        </Form>
        <Section title={demo.instead}>
          <Form action={visit.path} act="demo" secret {...visit.refused("demo")}>
            <p>{demo.insteadText}</p>
            {isKnown ? (
              <input type="hidden" name="token" value={token} />
            ) : (
              <TextField
                name="token"
                label={words.token}
                hint={words.tokenHint}
                value={token}
                autocomplete="off"
                spellcheck={false}
                dir="ltr"
                required
              />
            )}
            <Buttons>
              <Button kind="plain">{demo.loadButton}</Button>
            </Buttons>
          </Form>
        </Section>
      </Page>
    );
  },
  acts: {
    demo: form(
      z.object({ token: text(200) }),
      async (ctx, _params, { token }, visit) => {
        await countAttempt(ctx, [[limits.setUp, networkOf(visit.address)]]);
        if (!isSetUpToken(ctx.app, token)) return { refusal: new Invalid({ token: (language) => setUpWords(language).wrongToken }) };
        await askForDemo(ctx);
        return { to: "/demo" };
      },
      { isRepeatable: true },
    ),
  },
  submit: form(plan, (ctx, _params, values, visit) => setUp(ctx, values, visit), { isRepeatable: true }),
});
