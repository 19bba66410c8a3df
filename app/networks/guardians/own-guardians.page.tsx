import { z } from "zod";
import { members } from "../../platform/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { id } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Details } from "../../ui/details.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import { confirmGuardianship, endGuardianship } from "./change-guardianship.ts";
import { guardianWords } from "./guardians.messages.ts";
import { type Guardian, listGuardians, listWards, type Ward } from "./list-guardians.ts";

const which = z.object({ guardianshipId: id() });

/** Behind a guardian's letter: what she would see, and her yes. And for everybody, who her guardians are and what they see. */
export const ownGuardiansPage = page("/organizations/:organizationId/guardians", {
  access: members,
  async show(ctx: PersonalContext, { organizationId }, visit) {
    const words = guardianWords(ctx.reader);
    const { personId } = ctx.actor;
    const wards = await listWards(ctx, organizationId, personId);
    const guardians = await listGuardians(ctx, organizationId, [personId]);
    const refused = ["confirm", "decline", "end"].map((act) => visit.refused(act)).find((one) => one !== undefined);
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience}>
        {refused?.errors[""] && <Callout kind="warn" title={refused.errors[""]} />}
        {wards.length + guardians.length === 0 && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
        {wards
          .filter(({ confirmedAt }) => confirmedAt === null)
          .map((ward) => (
            <Asked key={ward.id} ward={ward} visit={visit} />
          ))}
        <Wards wards={wards.filter(({ confirmedAt }) => confirmedAt !== null)} visit={visit} />
        {guardians.length > 0 && <Yours guardians={guardians} visit={visit} />}
      </Page>
    );
  },
  acts: {
    confirm: form(which, async (ctx: PersonalContext, { organizationId }, { guardianshipId }) => {
      const wardId = await confirmGuardianship(ctx, { organizationId, guardianshipId });
      const ward = (await listWards(ctx, organizationId, ctx.actor.personId)).find((one) => one.wardId === wardId);
      return { to: "/", notice: guardianWords(ctx.reader).confirmed(ward?.name ?? "") };
    }),
    decline: form(which, async (ctx: PersonalContext, { organizationId }, { guardianshipId }) => {
      await endGuardianship(ctx, { organizationId, guardianshipId }, { as: "one of them" });
      return { notice: guardianWords(ctx.reader).refused };
    }),
    end: form(which, async (ctx: PersonalContext, { organizationId }, { guardianshipId }) => {
      const words = guardianWords(ctx.reader);
      const { personId } = ctx.actor;
      const ward = (await listWards(ctx, organizationId, personId)).find((one) => one.id === guardianshipId);
      const guardian = (await listGuardians(ctx, organizationId, [personId])).find((one) => one.id === guardianshipId);
      await endGuardianship(ctx, { organizationId, guardianshipId }, { as: "one of them" });
      return { notice: ward ? words.endedMine(ward.name) : words.ended(guardian?.name ?? "") };
    }),
  },
});

export const GuardianSees = () => {
  const words = guardianWords(useReader().language);
  return (
    <>
      <ul>
        {words.sees.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>{words.never}</p>
    </>
  );
};

function Asked({ ward: { id: guardianshipId, name, invitedBy }, visit }: { ward: Ward; visit: Visit }) {
  const words = guardianWords(useReader().language);
  return (
    <Section title={words.asked(name)}>
      {invitedBy !== null && <p>{words.askedBy(invitedBy, name)}</p>}
      <p>{words.whatYouSee}</p>
      <GuardianSees />
      <Buttons>
        <ActButton action={visit.path} act="confirm" fields={{ guardianshipId }} kind="primary">
          {words.yes}
        </ActButton>
        <ActButton action={visit.path} act="decline" fields={{ guardianshipId }}>
          {words.no}
        </ActButton>
      </Buttons>
    </Section>
  );
}

function Wards({ wards, visit }: { wards: readonly Ward[]; visit: Visit }) {
  const words = guardianWords(useReader().language);
  if (wards.length === 0) return null;
  return (
    <Section title={words.of}>
      <Entries label={words.of}>
        {wards.map(({ id: guardianshipId, name, relation, confirmedAt }) => (
          <Entry key={guardianshipId} title={<bdi>{name}</bdi>} aside={words.relations[relation]}>
            <p>
              {confirmedAt && (
                <>
                  {words.since} <Time at={confirmedAt} as="day" />.{" "}
                </>
              )}
              <a href="/">{words.toMyPage}</a>
            </p>
            <End text={words.endMine(name)} guardianshipId={guardianshipId} visit={visit} />
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}

function Yours({ guardians, visit }: { guardians: readonly Guardian[]; visit: Visit }) {
  const words = guardianWords(useReader().language);
  return (
    <>
      <Section title={words.yours}>
        <p>{words.yoursLead}</p>
        <Entries label={words.yours}>
          {guardians.map(({ id: guardianshipId, name, relation, confirmedAt }) => (
            <Entry key={guardianshipId} title={<bdi>{name}</bdi>} aside={words.relations[relation]}>
              <p>
                {confirmedAt ? (
                  <>
                    {words.since} <Time at={confirmedAt} as="day" />
                  </>
                ) : (
                  words.notAnswered
                )}
              </p>
              <End text={words.endYours(name)} guardianshipId={guardianshipId} visit={visit} />
            </Entry>
          ))}
        </Entries>
      </Section>
      <Section title={words.whatTheySee}>
        <GuardianSees />
      </Section>
    </>
  );
}

function End({ text, guardianshipId, visit }: { text: string; guardianshipId: string; visit: Visit }) {
  const words = guardianWords(useReader().language);
  return (
    <Details summary={words.end}>
      <p>{text}</p>
      <ActButton action={visit.path} act="end" fields={{ guardianshipId }} kind="danger">
        {words.endIt}
      </ActButton>
    </Details>
  );
}
