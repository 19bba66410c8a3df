import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { isOpen } from "../life/life.ts";
import { withGuardians } from "../guardians/audience.ts";
import { findRelationship } from "../life/find-life.ts";
import { peopleAndCoordinatorsOfTheRelationship } from "../pairs/access.ts";
import { careCrumbs, CareTabs } from "../pairs/care-tabs.tsx";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { standpointOf } from "../sessions/title-of.ts";
import { agreementPath } from "./agreement-path.ts";
import { AgreementText } from "./agreement-text.tsx";
import { draftVersion, isBlank } from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";
import { findAgreement, findVersion, fingerprint, listVersions } from "./find-agreement.ts";
import { findWanted } from "./find-wanted.ts";
import { signAgreement, signatureShape, signerKind } from "./sign-agreement.ts";
import { Signatures, SignForm } from "./signatures.tsx";
import { VersionList } from "./version-list.tsx";

/** What they agreed, who has signed it, and how it came about; coordinators read it where they sign it. */
export const agreementPage = page("/organizations/:organizationId/relationships/:relationshipId/agreement", {
  access: peopleAndCoordinatorsOfTheRelationship,
  async show(ctx, its, visit) {
    const words = agreementWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const signers = await findWanted(ctx, relationship);
    const { coordinatorSigns } = signers;
    const isOfIt = relationship.people.some(({ personId }) => personId === ctx.actor?.personId);
    const path = agreementPath(its.organizationId, its.relationshipId);
    const wanted = visit.query.get("version");
    const agreement = await findAgreement(ctx, relationship);
    const versions = await listVersions(ctx, its);
    const point = isOfIt && ctx.actor ? standpointOf(ctx, relationship, ctx.actor.personId) : undefined;
    const names = formatList(
      ctx.reader.language,
      relationship.people.map(({ name }) => name),
    );
    const title = point ? words.title : words.titleOf(names);
    const crumbs = point ? pairCrumbs(its, point.title, words.myPage) : careCrumbs(relationship, ctx.reader);
    const said = !point
      ? coordinatorSigns && words.coordinatorAudience
      : coordinatorSigns
        ? words.audienceWithCoordinator(point.names)
        : words.audience(point.names);
    const audience = said && withGuardians(ctx.reader.language, relationship, "agreement", said);
    const tabs = isOfIt ? (
      <PairTabs {...its} format={relationship.format} current="agreement" />
    ) : (
      <CareTabs {...its} current="agreement" />
    );

    // Coordinators who do not sign see whether and when, and not what.
    if (!isOfIt && !coordinatorSigns)
      return (
        <Page title={title} lead={words.concealed} crumbs={crumbs}>
          {tabs}
          {agreement.signatures.length === 0 && <p>{words.noneSigned}</p>}
          <Signatures relationship={relationship} signatures={agreement.signatures} wanted={signers} />
          <VersionList versions={versions} sections={[]} />
        </Page>
      );

    if (wanted !== null) {
      const number = /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : Number.NaN;
      const version = found(Number.isNaN(number) ? undefined : await findVersion(ctx, relationship, number));
      const before = number > 1 ? await findVersion(ctx, relationship, number - 1) : undefined;
      return (
        <Page
          title={words.oldTitle(number)}
          lead={before && words.oldLead}
          audience={audience || undefined}
          crumbs={[...crumbs, { href: path, label: title }]}
          actions={
            <ButtonLink href={path} kind="plain">
              {words.current}
            </ButtonLink>
          }
        >
          <AgreementText sections={version.sections} before={before?.sections} />
          <Signatures relationship={relationship} signatures={version.signatures} wanted={signers} />
        </Page>
      );
    }

    const open = isOpen(relationship);
    const signsAs = ctx.actor && signerKind({ ...ctx, actor: ctx.actor }, relationship, signers);
    const maySign = open && signsAs !== undefined && !agreement.signatures.some(({ personId }) => personId === ctx.actor?.personId);
    const blank = isBlank(agreement.sections);
    const refused = visit.refused("sign");
    return (
      <Page
        title={title}
        lead={point && open && words.lead}
        audience={audience || undefined}
        crumbs={crumbs}
        actions={isOfIt && open && <ButtonLink href={`${path}/change`}>{words.change}</ButtonLink>}
      >
        {tabs}
        {!maySign && refused?.errors[""] && <Callout kind="warn" title={refused.errors[""]} />}
        {agreement.number === draftVersion && <Callout>{words.draft}</Callout>}
        <AgreementText sections={agreement.sections} />
        <Signatures relationship={relationship} signatures={agreement.signatures} wanted={signers} />
        {maySign && blank && <p>{words.blank}</p>}
        {maySign && !blank && ctx.actor && (
          <SignForm name={point?.me.name ?? ctx.actor.name} read={fingerprint(agreement.sections)} action={visit.path} refused={refused} />
        )}
        <VersionList versions={versions} sections={agreement.sections} href={(number) => `${path}?version=${number}`} />
        <p class="quiet">{words.print}</p>
      </Page>
    );
  },
  acts: {
    sign: form(signatureShape, async (ctx: PersonalContext, its, sent) => {
      const { missing, waitsFor } = await signAgreement(ctx, its, sent);
      const words = agreementWords(ctx.reader);
      if (missing.length > 0) return { notice: words.signed(formatList(ctx.reader.language, missing)) };
      return {
        notice:
          waitsFor === undefined
            ? words.signedComplete
            : waitsFor === "guardian"
              ? words.brief.waitingGuardian
              : words.brief.waitingCoordinator,
      };
    }),
  },
});
