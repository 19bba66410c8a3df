import { z } from "zod";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { dimensionWords } from "./dimension.messages.ts";
import { DimensionFields } from "./dimension-fields.tsx";
import { dimensionShape } from "./dimension-shape.ts";
import { countDescriptions, findDimension, findSmallestGroup } from "./list-dimensions.ts";
import { changeDimension, deleteDimension } from "./save-dimension.ts";

const listPath = (organizationId: string, programId: string): string => `${programPath(organizationId, programId)}/fairness`;

export const dimensionPage = page("/organizations/:organizationId/programs/:programId/fairness/:dimensionId", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, dimensionId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const dimension = await findDimension(ctx, organizationId, programId, dimensionId);
    const count = (await countDescriptions(ctx, organizationId, programId)).get(dimensionId) ?? 0;
    const smallest = await findSmallestGroup(ctx, organizationId, programId);
    const { language } = ctx.reader;
    const words = dimensionWords(language);
    const at = listPath(organizationId, programId);
    return (
      <Page
        title={dimension.label}
        audience={words.audience}
        crumbs={[...programCrumbs(organization, program), { href: at, label: words.title }]}
      >
        <Callout>
          <p>{count < smallest ? words.asksAnewFew : words.asksAnew(formatNumber(language, count))}</p>
        </Callout>
        <Form action={visit.path} act="save" {...visit.refused("save")}>
          <DimensionFields dimension={{ ...dimension, options: dimension.options.map(({ label }) => label) }} />
          <Buttons>
            <Button>{words.save}</Button>
          </Buttons>
        </Form>
        <Details summary={words.delete}>
          <Confirm
            action={visit.path}
            act="delete"
            gone={[words.gone]}
            stays={[words.stays]}
            button={words.delete}
            cancelHref={at}
            isFinal
          />
        </Details>
      </Page>
    );
  },
  acts: {
    save: form(dimensionShape, async (ctx: PersonalContext, { organizationId, programId, dimensionId }, wish) => {
      await changeDimension(ctx, organizationId, programId, dimensionId, wish);
      return { to: listPath(organizationId, programId), notice: dimensionWords(ctx.reader).saved(wish.label) };
    }),
    delete: form(z.object({}), async (ctx: PersonalContext, { organizationId, programId, dimensionId }) => {
      const label = await deleteDimension(ctx, organizationId, programId, dimensionId);
      return { to: listPath(organizationId, programId), notice: dimensionWords(ctx.reader).deleted(label) };
    }),
  },
});
