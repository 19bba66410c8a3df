import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { choice, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { findRelationship } from "../life/find-life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs } from "../pairs/pair-tabs.tsx";
import { pairWords } from "../pairs/pairs.messages.ts";
import { titleFor } from "../sessions/title-of.ts";
import { askNewStart, withdrawNewStart } from "./ask-new-start.ts";
import { findNewStarts } from "./find-new-starts.ts";
import { isWaiting, newStartReasons } from "./new-start.ts";
import { newStartWords } from "./new-start.messages.ts";

/** Asks the coordinator for a start with somebody else: hers alone to see, and her coordinator's. */
export const newStartPage = page("/organizations/:organizationId/relationships/:relationshipId/new-start", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const relationship = await findRelationship(ctx, its);
    const [latest] = await findNewStarts(ctx, its, ctx.actor.personId);
    const words = newStartWords(ctx.reader);
    const title = titleFor(relationship, ctx.actor.personId, ctx.reader.language);
    const waits = latest !== undefined && isWaiting(latest.state);
    const mayAsk = !waits && relationship.closesOn === null && relationship.state !== "concluded";
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience} crumbs={pairCrumbs(its, title, pairWords(ctx.reader).myPage)}>
        {latest && (
          <Callout title={words.states[latest.state]}>
            {latest.answer !== "" && <OwnWords text={latest.answer} />}
            {waits && (
              <ActButton action={visit.path} act="withdraw" kind="quiet">
                {words.withdraw}
              </ActButton>
            )}
          </Callout>
        )}
        {mayAsk && (
          <Form action={visit.path} act="ask" {...visit.refused("ask")}>
            <p>{words.what}</p>
            <RadioGroup
              name="reason"
              label={words.reason}
              options={newStartReasons.map((value) => ({ value, label: words.reasons[value] }))}
              required
            />
            <TextArea name="words" label={words.words} hint={words.wordsHint} maxlength={2000} required />
            <p class="hint">{words.unsafe}</p>
            <Button>{words.ask}</Button>
          </Form>
        )}
        {!mayAsk && !waits && <p>{words.endsAnyway}</p>}
      </Page>
    );
  },
  acts: {
    ask: form(z.object({ reason: choice(newStartReasons), words: text(2000) }), async (ctx: PersonalContext, its, asked) => {
      await askNewStart(ctx, its, asked);
      return { notice: newStartWords(ctx.reader).asked };
    }),
    withdraw: form(z.object({}), async (ctx: PersonalContext, its) => {
      await withdrawNewStart(ctx, its);
      return { notice: newStartWords(ctx.reader).withdrawn };
    }),
  },
});
