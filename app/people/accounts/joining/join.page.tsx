import { z } from "zod";
import { anyone } from "../../../platform/access.ts";
import type { Context } from "../../../platform/context.ts";
import { form } from "../../../platform/form.ts";
import { page } from "../../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../../ui/button.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { Form } from "../../../ui/form.tsx";
import { Page } from "../../../ui/layout.tsx";
import { returnPath, withReturn } from "../return-path.ts";
import { guessedTimeZone } from "../time-zones.ts";
import { acceptEntry } from "./accept-entry.ts";
import { type Entry, findEntry } from "./find-entry.ts";
import { joinWords } from "./join.messages.ts";

/** Behind the link of a letter: who invites, and one button. Looking changes nothing, since mail programs look, too. */
export const joinPage = page("/join/:token", {
  access: anyone,
  show: async (ctx, { token }, visit) => {
    const words = joinWords(ctx.reader);
    const entry = await findEntry(ctx, token);
    if (!entry) return <Page title={words.unknown} lead={words.unknownText} />;
    const destination = returnPath(entry.destination);
    const isHere = ctx.actor?.personId === entry.personId;
    if (entry.isAccepted || entry.isOver) {
      if (isHere) return { to: destination };
      return (
        <Page title={entry.isAccepted ? words.used : words.over} lead={entry.isAccepted ? words.usedText : words.overText}>
          <ButtonLink href={withReturn("/sign-in", destination)}>{words.signIn}</ButtonLink>
        </Page>
      );
    }
    return (
      <Page title={titleOf(ctx, entry)} lead={leadOf(ctx, entry)}>
        {ctx.actor && !isHere && <Callout kind="warn">{words.otherPerson(ctx.actor.name || ctx.actor.email, entry.email)}</Callout>}
        <Form action={visit.path} {...visit.refused()}>
          <input type="hidden" name="timeZone" data-guess="time-zone" />
          <Buttons>
            <Button>{words.goOn}</Button>
          </Buttons>
        </Form>
        <p>{isHere ? words.signedInAlready : words.whatHappens(entry.email)}</p>
      </Page>
    );
  },
  submit: form(
    z.object({ timeZone: guessedTimeZone() }),
    (ctx, { token }, { timeZone }, visit) => acceptEntry(ctx, { token, timeZone }, visit),
    { isRepeatable: true },
  ),
});

function titleOf(ctx: Context, { personName }: Entry): string {
  const words = joinWords(ctx.reader);
  return personName === "" ? words.welcome : words.welcomeByName(personName);
}

function leadOf(ctx: Context, entry: Entry): string {
  const words = joinWords(ctx.reader);
  const { organizationName, programName, invitedBy } = entry;
  if (entry.memberRole === "administrator") return words.asAdministrator(organizationName, invitedBy);
  if (entry.isCoordinator) return words.asCoordinator(programName ?? "", organizationName, invitedBy);
  return programName === null ? words.toOrganization(organizationName) : words.toProgram(programName, organizationName);
}
