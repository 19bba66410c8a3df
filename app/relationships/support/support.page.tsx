import { z } from "zod";
import { listGuardians } from "../../networks/guardians/list-guardians.ts";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { id } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay, formatList } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { findRelationship } from "../life/find-life.ts";
import { coordinatorsOfTheRelationship } from "../pairs/access.ts";
import { careCrumbs, CareTabs } from "../pairs/care-tabs.tsx";
import { pairPath } from "../pairs/pair.ts";
import { listPulses } from "../pulse/find-asking.ts";
import { PulseLines } from "../pulse/pulse-lines.tsx";
import { findAddresses, findWhatHappened, listContacts, listEverybody, type SupportContact } from "./find-support.ts";
import { handOverRelationships } from "./hand-over-relationships.ts";
import { noteNotReached, noteSupport, SupportNote } from "./note-support.ts";
import { SupportLife, TalksSoFar } from "./support-life.tsx";
import { supportWords } from "./support.messages.ts";
import { TalkForm } from "./talk-form.tsx";

export const supportPath = (organizationId: string, relationshipId: string): string =>
  `${pairPath(organizationId, relationshipId)}/support`;

/** A relationship as whoever looks after it sees it: its talks, its pulse, its life; and nothing of what is said in it. */
export const supportPage = page("/organizations/:organizationId/relationships/:relationshipId/support", {
  access: coordinatorsOfTheRelationship,
  async show(ctx, its, visit) {
    const { organizationId } = its;
    const words = supportWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const everybody = await listEverybody(ctx, its);
    const contacts = await listContacts(ctx, its);
    const pulses = await listPulses(ctx, organizationId, its.relationshipId);
    const happened = await findWhatHappened(ctx, its);
    const coordinators = await listCoordinators(ctx, organizationId, relationship.programId);
    const { people, programName, ownerId, state, today } = relationship;
    const guardians = await listGuardians(
      ctx,
      organizationId,
      people.map(({ personId }) => personId),
    );
    const isGuardian = (personId: string): boolean => guardians.some(({ guardianId }) => guardianId === personId);
    const nameOf = ({ personId, name }: Pick<SupportContact, "personId" | "name">): string => {
      const wards = people.filter((one) => guardians.some(({ guardianId, wardId }) => guardianId === personId && wardId === one.personId));
      return wards.length === 0
        ? name
        : words.guardianOf(
            name,
            formatList(
              ctx.reader.language,
              wards.map((one) => one.name),
            ),
          );
    };
    const addresses = new Map([
      ...(await findAddresses(ctx, people)),
      ...guardians.map(({ guardianId, email }) => [guardianId, email] as const),
    ]);
    const due = state === "concluded" ? [] : contacts.filter((one) => one.state === "due");
    // Whoever is in it herself does not look after it.
    const others = coordinators.filter(({ personId }) => personId !== ownerId && people.every((one) => one.personId !== personId));
    const refused = visit.refused("note");
    return (
      <Page
        title={words.title(
          formatList(
            ctx.reader.language,
            people.map(({ name }) => name),
          ),
        )}
        lead={words.lead(programName)}
        audience={words.audience}
        crumbs={careCrumbs(relationship, ctx.reader)}
      >
        <CareTabs {...its} current="support" />
        {state === "concluded" ? (
          <p>{words.over}</p>
        ) : due.length === 0 ? (
          <EmptyState title={words.noTalks}>{words.noTalksText}</EmptyState>
        ) : (
          <Details summary={words.guide.title}>
            <ol>
              {words.guide.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Details>
        )}
        {due.some(({ personId }) => isGuardian(personId)) && (
          <Details summary={words.guardianGuide.title}>
            <ol>
              {words.guardianGuide.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Details>
        )}
        {due
          .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
          .map((contact) => (
            <TalkForm
              key={contact.id}
              contact={contact}
              name={nameOf(contact)}
              address={addresses.get(contact.personId)}
              action={visit.path}
              today={today}
              refused={refused?.values["contactId"]?.[0] === contact.id ? refused : undefined}
            />
          ))}
        <PulseLines askings={pulses} people={everybody} format={relationship.format} />
        <SupportLife relationship={relationship} happened={happened} />
        <TalksSoFar contacts={contacts} nameOf={nameOf} />
        <Section title={words.owner.title}>
          <p>
            <bdi>{coordinators.find(({ personId }) => personId === ownerId)?.name ?? words.owner.nobody}</bdi>
          </p>
          {state === "concluded" ? null : others.length > 0 ? (
            <Form action={visit.path} act="handOver" inline {...visit.refused("handOver")}>
              <Select
                name="toId"
                label={words.owner.to}
                emptyLabel={words.owner.choose}
                options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
              />
              <Buttons>
                <Button kind="plain">{words.owner.give}</Button>
              </Buttons>
            </Form>
          ) : (
            <p class="quiet">{words.owner.alone}</p>
          )}
        </Section>
      </Page>
    );
  },
  acts: {
    note: form(SupportNote, async (ctx: PersonalContext, its, note) => {
      const next = await noteSupport(ctx, its, note);
      return { notice: supportWords(ctx.reader).noted(formatDay(ctx.reader.language, next, "day")) };
    }),
    notReached: form(z.object({ contactId: id() }), async (ctx: PersonalContext, its, { contactId }) => {
      const again = await noteNotReached(ctx, its, contactId);
      return { notice: supportWords(ctx.reader).again(formatDay(ctx.reader.language, again, "day")) };
    }),
    handOver: form(z.object({ toId: id() }), async (ctx: PersonalContext, its, { toId }) => {
      const { organizationId, relationshipId } = its;
      const { programId } = await findRelationship(ctx, its);
      const { name } = await handOverRelationships(ctx, { organizationId, programId }, { relationshipIds: [relationshipId] }, toId);
      return { notice: supportWords(ctx.reader).owner.given(name) };
    }),
  },
});
