import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { AgreementText } from "../agreements/agreement-text.tsx";
import { signAgreement, signatureShape } from "../agreements/sign-agreement.ts";
import { ownGuardiansPath } from "../../networks/guardians/guardian.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Details } from "../../ui/details.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay, formatList, formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import { lifeWords } from "../life/life.messages.ts";
import { guardiansOfTheRelationship } from "./access.ts";
import { findGuardianView, type GuardianView } from "./find-guardian-view.ts";
import { guardianScales, guardianSteps, longestGuardianWords } from "./guardian-farewell.ts";
import { guardianPageWords } from "./guardian-page.messages.ts";
import { guardianFarewellShape, saveGuardianFarewell } from "./save-guardian-farewell.ts";

/** A relationship as a guardian sees it; here she signs, and says at the end how it was. */
export const guardianPage = page("/organizations/:organizationId/relationships/:relationshipId/guardian", {
  access: guardiansOfTheRelationship,
  async show(ctx: PersonalContext, its, visit) {
    const words = guardianPageWords(ctx.reader);
    const view = await findGuardianView(ctx, its);
    const { language } = ctx.reader;
    const [wards, partners] = [formatList(language, view.wards), formatList(language, view.partners)];
    const { state } = view.relationship;
    const isAtEnd = state === "closing" || state === "concluded";
    const refused = visit.refused("farewell");
    return (
      <Page
        title={words.title(wards, partners)}
        lead={words.lead}
        audience={words.audience(wards)}
        crumbs={[{ href: "/", label: words.myPage }]}
      >
        {!isAtEnd && refused?.errors[""] && <Callout kind="warn" title={refused.errors[""]} />}
        <Standing view={view} />
        {isAtEnd && <AtEnd view={view} visit={visit} />}
        <Agreement view={view} visit={visit} name={ctx.actor.name} />
        <Sessions view={view} />
        <p>{words.worried}</p>
        <p>
          <a href={ownGuardiansPath(its.organizationId)}>{words.own}</a>
        </p>
      </Page>
    );
  },
  acts: {
    sign: form(signatureShape, async (ctx: PersonalContext, its, sent) => {
      const { isComplete } = await signAgreement(ctx, its, sent);
      const words = guardianPageWords(ctx.reader);
      return { notice: isComplete ? words.signedComplete : words.signedNow };
    }),
    farewell: form(guardianFarewellShape, async (ctx: PersonalContext, its, said) => {
      await saveGuardianFarewell(ctx, its, said);
      return { notice: guardianPageWords(ctx.reader).sent };
    }),
  },
});

function Standing({ view: { relationship, next, talkOn, owner } }: { view: GuardianView }) {
  const { language } = useReader();
  const words = guardianPageWords(language);
  const { programName, state, begunAt } = relationship;
  return (
    <DescriptionList
      items={[
        { name: words.program, value: <bdi>{programName}</bdi> },
        { name: words.state, value: lifeWords(language).states[state] },
        { name: words.since, value: <Time at={begunAt} as="long-day" /> },
        ...(next ? [{ name: words.next, value: <Time at={next} /> }] : []),
        ...(talkOn ? [{ name: words.talk, value: words.talkOn(formatDay(language, talkOn, "day")) }] : []),
        {
          name: words.owner,
          value: owner ? (
            <>
              <bdi>{owner.name}</bdi>
              {" · "}
              <a href={`mailto:${owner.email}`}>
                <bdi>{owner.email}</bdi>
              </a>
            </>
          ) : (
            words.nobody
          ),
        },
      ]}
    />
  );
}

function Agreement({ view: { agreement }, visit, name }: { view: GuardianView; visit: Visit; name: string }) {
  const reader = useReader();
  const words = guardianPageWords(reader.language);
  const refused = visit.refused("sign");
  if (agreement.sections.length === 0)
    return (
      <Section title={words.agreement} id="agreement">
        <p>{words.notYet}</p>
      </Section>
    );
  return (
    <Section title={words.agreement} id="agreement">
      {!agreement.maySign && refused?.errors[""] && <Callout kind="warn" title={refused.errors[""]} />}
      <Details summary={words.readIt} open={agreement.maySign}>
        <AgreementText sections={agreement.sections} />
      </Details>
      <h3>{words.signatures}</h3>
      <ul>
        {agreement.signatures.map((one) => (
          <li key={`${one.name} ${one.signedAt.toISOString()}`}>
            <bdi>{words.signed(one.name, formatTime(reader, one.signedAt, "long-day"))}</bdi>
          </li>
        ))}
      </ul>
      {!agreement.isComplete && <p>{words.waits}</p>}
      {agreement.maySign && (
        <Form action={visit.path} act="sign" {...refused}>
          <p>{words.signAs(name)}</p>
          <input type="hidden" name="read" value={agreement.read} />
          <Buttons>
            <Button>{words.sign}</Button>
          </Buttons>
        </Form>
      )}
    </Section>
  );
}

function Sessions({ view: { sessions } }: { view: GuardianView }) {
  const words = guardianPageWords(useReader().language);
  const states = { agreed: words.planned, held: words.held, missed: words.missed } as const;
  return (
    <Section title={words.sessions}>
      {sessions.length === 0 ? (
        <p>{words.noSessions}</p>
      ) : (
        <ul>
          {sessions.map(({ at, state }) => (
            <li key={`${at.toISOString()} ${state}`}>
              <Time at={at} />: {states[state as keyof typeof states]}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** In confidence of the coordinators. */
function AtEnd({ view: { farewell }, visit }: { view: GuardianView; visit: Visit }) {
  const words = guardianPageWords(useReader().language);
  const label = (step: number): string => (step === 1 ? `1, ${words.least}` : step === 5 ? `5, ${words.most}` : String(step));
  return (
    <Section title={words.atEnd} id="end">
      <p>{words.atEndLead}</p>
      <Form action={visit.path} act="farewell" {...visit.refused("farewell")}>
        {guardianScales.map((scale) => (
          <RadioGroup
            key={scale}
            name={scale}
            label={words.scales[scale]}
            options={guardianSteps.map((step) => ({ value: String(step), label: label(step) }))}
            value={String(farewell?.scales[scale] ?? "")}
            inline
          />
        ))}
        <TextArea name="words" label={words.anything} value={farewell?.words} rows={3} maxlength={longestGuardianWords} />
        <Buttons>
          <Button>{words.send}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}
