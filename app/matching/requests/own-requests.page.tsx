import { z } from "zod";
import { participants } from "../../networks/enrollment/access.ts";
import { listOwnParts } from "../../networks/enrollment/find-participant.ts";
import { ownPath, type Participant } from "../../networks/enrollment/participant.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { optionalWholeNumber } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { NumberField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay, formatDeadline, formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { directoryPath } from "../choices/choice-path.ts";
import { clockOf } from "../criteria/clock-day.ts";
import { directoryWords } from "../directory/directory.messages.ts";
import { findMode } from "../modes/find-mode.ts";
import { isAskingOpen, type MatchingMode } from "../modes/mode.ts";
import { otherSide } from "../offers/offer.ts";
import { limitRequests } from "./limit-requests.ts";
import { type ListedRequest, listOwnRequests } from "./list-requests.ts";
import { mostEachMonth } from "./request.ts";
import { loadOfMentors } from "./request-load.ts";
import { endOf } from "./request-status.tsx";
import { requestWords } from "./requests.messages.ts";

/** A participant's own requests: whom she has asked, or who has asked her, and by when what happens. */
export const ownRequestsPage = page("/organizations/:organizationId/programs/:programId/requests", {
  access: participants,
  async show(ctx, { organizationId, programId }, visit) {
    const program = await findProgram(ctx, organizationId, programId);
    const mode = await findMode(ctx, organizationId, programId);
    const { today } = await clockOf(ctx, organizationId, programId);
    const parts = (await listOwnParts(ctx, organizationId, programId, ctx.actor.personId)).filter(
      ({ withdrawnAt }) => withdrawnAt === null,
    );
    const words = requestWords(ctx.reader);
    const isOpen = isAskingOpen(mode, today);
    return (
      <Page
        title={words.own.title}
        lead={parts.map(({ role }) => words.own.lead[role](program.name)).join(". ")}
        audience={words.own.audience}
        crumbs={[
          { href: "/", label: words.myPage },
          { href: ownPath(organizationId, programId), label: program.name },
        ]}
      >
        {await Promise.all(
          parts.map(async (part) => (
            <OwnRequests
              key={part.id}
              part={part}
              organizationId={organizationId}
              requests={await listOwnRequests(ctx, organizationId, programId, part.role, part.id)}
              mode={mode}
              isOpen={isOpen}
            />
          )),
        )}
        {parts.some(({ role }) => role === "mentor") && isOpen && (
          <LimitForm organizationId={organizationId} eachMonth={await ownLimit(ctx, organizationId, programId, parts)} visit={visit} />
        )}
      </Page>
    );
  },
  acts: {
    limit: form(
      z.object({ eachMonth: optionalWholeNumber(0, mostEachMonth) }),
      async (ctx: PersonalContext, { organizationId, programId }: { organizationId: string; programId: string }, { eachMonth }) => {
        const parts = await listOwnParts(ctx, organizationId, programId, ctx.actor.personId);
        const own = found(parts.find(({ role, withdrawnAt }) => role === "mentor" && withdrawnAt === null));
        await limitRequests(ctx, { organizationId, programId, mentorId: own.id, eachMonth });
        return { notice: requestWords(ctx.reader).own.limitSaved };
      },
    ),
  },
});

async function ownLimit(
  ctx: PersonalContext,
  organizationId: string,
  programId: string,
  parts: readonly Participant[],
): Promise<number | null> {
  const own = found(parts.find(({ role }) => role === "mentor"));
  return (await loadOfMentors(ctx, organizationId, programId, [own.id])).get(own.id)?.eachMonth ?? null;
}

interface OwnProps {
  part: Participant;
  organizationId: string;
  requests: readonly ListedRequest[];
  mode: MatchingMode;
  isOpen: boolean;
}

function OwnRequests({ part, organizationId, requests, mode, isOpen }: OwnProps) {
  const reader = useReader();
  const words = requestWords(reader.language);
  const { own, states } = words;
  const other = otherSide(part.role);
  const open = requests.filter(({ state }) => state === "open").length;
  const left = mode.openRequests - open;
  const hasSomebody = requests.some(({ state }) => state === "accepted");
  const nameOf = (request: ListedRequest): string =>
    mode.identity === "after-match" && request.state !== "accepted"
      ? directoryWords(reader.language).numbered[other](formatNumber(reader.language, request[`${other}Number`]))
      : request[`${other}Name`];
  const toMentors = <ButtonLink href={directoryPath(organizationId, part.programId, "mentor")}>{own.toMentors}</ButtonLink>;
  const mayAsk = part.role === "mentee" && isOpen && !hasSomebody;
  const afterAsking = isOpen ? mode.askingUntil && own.askUntil(formatDay(reader.language, mode.askingUntil)) : own.thenRound;
  const howItGoesOn = part.role === "mentee" && mode.mode === "mixed" && !hasSomebody && afterAsking;
  return (
    <>
      {requests.length === 0 ? (
        <EmptyState title={own.none[part.role]} {...(mayAsk && { action: toMentors })}>
          {isOpen ? (part.role === "mentee" ? own.noneText.mentee(mode.openRequests, mode.requestDays) : own.noneText.mentor) : own.closed}
        </EmptyState>
      ) : (
        <Entries label={own.list}>
          {requests.map((request) => (
            <Entry
              key={request.id}
              title={
                <Person
                  name={nameOf(request)}
                  href={`/organizations/${organizationId}/requests/${request.id}`}
                  note={states[request.state]}
                />
              }
            >
              {request.state === "open"
                ? own.until(formatDeadline(reader, request.answerBy))
                : request.state === "accepted"
                  ? words.page.accepted
                  : endOf(request, part.role, nameOf(request), words.page)}
              {request.state === "open" && request.hasQuestion && !request.hasAnswer && part.role === "mentee" && (
                <p>
                  <strong>{words.page.askedOf(nameOf(request))}</strong>
                </p>
              )}
            </Entry>
          ))}
        </Entries>
      )}
      {requests.length > 0 && mayAsk && (
        <>
          <p>{left > 0 ? own.askMore(left) : own.askNoMore}</p>
          {left > 0 && <p>{toMentors}</p>}
        </>
      )}
      {requests.length > 0 && !isOpen && <p>{own.closed}</p>}
      {howItGoesOn && <p>{howItGoesOn}</p>}
    </>
  );
}

function LimitForm({ organizationId, eachMonth, visit }: { organizationId: string; eachMonth: number | null; visit: Visit }) {
  const { own } = requestWords(useReader().language);
  return (
    <Section title={own.limit}>
      <Form action={visit.path} act="limit" {...visit.refused("limit")}>
        <NumberField
          name="eachMonth"
          label={own.limitLabel}
          hint={own.limitHint}
          value={eachMonth ?? undefined}
          min={0}
          max={mostEachMonth}
        />
        <Button kind="plain">{own.limitSave}</Button>
      </Form>
      <p>
        <a href={`/organizations/${organizationId}/profile#pause-part`}>{own.pauseLink}</a>
      </p>
    </Section>
  );
}
