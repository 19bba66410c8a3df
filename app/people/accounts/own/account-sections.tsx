import type { PersonalContext } from "../../../platform/context.ts";
import { languageNames, languages } from "../../../platform/i18n.ts";
import type { Visit } from "../../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../../ui/button.tsx";
import { Select } from "../../../ui/choices.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Section } from "../../../ui/layout.tsx";
import { shortestPassword } from "../password.ts";
import { passwordWords } from "../password.messages.ts";
import type { Person } from "../person.ts";
import { timeZoneOptions } from "../time-zones.ts";
import { accountWords } from "./account.messages.ts";

interface SectionProps {
  readonly ctx: PersonalContext;
  readonly visit: Visit;
  readonly person: Person;
}

export function DetailsSection({ ctx, visit, person }: SectionProps) {
  const words = accountWords(ctx.reader);
  const languageOptions = languages.map((language) => ({ value: language, label: languageNames[language] }));
  return (
    <Section title={words.details} id="details">
      <Form act="details" action={visit.path} {...visit.refused("details")}>
        <TextField name="name" label={words.name} hint={words.nameHint} value={person.name} autocomplete="name" required />
        <Select
          name="language"
          label={words.language}
          hint={words.languageHint}
          options={languageOptions}
          emptyLabel={words.browserLanguage}
          value={person.language ?? ""}
        />
        <Select
          name="timeZone"
          label={words.timeZone}
          options={timeZoneOptions(ctx.actor.timeZone)}
          value={ctx.actor.timeZone ?? ctx.reader.timeZone}
        />
        <Buttons>
          <Button kind="plain">{words.save}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

function CurrentPassword({ ctx }: Pick<SectionProps, "ctx">) {
  const words = accountWords(ctx.reader);
  return <TextField name="current" type="password" label={words.currentPassword} autocomplete="current-password" required />;
}

export function EmailSection({ ctx, visit, person, withPassword }: SectionProps & { withPassword: boolean }) {
  const words = accountWords(ctx.reader);
  return (
    <Section title={words.email} id="e-mail">
      <p>
        {words.emailIs} <bdi>{person.email}</bdi>
      </p>
      <Form act="email" action={visit.path} secret {...visit.refused("email")}>
        <TextField name="email" type="email" label={words.newEmail} hint={words.newEmailHint} autocomplete="email" required />
        {withPassword && <CurrentPassword ctx={ctx} />}
        <Buttons>
          <Button kind="plain">{words.sendConfirmation}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

export function PasswordSection({ ctx, visit, person, withPassword }: SectionProps & { withPassword: boolean }) {
  const words = accountWords(ctx.reader);
  return (
    <Section title={words.password} id="password">
      <p>{withPassword ? words.passwordText : words.noPasswordText}</p>
      <Form act="password" action={visit.path} secret {...visit.refused("password")}>
        <input type="text" name="username" autocomplete="username" value={person.email} hidden readOnly />
        {withPassword && <CurrentPassword ctx={ctx} />}
        <TextField
          name="password"
          type="password"
          label={words.newPassword}
          hint={passwordWords(ctx.reader).hint(shortestPassword)}
          autocomplete="new-password"
          required
        />
        <Buttons>
          <Button kind="plain">{withPassword ? words.changePassword : words.setPassword}</Button>
          {withPassword && (
            <ButtonLink href="/forgotten-password" kind="quiet">
              {words.forgotten}
            </ButtonLink>
          )}
        </Buttons>
      </Form>
    </Section>
  );
}

/** Set on a page of the messages themselves. */
export function MessageLettersSection({ ctx }: Pick<SectionProps, "ctx">) {
  const words = accountWords(ctx.reader);
  return (
    <Section title={words.messageLetters} id="message-letters">
      <p>{words.messageLettersText}</p>
      <ButtonLink href="/account/messages" kind="plain" icon="letter">
        {words.setMessageLetters}
      </ButtonLink>
    </Section>
  );
}

export function SecondFactorSection({ ctx, person }: Pick<SectionProps, "ctx" | "person">) {
  const words = accountWords(ctx.reader);
  return (
    <Section title={words.secondFactor} id="second-factor">
      <p>{person.hasSecondFactor ? words.secondFactorOn : words.secondFactorOff}</p>
      <ButtonLink href="/account/second-factor" kind="plain" icon="lock">
        {person.hasSecondFactor ? words.manageSecondFactor : words.setUpSecondFactor}
      </ButtonLink>
    </Section>
  );
}
