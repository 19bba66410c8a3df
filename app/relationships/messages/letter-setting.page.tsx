import { z } from "zod";
import { signedIn } from "../../platform/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { choice, wholeNumber } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { RadioGroup, Select } from "../../ui/choices.tsx";
import { Form } from "../../ui/form.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { findLetterSetting, saveLetterSetting } from "./letter-setting.ts";
import { letterSettingWords } from "./letter-setting.messages.ts";
import { lettersWishes } from "./letter-time.ts";

const hour = () => wholeNumber(0, 23);

export const letterSettingPage = page("/account/messages", {
  access: signedIn,
  async show(ctx, _params, visit) {
    const words = letterSettingWords(ctx.reader);
    const setting = await findLetterSetting(ctx, ctx.actor.personId);
    const hours = Array.from({ length: 24 }, (_, at) => ({
      value: String(at),
      label: formatTime({ language: ctx.reader.language, timeZone: "UTC" }, new Date(Date.UTC(2024, 0, 1, at)), "clock"),
    }));
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience} crumbs={[{ href: "/account", label: words.account }]}>
        <Form action={visit.path} {...visit.refused()}>
          <RadioGroup
            name="letters"
            label={words.letters}
            options={lettersWishes.map((wish) => ({ value: wish, label: words.wishes[wish] }))}
            value={setting.letters}
          />
          <Select name="dailyHour" label={words.dailyHour} options={hours} value={String(setting.dailyHour)} />
          <Select
            name="quietFrom"
            label={words.quietFrom}
            hint={words.quietHint(ctx.reader.timeZone)}
            options={hours}
            value={String(setting.quietFrom)}
          />
          <Select name="quietUntil" label={words.quietUntil} options={hours} value={String(setting.quietUntil)} />
          <Buttons>
            <Button>{words.save}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(
    z.object({ letters: choice(lettersWishes), dailyHour: hour(), quietFrom: hour(), quietUntil: hour() }),
    async (ctx: PersonalContext, _params, setting) => {
      await saveLetterSetting(ctx, setting);
      return { notice: letterSettingWords(ctx.reader).saved };
    },
  ),
});
