import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { dimensionWords, suggestionNames } from "./dimension.messages.ts";
import { DimensionFields } from "./dimension-fields.tsx";
import { dimensionShape } from "./dimension-shape.ts";
import { makeDimension } from "./save-dimension.ts";

export const newDimensionPage = page("/organizations/:organizationId/programs/:programId/fairness/new", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const words = dimensionWords(ctx.reader);
    const refused = visit.refused();
    const asked = visit.query.get("about");
    const suggestion = suggestionNames.find((name) => name === asked);
    const isOpen = refused !== undefined || asked !== null;
    return (
      <Page
        title={words.newTitle}
        lead={words.newLead}
        audience={words.audience}
        crumbs={[
          ...programCrumbs(organization, program),
          { href: `${programPath(organizationId, programId)}/fairness`, label: words.title },
        ]}
      >
        {isOpen ? (
          <Form action={visit.path} {...refused}>
            <DimensionFields
              dimension={{
                ...(suggestion ? words.suggestions[suggestion] : { label: "", reason: "" }),
                options: suggestion ? [...words.suggestions[suggestion].options] : [],
                wishWeight: 0,
              }}
            />
            <Buttons>
              <Button>{words.save}</Button>
            </Buttons>
          </Form>
        ) : (
          <Section title={words.begin}>
            <ul class="entries">
              {suggestionNames.map((name) => (
                <li key={name} class="entry">
                  <p class="entry-title">
                    <a href={`?about=${name}`}>{words.suggestions[name].label}</a>
                  </p>
                  <p class="hint">{words.suggestions[name].options.join(" · ")}</p>
                </li>
              ))}
              <li class="entry">
                <p class="entry-title">
                  <a href="?about=other">{words.ownWords}</a>
                </p>
              </li>
            </ul>
          </Section>
        )}
      </Page>
    );
  },
  submit: form(dimensionShape, async (ctx: PersonalContext, { organizationId, programId }, wish) => {
    await makeDimension(ctx, organizationId, programId, wish);
    return { to: `${programPath(organizationId, programId)}/fairness`, notice: dimensionWords(ctx.reader).added(wish.label) };
  }),
});
