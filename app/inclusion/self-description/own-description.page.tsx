import { z } from "zod";
import { participants } from "../../networks/enrollment/access.ts";
import { mostPlaces, ownPath } from "../../networks/enrollment/participant.ts";
import { listOwnParts } from "../../networks/enrollment/find-participant.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { checkbox, id, optionalText, optionalWholeNumber, wholeNumber } from "../../platform/form-fields.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { describeYourself, findOwnDescriptions, ownParts, withdrawDescription } from "./describe-yourself.ts";
import { longestOwnWords, type Value } from "./dimension.ts";
import { findDimension, findSmallestGroup, listDimensions } from "./list-dimensions.ts";
import { DescriptionForm, optionValue } from "./own-description.tsx";
import { ownDescriptionWords } from "./own-description.messages.ts";

interface Place {
  readonly organizationId: string;
  readonly programId: string;
}

const shape = z.object({
  dimensionId: id(),
  /** What she has read: she consents to these words, and to no others. */
  version: wholeNumber(1, 999_999_999),
  value: optionalText(200),
  ownWords: optionalText(longestOwnWords),
  consent: checkbox(),
  wishes: checkbox(),
  mayMatch: checkbox(),
  atMost: optionalWholeNumber(0, mostPlaces),
});

/** What a participant says of herself, freely: shown to her alone. */
export const ownDescriptionPage = page("/organizations/:organizationId/programs/:programId/me/background", {
  access: participants,
  show: async (ctx, { organizationId, programId }, visit) => {
    const program = await findProgram(ctx, organizationId, programId);
    const dimensions = await listDimensions(ctx, organizationId, programId);
    const parts = await ownParts(ctx, organizationId, programId);
    // Also of a part that she has left: what she said can be deleted at once.
    const everyPart = await listOwnParts(ctx, organizationId, programId, ctx.actor.personId);
    const own = await findOwnDescriptions(ctx, organizationId, everyPart, dimensions);
    const smallest = await findSmallestGroup(ctx, organizationId, programId);
    const { language } = ctx.reader;
    const words = ownDescriptionWords(language);
    const refused = visit.refused("describe");
    const nothing = dimensions.length === 0 || parts.length === 0;
    return (
      <Page
        title={words.title}
        {...(!nothing && { lead: words.lead(program.name) })}
        audience={words.audience}
        crumbs={[{ href: ownPath(organizationId, programId), label: program.name }]}
      >
        {nothing ? (
          <EmptyState title={words.none}>{words.noneText}</EmptyState>
        ) : (
          <>
            <Callout>
              <p>{words.promise(formatNumber(language, smallest))}</p>
            </Callout>
            {dimensions.map((dimension) => (
              <DescriptionForm
                key={dimension.id}
                dimension={dimension}
                own={own.get(dimension.id)}
                roles={parts.map(({ role }) => role)}
                action={visit.path}
                refused={refused?.values["dimensionId"]?.[0] === dimension.id ? refused : undefined}
              />
            ))}
          </>
        )}
        {own.size > (nothing ? 0 : 1) && (
          <ActButton action={visit.path} act="withdrawAll" kind="danger">
            {words.withdrawAll}
          </ActButton>
        )}
      </Page>
    );
  },
  acts: {
    describe: form(shape, async (ctx: PersonalContext, { organizationId, programId }: Place, sent) => {
      const words = ownDescriptionWords(ctx.reader);
      const dimension = await findDimension(ctx, organizationId, programId, sent.dimensionId);
      if (sent.value === "not-say") {
        await withdrawDescription(ctx, organizationId, programId, dimension.id);
        return { notice: words.notSaid(dimension.label) };
      }
      const value = readValue(
        sent,
        dimension.options.map(({ key }) => key),
      );
      // Nothing is kept without her word for it.
      if (sent.version !== dimension.version) throw new Conflict((language) => ownDescriptionWords(language).changedMeanwhile);
      if (!sent.consent) throw new Invalid({ consent: (language) => ownDescriptionWords(language).consentNeeded });
      const { wishes, mayMatch, atMost } = sent;
      await describeYourself(ctx, organizationId, programId, dimension.id, { value, wishes, mayMatch, atMost });
      return { notice: words.saved(dimension.label) };
    }),
    withdraw: form(z.object({ dimensionId: id() }), async (ctx: PersonalContext, { organizationId, programId }: Place, { dimensionId }) => {
      await withdrawDescription(ctx, organizationId, programId, dimensionId);
      return { notice: ownDescriptionWords(ctx.reader).deleted };
    }),
    withdrawAll: form(z.object({}), async (ctx: PersonalContext, { organizationId, programId }: Place) => {
      await withdrawDescription(ctx, organizationId, programId, undefined);
      return { notice: ownDescriptionWords(ctx.reader).deleted };
    }),
  },
});

function readValue(sent: { value: string; ownWords: string }, keys: readonly string[]): Value {
  if (sent.value === "own-words") {
    if (sent.ownWords === "") throw new Invalid({ ownWords: (language) => ownDescriptionWords(language).wordsNeeded });
    return { kind: "own-words", words: sent.ownWords };
  }
  const key = keys.find((one) => optionValue(one) === sent.value);
  if (key === undefined) throw new Invalid({ value: (language) => ownDescriptionWords(language).choose });
  return { kind: "option", key };
}
