import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { withGuardians } from "../guardians/audience.ts";
import { findRelationship } from "../life/find-life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { standpointOf } from "../sessions/title-of.ts";
import { findSetting } from "../settings/find-setting.ts";
import { agreementPath } from "./agreement-path.ts";
import { changedSections, longestText } from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";
import { agreementShape, changeAgreement, textField } from "./change-agreement.ts";
import { findAgreement, findVersion } from "./find-agreement.ts";
import { titleOf, titlesOf } from "./section-title.ts";

/** Every section in a field; what somebody else wrote meanwhile stands beside hers. */
export const changeAgreementPage = page("/organizations/:organizationId/relationships/:relationshipId/agreement/change", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const { language } = ctx.reader;
    const words = agreementWords(language);
    const relationship = await findRelationship(ctx, its);
    const { names, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const { coordinatorSigns } = await findSetting(ctx, its.organizationId, relationship.programId);
    const agreement = await findAgreement(ctx, relationship);
    const refused = visit.refused();
    // What she began to write on stays the ground of her changes until they are saved.
    const seen = refused ? Number(refused.values["seen"]?.[0] ?? agreement.number) : agreement.number;
    const before = seen === agreement.number ? undefined : await findVersion(ctx, relationship, seen);
    const changedMeanwhile = before ? changedSections(before.sections, agreement.sections) : [];
    const path = agreementPath(its.organizationId, its.relationshipId);
    return (
      <Page
        title={words.changeTitle}
        lead={words.changeLead}
        audience={withGuardians(
          ctx.reader.language,
          relationship,
          "agreement",
          coordinatorSigns ? words.audienceWithCoordinator(names) : words.audience(names),
        )}
        crumbs={[...pairCrumbs(its, title, words.myPage), { href: path, label: words.title }]}
      >
        <PairTabs {...its} format={relationship.format} current="agreement" />
        <Form action={visit.path} {...refused}>
          {agreement.sections.map((section) => (
            <div key={section.key}>
              <TextArea
                name={textField(section.key)}
                label={titleOf(language, section)}
                rows={Math.min(10, 2 + Math.ceil(section.text.length / 70))}
                maxlength={longestText}
                value={section.text}
                {...(changedMeanwhile.includes(section.key) && { hint: `${words.nowSays}: ${section.text}` })}
              />
            </div>
          ))}
          <input type="hidden" name="seen" value={String(seen)} />
          <input type="hidden" name="shown" value={String(agreement.number)} />
          <Buttons>
            <Button>{words.save}</Button>
            <ButtonLink href={path} kind="quiet">
              {words.current}
            </ButtonLink>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(agreementShape, async (ctx: PersonalContext, its, sent) => {
    const { theirs } = await changeAgreement(ctx, its, sent);
    const words = agreementWords(ctx.reader);
    const to = agreementPath(its.organizationId, its.relationshipId);
    if (theirs === undefined) return { to, notice: words.asBefore };
    if (theirs.length === 0) return { to, notice: words.saved };
    const { sections } = await findAgreement(ctx, await findRelationship(ctx, its));
    const parts = formatList(
      ctx.reader.language,
      titlesOf(ctx.reader.language, sections, theirs).map((title) => `“${title}”`),
    );
    return { to, notice: words.savedWith(parts) };
  }),
});
