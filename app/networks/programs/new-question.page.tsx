import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { findOrganization } from "../organizations/find-organization.ts";
import { coordinators } from "./access.ts";
import { addQuestion } from "./add-question.ts";
import { findProgram } from "./find-program.ts";
import { programPath } from "./program.ts";
import { programCrumbs } from "./program-tabs.tsx";
import { programWords } from "./program.messages.ts";
import { questionKinds } from "./question.ts";
import { QuestionFields } from "./question-fields.tsx";
import { questionShape, type QuestionWish } from "./question-shape.ts";
import { questionWords } from "./questions.messages.ts";

const fresh: Omit<QuestionWish, "kind"> = {
  label: "",
  help: "",
  askedOf: "both",
  options: [],
  minimum: null,
  maximum: null,
  isRequired: false,
  shownTo: "coordinators",
};

export const newQuestionPage = page("/organizations/:organizationId/programs/:programId/questions/new", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const words = questionWords(ctx.reader);
    const refused = visit.refused();
    const asked = refused?.values["kind"]?.[0] ?? visit.query.get("kind");
    const kind = questionKinds.find((one) => one === asked);
    const questions = { href: `${programPath(organizationId, programId)}/questions`, label: words.title };
    return (
      <Page
        title={words.newTitle}
        {...(kind && { lead: words.kinds[kind] })}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={[...programCrumbs(organization, program), questions]}
      >
        {kind ? (
          <Form action={visit.path} {...refused}>
            <QuestionFields question={{ ...fresh, kind }} />
            <Buttons>
              <Button>{words.save}</Button>
              <Button kind="quiet" name="next" value="another">
                {words.saveAndAdd}
              </Button>
            </Buttons>
          </Form>
        ) : (
          <Section title={words.chooseKind}>
            <ul class="entries">
              {questionKinds.map((one) => (
                <li key={one} class="entry">
                  <p class="entry-title">
                    <a href={`?kind=${one}`}>{words.kinds[one]}</a>
                  </p>
                  <p class="hint">{words.kindHints[one]}</p>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Page>
    );
  },
  submit: form(questionShape, async (ctx, { organizationId, programId }, { next, ...wish }) => {
    await addQuestion(ctx, organizationId, programId, wish);
    const at = `${programPath(organizationId, programId)}/questions`;
    return { to: next === "another" ? `${at}/new` : at, notice: questionWords(ctx.reader).added(wish.label) };
  }),
});
