import { z } from "zod";
import { anyone } from "../../platform/access.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { isId } from "../../platform/identifiers.ts";
import { page } from "../../platform/page.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { lettersWords } from "./letters.messages.ts";
import { findLetterByToken } from "./queries.ts";
import { unsubscribe } from "./unsubscribe.ts";

/** From the line under a letter: one button, and back again. Opening the page changes nothing, since mail programs open links too. */
export const unsubscribePage = page("/unsubscribe/:token", {
  access: anyone,
  takesForeignPosts: true,
  async show(ctx, { token }, visit) {
    const letter = found(isId(token) ? await findLetterByToken(ctx, token) : undefined);
    const words = lettersWords(ctx.reader);
    const kind = words.kinds[letter.kind];
    const isDone = visit.query.get("done") === "1";
    return (
      <Page
        title={words.unsubscribe.title}
        lead={isDone ? words.unsubscribe.stopped(kind, letter.organizationName) : words.unsubscribe.ask(kind, letter.organizationName)}
      >
        <Form action={visit.path}>
          <Button name="act" value={isDone ? "again" : "submit"} kind={isDone ? "plain" : "primary"}>
            {isDone ? words.unsubscribe.again : words.unsubscribe.stop}
          </Button>
        </Form>
      </Page>
    );
  },
  acts: {
    submit: form(
      z.object({}),
      async (ctx, { token }) => {
        await unsubscribe(ctx, token, "stop");
        return { to: `/unsubscribe/${token}?done=1` };
      },
      { isRepeatable: true },
    ),
    again: form(
      z.object({}),
      async (ctx, { token }) => {
        await unsubscribe(ctx, token, "again");
        return { to: `/unsubscribe/${token}`, notice: lettersWords(ctx.reader).unsubscribe.resumed };
      },
      { isRepeatable: true },
    ),
  },
});
