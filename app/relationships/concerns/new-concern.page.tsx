import { z } from "zod";
import { members } from "../../platform/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { checkbox, choice, choices, optionalText } from "../../platform/form-fields.ts";
import { Invalid } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { formWords } from "../../platform/form.messages.ts";
import { isId } from "../../platform/identifiers.ts";
import { page } from "../../platform/page.ts";
import { listSafeguardingLeads, listWhoLooksAfterSafety } from "../../networks/organizations/safeguarding-leads.ts";
import { listOwnHelplines } from "../../networks/organizations/own-helplines.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { guardiansOfTheRelationship } from "../guardians/access.ts";
import { useReader } from "../../ui/reader.ts";
import { findRelationship } from "../life/find-life.ts";
import { peopleAndCoordinatorsOfTheRelationship } from "../pairs/access.ts";
import { chosenCategories, concernsPath, longestWords, urgencies } from "./concern.ts";
import { concernWords } from "./concerns.messages.ts";
import { HelplineList } from "./helpline-list.tsx";
import { listNameable } from "./list-nameable.ts";
import { raiseConcern } from "./raise-concern.ts";
import { snapshotWords } from "./snapshot.messages.ts";
import { findSnapshot, type Snapshot } from "./take-snapshot.ts";

const confidentialities = ["named", "confidential"] as const;

const NewConcernShape = z.object({
  category: choice(chosenCategories),
  words: optionalText(longestWords),
  urgency: choice(urgencies),
  confidential: choice(confidentialities),
  aboutIds: choices(50).transform((ids) => ids.filter(isId)),
  mayWrite: checkbox(),
});

/** The relationship that she comes from, where she may see it; of any other nothing is said. */
async function relationshipOf(ctx: PersonalContext, organizationId: string, query: URLSearchParams): Promise<string | null> {
  const relationshipId = query.get("relationship");
  if (relationshipId === null || !isId(relationshipId)) return null;
  const its = { organizationId, relationshipId };
  const isNear = (await peopleAndCoordinatorsOfTheRelationship.admits(ctx, its)) || (await guardiansOfTheRelationship.admits(ctx, its));
  return isNear ? relationshipId : null;
}

/** What she has reported, where she comes from its button. */
const snapshotOf = (query: URLSearchParams): string | undefined => {
  const id = query.get("snapshot");
  return id !== null && isId(id) ? id : undefined;
};

export const newConcernPage = page("/organizations/:organizationId/concerns/new", {
  access: members,
  show: async (ctx, { organizationId }, visit) => {
    const words = concernWords(ctx.reader);
    const { language } = ctx.reader;
    const relationshipId = await relationshipOf(ctx, organizationId, visit.query);
    const relationship = relationshipId === null ? undefined : await findRelationship(ctx, { organizationId, relationshipId });
    const snapshotId = snapshotOf(visit.query);
    const snapshot = snapshotId === undefined ? undefined : await findSnapshot(ctx, organizationId, snapshotId);
    const near = await listNameable(ctx, organizationId, relationshipId);
    const nameable =
      snapshot?.aboutId && !near.some(({ personId }) => personId === snapshot.aboutId)
        ? [{ personId: snapshot.aboutId, name: snapshot.aboutName ?? "", isNear: true }, ...near]
        : near;
    const hasLeads = (await listSafeguardingLeads(ctx, organizationId)).length > 0;
    const readers = formatList(
      language,
      (await listWhoLooksAfterSafety(ctx, organizationId)).map(({ name }) => name),
    );
    const asked = snapshot?.aboutId ?? visit.query.get("person");
    const others = relationship?.people.filter(({ personId }) => personId !== ctx.actor.personId) ?? [];
    const profile = await ctx.db
      .selectFrom("profile")
      .select("country")
      .where("organization_id", "=", organizationId)
      .where("person_id", "=", ctx.actor.personId)
      .executeTakeFirst();
    const kept = new URLSearchParams([
      ...(relationshipId === null ? [] : [["relationship", relationshipId]]),
      ...(snapshotId === undefined ? [] : [["snapshot", snapshotId]]),
    ]).toString();
    const action = kept === "" ? visit.path : `${visit.path}?${kept}`;
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={hasLeads ? words.readers(readers) : words.readersOwner(readers)}
        crumbs={[{ href: "/", label: words.myPage }]}
        actions={
          <ButtonLink href={`${concernsPath(organizationId)}/mine`} kind="quiet">
            {words.mine}
          </ButtonLink>
        }
      >
        <HelplineList country={profile?.country ?? null} here={await listOwnHelplines(ctx, organizationId)} />
        <Reported snapshot={snapshot} isAsked={snapshotId !== undefined} />
        <Form action={action} {...visit.refused()}>
          {others.length > 0 && (
            <p>
              {words.relationship(
                formatList(
                  language,
                  others.map(({ name }) => name),
                ),
              )}
            </p>
          )}
          <RadioGroup
            name="category"
            label={words.category}
            options={chosenCategories.map((value) => ({ value, label: words.categories[value] }))}
            {...(snapshot && { value: "other" })}
            required
          />
          <TextArea name="words" label={words.words} hint={words.wordsHint} rows={8} maxlength={longestWords} required={!snapshot} />
          <RadioGroup
            name="urgency"
            label={words.urgency}
            options={urgencies.map((value) => ({
              value,
              label: words.urgencies[value],
              ...(value === "now" && { hint: words.nowHint }),
            }))}
            value="soon"
            required
          />
          {nameable.length > 0 && (
            <CheckboxGroup
              name="aboutIds"
              label={words.about}
              hint={words.aboutHint}
              options={nameable.map(({ personId, name, isNear }) => ({
                value: personId,
                label: name,
                ...(!isNear && { hint: words.aboutStaff }),
              }))}
              values={asked === null ? [] : [asked]}
            />
          )}
          <RadioGroup
            name="confidential"
            label={words.confidential}
            hint={words.confidentialHint}
            options={[
              { value: "named", label: words.named },
              { value: "confidential", label: words.confidentialOption },
            ]}
            value="named"
            required
          />
          <Checkbox name="mayWrite" label={words.mayWrite} hint={words.mayWriteHint} checked />
          <Buttons>
            <Button>{words.send}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(NewConcernShape, async (ctx: PersonalContext, { organizationId }, { confidential, ...wish }, visit) => {
    const relationshipId = await relationshipOf(ctx, organizationId, visit.query);
    const snapshotId = snapshotOf(visit.query);
    // What she reports may speak for itself.
    if (wish.words === "" && (snapshotId === undefined || !(await findSnapshot(ctx, organizationId, snapshotId))))
      throw new Invalid({ words: (language) => formWords(language).required });
    const concernId = await raiseConcern(ctx, organizationId, {
      ...wish,
      isConfidential: confidential === "confidential",
      relationshipId,
      snapshotId,
    });
    return { to: `${concernsPath(organizationId)}/mine/${concernId}`, notice: concernWords(ctx.reader).sent };
  }),
});

function Reported({ snapshot, isAsked }: { snapshot: Snapshot | undefined; isAsked: boolean }) {
  const words = snapshotWords(useReader().language);
  if (!isAsked) return null;
  if (!snapshot) return <Callout kind="warn">{words.gone}</Callout>;
  return (
    <Callout title={words.with[snapshot.kind](snapshot.aboutName ?? "")}>
      <p>{words.stays}</p>
    </Callout>
  );
}
