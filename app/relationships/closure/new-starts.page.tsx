import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { choice, id, optionalText } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { Time } from "../../ui/time.tsx";
import { findRelationship } from "../life/find-life.ts";
import { mayLeaveGroup } from "../life/leave-group.ts";
import { careCrumbs, CareTabs } from "../pairs/care-tabs.tsx";
import { whoLooksAfterTheRelationship } from "./access.ts";
import { answerNewStart } from "./answer-new-start.ts";
import { findNewStarts } from "./find-new-starts.ts";
import { isWaiting } from "./new-start.ts";
import { newStartWords } from "./new-start.messages.ts";

const answers = ["agreed", "talking", "declined"] as const;

/** What was asked in confidence, for the one coordinator who looks after the relationship. */
export const newStartsPage = page("/organizations/:organizationId/relationships/:relationshipId/new-start/answer", {
  access: whoLooksAfterTheRelationship,
  async show(ctx, its, visit) {
    const relationship = await findRelationship(ctx, its);
    const asked = await findNewStarts(ctx, its);
    const words = newStartWords(ctx.reader);
    const names = formatList(
      ctx.reader.language,
      relationship.people.map(({ name }) => name),
    );
    return (
      <Page
        title={words.answerTitle(names)}
        lead={words.answerLead}
        audience={words.answerAudience}
        crumbs={careCrumbs(relationship, ctx.reader)}
      >
        <CareTabs {...its} />
        {asked.length === 0 && <p>{words.nobodyAsks}</p>}
        {asked.map((one) => (
          <Section key={one.id} title={one.name}>
            <p>
              <Time at={one.askedAt} as="long-day" />: {words.reasons[one.reason]}
            </p>
            <OwnWords text={one.words ?? words.unreadable} />
            {isWaiting(one.state) ? (
              <Form action={visit.path} act="answer" id={one.id} {...visit.refused("answer")}>
                <input type="hidden" name="newStartId" value={one.id} />
                <RadioGroup
                  name="answer"
                  label={words.yourAnswer}
                  options={answers.map((value) => ({
                    value,
                    label: words.answers[value],
                    hint: words.answerWhat[value === "agreed" && mayLeaveGroup(relationship, one.personId) ? "leaves" : value],
                  }))}
                  required
                />
                <TextArea name="words" label={words.wordTo(one.name)} rows={4} maxlength={2000} />
                <Button>{words.sendAnswer}</Button>
              </Form>
            ) : (
              <>
                <p>{words.states[one.state]}</p>
                {one.answer !== "" && <OwnWords text={one.answer} />}
              </>
            )}
          </Section>
        ))}
      </Page>
    );
  },
  acts: {
    answer: form(
      z.object({ newStartId: id(), answer: choice(answers), words: optionalText(2000) }),
      async (ctx: PersonalContext, its, answer) => {
        await answerNewStart(ctx, its, answer);
        return { notice: newStartWords(ctx.reader).answered };
      },
    ),
  },
});
