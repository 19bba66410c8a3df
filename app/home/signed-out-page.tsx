import type { Language } from "../platform/i18n.ts";
import type { SentForm } from "../platform/web/composition.ts";
import { Button, ButtonLink, Buttons } from "../ui/button.tsx";
import { Details } from "../ui/details.tsx";
import { Form } from "../ui/form.tsx";
import { Page } from "../ui/layout.tsx";
import { OwnWords } from "../ui/own-words.tsx";
import { signedOutWords } from "./signed-out-page.messages.ts";

/** A sentence rather than a name or a choice: she wants to see that it is still there. */
const isWriting = (value: string): boolean => value.length > 20 && /\s/u.test(value);

/** She was signed out while she wrote. Everything that she sent is here, to be sent once more when she has signed in. */
export function SignedOutPage({ sent: { path, act, formKey, values }, language }: { sent: SentForm; language: Language }) {
  const words = signedOutWords(language);
  const fields = Object.entries(values).flatMap(([name, all]) => all.map((value) => ({ name, value })));
  const written = fields.filter(({ value }) => isWriting(value));
  return (
    <Page title={words.title} lead={words.lead}>
      <ol>
        <li>
          <p>{words.first}</p>
          <Buttons>
            <ButtonLink href="/sign-in" opensWindow>
              {words.signIn}
            </ButtonLink>
          </Buttons>
        </li>
        <li>
          <p>{words.second}</p>
          <Form action={path} {...(act !== undefined && { act })} formKey={formKey} sentBefore>
            {fields.map(({ name, value }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same value may stand twice, and never moves
              <input key={index} type="hidden" name={name} value={value} />
            ))}
            <Buttons>
              <Button kind="plain">{words.again}</Button>
            </Buttons>
          </Form>
        </li>
      </ol>
      {written.length > 0 && (
        <Details summary={words.yours}>
          {written.map(({ name, value }) => (
            <OwnWords key={name} text={value} />
          ))}
        </Details>
      )}
    </Page>
  );
}
